using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>An officer made an extract of an item (LED art. 4(1)(c)). The lines that seal it, its proof and its reasons are of the same append.</summary>
public sealed record ExtractMade : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.extract-made";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The extract.</summary>
    public required ItemId Item { get; init; }

    /// <summary>What it is of.</summary>
    public required ItemId Source { get; init; }

    /// <summary>Hex root over the sealed body's pieces of what it is of, as the line says that sealed that.</summary>
    public required string SourceRoot { get; init; }

    /// <summary>What it is made as, such as <c>csv</c>.</summary>
    public required string Format { get; init; }

    /// <summary>By what it was chosen what stays and goes, such as <c>keep:rows</c>, in order. The choice itself is sealed with the reasons.</summary>
    public required IReadOnlyList<string> Selectors { get; init; }

    /// <summary>The finding categories of which every value was removed, in order.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>How many values became marks, by finding category, or <c>removed</c> for those that no category names.</summary>
    public required IReadOnlyDictionary<string, long> Marks { get; init; }

    /// <summary>How many rows, columns and the like were left out.</summary>
    public required IReadOnlyDictionary<string, long> Removed { get; init; }

    /// <summary>The sealed item with the proof of the blocks that it has word for word; null where it has none, or the item's blocks are not on record.</summary>
    public required ItemId? Proof { get; init; }

    /// <summary>The sealed item with what was chosen, and why.</summary>
    public required ItemId Reasons { get; init; }
}
