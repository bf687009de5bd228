namespace Rogatory.Core.Classification.Reading;

/// <summary>
/// How far a reader goes into what a stranger made. A text, table, JSON or markup file that stands by itself is read to
/// <see cref="Length"/>; the others are for what is inside something else, or must be held in memory to be read.
/// </summary>
public sealed record ReadingLimits
{
    /// <summary>Parts within parts: an archive in an archive, an attachment in a message.</summary>
    public int Depth { get; init; } = 16;

    /// <summary>Levels of nesting within one part that are kept track of: elements, JSON values, tables, PDF objects.</summary>
    public int Nesting { get; init; } = 256;

    /// <summary>Parts in the whole item.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>How many times longer than its compressed form a part may be, once it is longer than 1 MiB.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Bytes unpacked and characters written, together, from inside containers and documents.</summary>
    public long Expanded { get; init; } = 1L << 30;

    /// <summary>Bytes held in memory at one time, over all the parts that are being read; a part that needs more is unread.</summary>
    public int PartSize { get; init; } = 64 << 20;

    /// <summary>Bytes of a text, table, JSON or markup file that stands by itself. What lies past them is unread.</summary>
    public long Length { get; init; } = long.MaxValue;
}
