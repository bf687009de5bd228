namespace Rogatory.Core.Incidents;

/// <summary>A clock that somebody is told of.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Clock">The clock.</param>
/// <param name="IsMissed">Whether it ran out; else it does soon.</param>
public sealed record WatchedClock(IncidentId Incident, string Clock, bool IsMissed);
