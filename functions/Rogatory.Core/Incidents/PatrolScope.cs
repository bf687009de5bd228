namespace Rogatory.Core.Incidents;

/// <summary>How much a patrol looks at.</summary>
public enum PatrolScope
{
    /// <summary>At most <see cref="Patrol.SampledCases"/> cases, taken at random, and one body of each.</summary>
    Sample,

    /// <summary>Every case and every body.</summary>
    Everything,
}
