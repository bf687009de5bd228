namespace Rogatory.Api.Incidents;

/// <summary>What a partner is told of the incident that it reported; and an officer who may not see it.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="OpenedAt">When it was opened; not told an officer, who could learn by it that one was open already.</param>
public sealed record IncidentReportView(string Incident, DateTimeOffset? OpenedAt = null);
