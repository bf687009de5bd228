using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>What an extract is and what was done to make it: codes and counts, nothing of the item's content.</summary>
public sealed record MadeExtract
{
    /// <summary><c>text</c>, <c>csv</c>, <c>json</c>, <c>mail</c>, <c>docx</c>, <c>xlsx</c>, <c>pdf</c>, <c>jpeg</c> or <c>png</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The media type.</summary>
    public required string MediaType { get; init; }

    /// <summary>For a file name, without the point.</summary>
    public required string Extension { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>By finding category, or <c>removed</c>, how many marks stand in the extract.</summary>
    public required IReadOnlyDictionary<string, int> Marks { get; init; }

    /// <summary>
    /// By kind, how many went whole: <c>rows</c>, <c>lines</c>, <c>pages</c>, <c>columns</c>, <c>fields</c>, <c>header</c>, and of what an extract never has
    /// <c>hidden</c> (text, rows, columns, sheets), <c>comments</c>, <c>changes</c>, <c>headers</c> (of messages), <c>metadata</c>, <c>attachments</c>, <c>images</c>, <c>parts</c>.
    /// </summary>
    public required IReadOnlyDictionary<string, long> Removed { get; init; }

    /// <summary>What the blocks are of which a proof can be made; null where there is none.</summary>
    public BlockKind? Kind { get; init; }

    /// <summary>The blocks of the original (<see cref="Classification.ItemBlocks"/>) that stand in the extract byte for byte, in order.</summary>
    public IReadOnlyList<BlockRange> Kept { get; init; } = [];

    /// <summary>The blocks of the extract that are others: without them it splits into <see cref="Kept"/>.</summary>
    public IReadOnlyList<BlockRange> Changed { get; init; } = [];

    /// <summary>The version of the detectors that looked.</summary>
    public required string DetectorPack { get; init; }
}
