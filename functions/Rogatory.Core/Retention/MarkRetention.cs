using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Retention;

/// <summary>Sets the dates of a case that was decided, and records what they bring. None of it erases anything.</summary>
public sealed class MarkRetention(CaseJournal journal, PolicySet policy)
{
    internal const string Actor = "system:flow";

    /// <summary>Sets both dates, counted from the decision whenever the flow comes to it, unless they are set.</summary>
    public Task SetDatesAsync(CaseId @case, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("set-dates", @case.ToString());
        return AppendAsync(@case, command, state => new DatesSet
        {
            Command = command,
            Review = DateOf(RetentionDateKind.Review, state),
            Erasure = DateOf(RetentionDateKind.Erasure, state),
            Policy = policy.Version,
        }, cancellationToken);
    }

    /// <summary>Says once that a date comes near, or that it came; unless it has been moved meanwhile.</summary>
    public Task MarkDateAsync(CaseId @case, RetentionDateKind date, DateTimeOffset due, bool isPassed, CancellationToken cancellationToken)
    {
        // Its own id each time: a date can be moved away and back, and is said again then. That it stands already is seen in the state.
        CommandId command = CommandId.Derive("mark-date", @case.ToString(), AttemptId.New().ToString());
        return AppendAsync(@case, command, _ => isPassed
            ? new DatePassed { Command = command, Date = date, Due = due }
            : new DateReminded { Command = command, Date = date, Due = due }, cancellationToken);
    }

    /// <summary>Ends an erasure that nobody approved in time.</summary>
    public Task LapseAsync(CaseId @case, int erasure, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("lapse-erasure", @case.ToString(), $"{erasure}");
        return AppendAsync(@case, command, _ => new ErasureLapsed { Command = command, Erasure = erasure }, cancellationToken);
    }

    private RetentionDate DateOf(RetentionDateKind kind, CaseState state) =>
        RetentionDates.After(kind, state.Request.Instrument, state.Phase == CasePhase.Refused, policy, state.DecidedAt ?? state.OpenedAt);

    private Task AppendAsync(CaseId @case, CommandId command, Func<CaseState, RetentionEvent> make, CancellationToken cancellationToken) =>
        journal.AppendAsync(@case, Actor, command, state =>
        {
            RetentionEvent made = make(state!);
            return state!.Retention.Apply(made, Actor) is null ? [] : [made];
        }, cancellationToken);
}
