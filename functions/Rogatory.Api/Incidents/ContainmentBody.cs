using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>A measure, and exactly what it is taken against.</summary>
public sealed record ContainmentBody(
    ContainmentMeasure Measure, string Reasons, string? Case = null, string? Partner = null, string? Officer = null, string? Key = null);
