using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>A measure that was taken, and against what.</summary>
public sealed record IncidentMeasureView(ContainmentMeasure Measure, string? Case, string? Partner, string? Officer, string? Key)
{
    public static IncidentMeasureView Of(MeasureTaken one) => new(one.Measure, one.Case?.ToString(), one.Partner?.ToString(), one.Officer?.ToString(), one.Key);
}
