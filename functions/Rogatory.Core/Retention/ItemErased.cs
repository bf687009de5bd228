using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>No key envelope of ours opens the item any more. Its body, which nothing opens, can go when it is no longer immutable.</summary>
public sealed record ItemErased : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.item-erased";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The erasure's number in its case, from 1.</summary>
    public required int Erasure { get; init; }

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>Hex SHA-256 of the certificate.</summary>
    public required string Statement { get; init; }
}
