namespace Rogatory.Core.Intake;

/// <summary>How much a letter of request may hold. Whatever is beyond is refused before it is read further.</summary>
public static class RequestLimits
{
    /// <summary>The document, in bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>Levels of nesting; the shape itself has three.</summary>
    public const int MostDepth = 16;

    /// <summary>Declared items.</summary>
    public const int MostItems = 200;

    /// <summary>Persons concerned.</summary>
    public const int MostPersons = 500;

    /// <summary>Offences, and likewise kinds of assistance sought.</summary>
    public const int MostEntries = 100;

    /// <summary>A declared item's size, in bytes.</summary>
    public const long MostItemBytes = 1L << 40;

    /// <summary>An item's file name, in UTF-8 bytes.</summary>
    public const int MostNameBytes = 255;

    /// <summary>The partner's reference, in UTF-16 code units.</summary>
    public const int MostReferenceLength = 100;

    /// <summary>A text of one line, in UTF-16 code units.</summary>
    public const int MostLineLength = 500;

    /// <summary>A text of several lines, in UTF-16 code units.</summary>
    public const int MostProseLength = 200_000;

    /// <summary>The earliest year that a date can be in.</summary>
    public const int FirstYear = 1850;

    /// <summary>The latest year that a date can be in.</summary>
    public const int LastYear = 2199;

    /// <summary>How many faults one refusal lists.</summary>
    public const int MostFaults = 50;
}
