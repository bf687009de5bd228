using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Disclosure;

/// <summary>Tells a partner, in a signed notice, that what it was handed was wrong or unlawful to send (LED art. 7(3), 16(6)).</summary>
public sealed class RecallDisclosure(CaseJournal journal, SealText sealText, DisclosureStatements statements, TimeProvider time)
{
    /// <summary>The notice's kind among the statements. One that was signed and never recorded stands in the way of no other.</summary>
    internal static string KindOf(RecallMeasure measure, string citation) => DisclosureStatements.KindOn("recall", $"{measure}", citation);

    /// <summary>Signs the notice and records the recall; key envelopes and copies still there are destroyed.</summary>
    /// <exception cref="RefusedException"><c>disclosure-not-found</c>, <c>reasons-required</c>, <c>disclosure-not-possible</c>: what was never handed out is withdrawn instead.</exception>
    public async Task<CaseState> RunAsync(
        OfficerId officer, DisclosureId disclosure, RecallMeasure measure, string citation, string reasons, CancellationToken cancellationToken)
    {
        ApproveDisclosure.CheckReasons(reasons);
        Review.Citation.Check(citation, "reasons-required");
        CaseState state = await ApproveDisclosure.FindCaseAsync(journal, disclosure, cancellationToken);
        DisclosureState found = state.Find(disclosure)!;
        string actor = $"officer:{officer}";
        if (found.Manifest is not { } manifest || !found.HasLeftUs || found.Recall is not null)
            throw ApproveDisclosure.NotPossible();

        string kind = KindOf(measure, citation);
        CommandId command = CommandId.Derive("recall", disclosure.ToString(), kind);
        ItemSealed words = await sealText.RunAsync(state, "recall", reasons, command, cancellationToken);
        string notice = await statements.SignAsync(disclosure, kind, RecallNotice.Type,
            () => Task.FromResult(new RecallNotice(disclosure, manifest.Statement, measure, citation, time.GetUtcNow()).ToJson()), cancellationToken);
        var recalled = new DisclosureRecalled
        {
            Command = command,
            Disclosure = disclosure,
            Reasons = words.Item,
            Citation = citation,
            Measure = measure,
            Statement = DisclosureStatements.DigestOf(notice),
        };
        return (await journal.AppendAsync(disclosure.Case, actor, command, newest =>
            newest!.Find(disclosure)!.Apply(recalled, actor) is null ? throw ApproveDisclosure.NotPossible() : [words, recalled], cancellationToken)).State!;
    }
}
