namespace Rogatory.Api.Incidents;

public sealed record IncidentList(IReadOnlyList<IncidentListEntry> Incidents);
