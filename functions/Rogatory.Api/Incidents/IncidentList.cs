namespace Rogatory.Api.Incidents;

/// <summary>Incidents, the worst first.</summary>
/// <param name="Incidents">At most 500 of them.</param>
/// <param name="LeftOut">How many more there are, none of them worse by its cause.</param>
public sealed record IncidentList(IReadOnlyList<IncidentListEntry> Incidents, int LeftOut);
