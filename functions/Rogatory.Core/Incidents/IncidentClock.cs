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
}
