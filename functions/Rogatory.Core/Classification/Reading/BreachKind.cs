namespace Rogatory.Core.Classification.Reading;

/// <summary>Which of the <see cref="ReadingLimits"/> was met.</summary>
public enum BreachKind
{
    /// <summary><see cref="ReadingLimits.Depth"/>.</summary>
    Depth,

    /// <summary><see cref="ReadingLimits.Nesting"/>.</summary>
    Nesting,

    /// <summary><see cref="ReadingLimits.Entries"/>.</summary>
    Entries,

    /// <summary><see cref="ReadingLimits.Ratio"/>.</summary>
    Ratio,

    /// <summary><see cref="ReadingLimits.Expanded"/>.</summary>
    Expanded,

    /// <summary><see cref="ReadingLimits.PartSize"/>.</summary>
    PartSize,

    /// <summary><see cref="ReadingLimits.Length"/>.</summary>
    Length,
}
