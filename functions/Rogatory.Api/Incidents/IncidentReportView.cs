namespace Rogatory.Api.Incidents;

/// <summary>What a partner is told of the incident that it reported.</summary>
public sealed record IncidentReportView(string Incident, DateTimeOffset OpenedAt);
