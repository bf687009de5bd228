namespace Rogatory.Core.Incidents;

/// <summary>How much a patrol looks at.</summary>
public enum PatrolScope
{
    /// <summary>At most <see cref="Patrol.SampledCases"/> cases, taken at random, and one body of each that there is room for.</summary>
    Sample,

    /// <summary>The cases whose day of the month it is (<see cref="Patrol.DayOf"/>), and every body of theirs: in 28 days, everything.</summary>
    Share,
}
