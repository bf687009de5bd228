using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Another officer than the one who placed it lifts a legal hold, with reasons.</summary>
public sealed class LiftHold(RecordRetention record)
{
    /// <summary>Lifts it. Storage is made to let go of the bodies that no other hold covers right after.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>reasons-required</c>, <c>hold-not-found</c>, <c>own-hold</c>, <c>hold-lifted</c>.</exception>
    public async Task<HoldState> RunAsync(OfficerId officer, CaseId @case, int hold, string reasons, CancellationToken cancellationToken)
    {
        string actor = $"officer:{officer}";
        ItemId? FindAlike(CaseState state) => state.Retention.FindHold(hold) is { } found && found.LiftedBy == actor ? found.LiftedReasons : null;
        CaseState after = await record.RunAsync(officer, @case, "hold-lifting", reasons, FindAlike, (state, command, words) =>
        {
            HoldState found = state.Retention.FindHold(hold) ?? throw new RefusedException("hold-not-found", "The case has no such hold.");
            if (found.PlacedBy == actor)
                throw new RefusedException("own-hold", "Another officer has to lift the hold that you placed.");
            if (!found.Stands)
                throw new RefusedException("hold-lifted", "The hold is lifted already.");
            return new HoldLifted { Command = command, Hold = hold, Reasons = words };
        }, cancellationToken);
        return after.Retention.FindHold(hold)!;
    }
}
