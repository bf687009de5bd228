using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>
/// Items of the case have another key envelope of the same key, made and read back before this line. From here on it is the one that
/// counts, and the ones before it are destroyed.
/// </summary>
public sealed record KeysRotated : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.keys-rotated";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The id with version of the key-encryption key that the envelopes are wrapped under.</summary>
    public required string Key { get; init; }

    /// <summary>The items, each with the number of its envelope.</summary>
    public required IReadOnlyList<RotatedItem> Items { get; init; }
}
