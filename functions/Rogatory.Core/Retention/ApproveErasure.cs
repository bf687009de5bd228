using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Another officer approves or rejects an erasure that was proposed.</summary>
public sealed class ApproveErasure(RecordRetention record, TimeProvider time)
{
    /// <summary>Approves it, with reasons. It is then for the items that stand there, it is due, and the flow carries it out.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>reasons-required</c>, <c>erasure-not-found</c>, <c>own-proposal</c>,
    /// <c>item-held</c>, <c>item-erased</c>, <c>erasure-not-possible</c>: it is not open any more.</exception>
    public Task<ErasureState> ApproveAsync(OfficerId officer, CaseId @case, int erasure, string reasons, CancellationToken cancellationToken)
    {
        string actor = $"officer:{officer}";
        return RunAsync(officer, @case, erasure, "erasure-approval", reasons, found => found.ApprovedBy == actor, (state, found, command, words) =>
        {
            if (found.ProposedBy == actor)
                throw new RefusedException("own-proposal", "Another officer has to approve what you proposed.");
            RefuseClosed(found);
            ErasureCheck.RefuseImpossible(state, found);
            return new ErasureApproved { Command = command, Erasure = erasure, Items = ErasureCheck.ItemsOf(state, found), Reasons = words };
        }, cancellationToken);
    }

    /// <summary>Rejects it, with reasons; who proposed it may too.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>reasons-required</c>, <c>erasure-not-found</c>, <c>erasure-not-possible</c>: it is not open any more.</exception>
    public Task<ErasureState> RejectAsync(OfficerId officer, CaseId @case, int erasure, string reasons, CancellationToken cancellationToken)
    {
        string actor = $"officer:{officer}";
        return RunAsync(officer, @case, erasure, "erasure-rejection", reasons, found => found.RejectedBy == actor, (_, found, command, words) =>
        {
            RefuseClosed(found);
            return new ErasureRejected { Command = command, Erasure = erasure, Reasons = words };
        }, cancellationToken);
    }

    private void RefuseClosed(ErasureState found)
    {
        if (found.Step != ErasureStep.Proposed || found.Proposal.LapseAt <= time.GetUtcNow())
            throw new RefusedException("erasure-not-possible", "The erasure is decided on already, or it lapsed. Look at the case to see where it stands.");
    }

    private async Task<ErasureState> RunAsync(
        OfficerId officer, CaseId @case, int erasure, string kind, string reasons, Func<ErasureState, bool> isAlike,
        Func<CaseState, ErasureState, CommandId, ItemId, RetentionEvent> make, CancellationToken cancellationToken)
    {
        CaseState after = await record.RunAsync(officer, @case, kind, reasons,
            state => state.Retention.FindErasure(erasure) is { } found && isAlike(found) ? found.DecisionReasons : null,
            (state, command, words) => make(
                state, state.Retention.FindErasure(erasure) ?? throw new RefusedException("erasure-not-found", "The case has no such erasure."), command, words),
            cancellationToken);
        return after.Retention.FindErasure(erasure)!;
    }
}
