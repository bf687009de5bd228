namespace Rogatory.Core.Incidents;

/// <summary>A clock of an incident, and what became of it.</summary>
public sealed record IncidentClock
{
    /// <summary>As it was started.</summary>
    public required ClockStarted Started { get; init; }

    /// <summary>Whether somebody was reminded.</summary>
    public bool IsReminded { get; init; }

    /// <summary>Whether the ledger says that it ran out.</summary>
    public bool IsMissed { get; init; }

    /// <summary>Whether a notice was sent, or a person said why none is.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The ground on which it was waived; null where it was not.</summary>
    public WaiverGround? Waived { get; init; }

    /// <summary>Until when it was waived; null where that is for good, or it was not.</summary>
    public DateTimeOffset? WaivedUntil { get; init; }

    /// <summary>Whether it runs again since a restriction ended: it counts from then, whoever was aware earlier.</summary>
    public bool IsResumed { get; init; }

    /// <summary>Whether it can start again as given: with less time, since somebody was aware earlier, or since it was waived on a ground that holds no more.</summary>
    public bool CanRestart(ClockStarted again) => Waived is not null || (!IsResumed && !IsStopped && !IsMissed && again.Due < Started.Due);
}
