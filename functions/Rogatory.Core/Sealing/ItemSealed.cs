using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>An item is in the vault. The first such line for an item wins; the item never changes after it.</summary>
public sealed record ItemSealed : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "sealing.item-sealed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The attempt whose body and key envelope count.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>Bytes of the sealed body.</summary>
    public required long Size { get; init; }

    /// <summary>The storage version of the body; null where storage has none.</summary>
    public required string? Version { get; init; }

    /// <summary>Hex of the body's 40 header bytes.</summary>
    public required string Header { get; init; }

    /// <summary>Hex SHA-256 that binds the body to one key.</summary>
    public required string Commitment { get; init; }

    /// <summary>Hex RFC 9162 root over the body's 1 MiB pieces as stored.</summary>
    public required string SealedRoot { get; init; }
}
