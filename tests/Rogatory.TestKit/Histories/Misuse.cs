namespace Rogatory.TestKit.Histories;

/// <summary>What a made-up history has that somebody should notice.</summary>
public enum Misuse
{
    /// <summary>An officer reads several times as much as on other days.</summary>
    Bulk,

    /// <summary>An officer reads in the middle of the night.</summary>
    Night,

    /// <summary>An officer looks into many cases that are not theirs.</summary>
    Sweep,

    /// <summary>An officer who has nothing to do with special categories reads several items that hold them.</summary>
    Special,

    /// <summary>An officer tries what is refused, again and again.</summary>
    Probing,

    /// <summary>An officer makes extract after extract.</summary>
    Extracts,

    /// <summary>A partner collects everything there is.</summary>
    Collecting,
}
