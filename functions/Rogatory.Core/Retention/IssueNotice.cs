using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Retention;

/// <summary>Signs a notice that a correction made due, and records that it is there for its partner to read.</summary>
public sealed class IssueNotice(CaseJournal journal, StoredStatements statements, PolicySet policy, TimeProvider time)
{
    /// <summary>The notice's name among the statements.</summary>
    internal static string NameOf(NoticeId notice) => NameOf(notice, "notice");

    /// <summary>The name of a statement on a notice among the statements.</summary>
    internal static string NameOf(NoticeId notice, string kind) => $"{notice.Case}/notices/{notice.Number}/{kind}";

    /// <summary>Safe to run twice, and to take up after a crash anywhere: a notice that is stored already is the one recorded.</summary>
    public async Task RunAsync(NoticeId notice, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(notice.Case, cancellationToken);
        if (state.Corrections.Find(notice) is not { Issued: null } due)
            return;
        var wanted = new CorrectionNotice(
            notice, due.Item, state.Find(due.Item)!.SealedRoot, due.Measure, due.Citation, due.Disclosure, due.Correction, time.GetUtcNow());
        string statement = await statements.SignAsync(NameOf(notice), CorrectionNotice.Type, () => Task.FromResult(wanted.ToJson()), cancellationToken);
        CorrectionNotice signed = CorrectionNotice.FromJson(Statement.Verify(statement, CorrectionNotice.Type, statements.Keys));
        CommandId command = CommandId.Derive("issue-notice", notice.ToString());
        var issued = new NoticeIssued
        {
            Command = command,
            Notice = notice,
            Partner = due.Partner,
            Item = due.Item,
            Measure = due.Measure,
            Disclosure = due.Disclosure,
            Statement = DisclosureStatements.DigestOf(statement),
            RemindAt = signed.At + policy.LimitOf("home.notice-remind"),
            DueAt = signed.At + policy.LimitOf("home.notice-acknowledge"),
        };
        await journal.AppendAsync(notice.Case, MarkDisclosure.Actor, command, newest =>
            newest!.Corrections.Find(notice)!.Apply(issued) is null ? [] : [issued], cancellationToken);
    }
}
