namespace Rogatory.Core.Incidents;

/// <summary>What came of reading a sealed body.</summary>
internal enum BodyFinding
{
    /// <summary>It is what was sealed.</summary>
    Same,

    /// <summary>It has another root than was recorded.</summary>
    Altered,

    /// <summary>It is gone, or has another length.</summary>
    Missing,

    /// <summary>The run had to stop within it.</summary>
    Unfinished,
}
