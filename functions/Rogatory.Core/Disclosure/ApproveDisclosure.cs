using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Disclosure;

/// <summary>An officer approves, rejects or withdraws what another proposed. Nobody approves twice, nor what is their own.</summary>
public sealed class ApproveDisclosure(CaseJournal journal, SealText sealText, TimeProvider time)
{
    /// <summary>The fewest characters that reasons can have.</summary>
    public const int FewestReasons = 10;

    /// <summary>The most characters that reasons can have.</summary>
    public const int MostReasons = 10_000;

    /// <summary>Approves, with reasons. The last approval that is missing makes the flow check again and grant.</summary>
    /// <remarks>It counts as of when it is given: that a training lapses afterwards does not undo it. Once the proposal lapses nothing is approved, whether or not that stands in the ledger yet.
    /// The same approval again, for the same reasons, is answered as done, whatever became of the disclosure since.</remarks>
    /// <exception cref="RefusedException"><c>disclosure-not-found</c>, <c>reasons-required</c>, <c>own-proposal</c>, <c>approved-already</c>,
    /// <c>disclosure-not-possible</c>.</exception>
    public async Task<CaseState> ApproveAsync(OfficerId officer, DisclosureId disclosure, string reasons, CancellationToken cancellationToken)
    {
        CheckReasons(reasons);
        if (await FindRepeatedAsync(officer, disclosure, reasons, cancellationToken) is { } repeated)
            return repeated;
        try
        {
            return await RecordAsync(officer, disclosure, reasons, "approval", (found, command, item) =>
            {
                RefuseSameOfficer(found, officer);
                if (found.Proposal.LapseAt <= time.GetUtcNow())
                    throw NotPossible();
                return new DisclosureApproved { Command = command, Disclosure = disclosure, Reasons = item };
            }, cancellationToken);
        }
        catch (RefusedException refused) when (refused.Slug == "approved-already")
        {
            // By this very call sent twice, perhaps, of which the other was faster.
            if (await FindRepeatedAsync(officer, disclosure, reasons, cancellationToken) is { } meanwhile)
                return meanwhile;
            throw;
        }
    }

    /// <summary>Rejects, with reasons.</summary>
    /// <exception cref="RefusedException"><c>disclosure-not-found</c>, <c>reasons-required</c>, <c>own-proposal</c>, <c>disclosure-not-possible</c>.</exception>
    public Task<CaseState> RejectAsync(OfficerId officer, DisclosureId disclosure, string reasons, CancellationToken cancellationToken) =>
        RecordAsync(officer, disclosure, reasons, "rejection", (found, command, item) =>
        {
            if (found.ProposedBy == $"officer:{officer}")
                throw new RefusedException("own-proposal", "This is your own proposal: withdraw it instead.");
            return new DisclosureRejected { Command = command, Disclosure = disclosure, Reasons = item };
        }, cancellationToken);

    /// <summary>Takes it back before the partner was handed anything; what was released of it is destroyed.</summary>
    /// <exception cref="RefusedException"><c>disclosure-not-found</c>, <c>reasons-required</c>, <c>disclosure-not-possible</c>: once handed out it can only be recalled.</exception>
    public Task<CaseState> WithdrawAsync(OfficerId officer, DisclosureId disclosure, string reasons, CancellationToken cancellationToken) =>
        RecordAsync(officer, disclosure, reasons, "withdrawal", (_, command, item) =>
            new DisclosureWithdrawn { Command = command, Disclosure = disclosure, Reasons = item }, cancellationToken);

    internal static void CheckReasons(string reasons)
    {
        if (reasons.Trim().Length < FewestReasons || reasons.Length > MostReasons || !RequestText.IsClean(reasons, prose: true))
            throw RefusedException.Malformed("reasons-required", "/reasons", "Reasons are required, in 10 to 10,000 characters, none of them a control character.");
    }

    internal static RefusedException NotFound() => new("disclosure-not-found", "There is no such disclosure, or it is not yours to see.");

    internal static RefusedException NotPossible() =>
        new("disclosure-not-possible", "The disclosure is not at a point where this can be done. Look at the case to see where it stands.");

    private async Task<CaseState?> FindRepeatedAsync(OfficerId officer, DisclosureId disclosure, string reasons, CancellationToken cancellationToken)
    {
        CaseState state = await FindCaseAsync(journal, disclosure, cancellationToken);
        return state.Find(disclosure)!.Approvals.TryGetValue($"officer:{officer}", out ItemId words)
            && await sealText.HoldsAsync(state, words, reasons, cancellationToken) ? state : null;
    }

    private static void RefuseSameOfficer(DisclosureState found, OfficerId officer)
    {
        string actor = $"officer:{officer}";
        if (found.ProposedBy == actor)
            throw new RefusedException("own-proposal", "Another officer has to approve what you proposed.");
        if (found.ApprovedBy.Contains(actor))
            throw new RefusedException("approved-already", "You have approved it; the approval that is missing is another officer's.");
    }

    private async Task<CaseState> RecordAsync(
        OfficerId officer,
        DisclosureId disclosure,
        string reasons,
        string kind,
        Func<DisclosureState, CommandId, ItemId, DisclosureEvent> make,
        CancellationToken cancellationToken)
    {
        CheckReasons(reasons);
        CaseState state = await FindCaseAsync(journal, disclosure, cancellationToken);
        CommandId command = CommandId.Derive(kind, disclosure.ToString(), AttemptId.New().ToString());
        Check(state, default);
        ItemSealed words = await sealText.RunAsync(state, kind, reasons, command, cancellationToken);
        return (await journal.AppendAsync(disclosure.Case, $"officer:{officer}", command, newest => [words, Check(newest!, words.Item)], cancellationToken)).State!;

        DisclosureEvent Check(CaseState at, ItemId item)
        {
            DisclosureState found = at.Find(disclosure) ?? throw NotFound();
            DisclosureEvent made = make(found, command, item);
            return found.Apply(made, $"officer:{officer}") is null ? throw NotPossible() : made;
        }
    }

    internal static async Task<CaseState> FindCaseAsync(CaseJournal journal, DisclosureId disclosure, CancellationToken cancellationToken)
    {
        Snapshot<CaseState> found = await journal.LoadAsync(disclosure.Case, cancellationToken);
        return found.State?.Find(disclosure) is null ? throw NotFound() : found.State;
    }
}
