using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>An incident as an officer reports it. What it is about is named as far as it is known.</summary>
public sealed record IncidentBody(
    IncidentCause Cause, string Description, string? Case = null, string? Item = null, string? Partner = null, string? Officer = null,
    DateTimeOffset? AwareAt = null, LawRegime Regime = LawRegime.Led);
