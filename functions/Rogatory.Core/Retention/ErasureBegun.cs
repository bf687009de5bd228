using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Nothing stands against it: from here on nobody can read the items, and their key envelopes are destroyed.</summary>
public sealed record ErasureBegun : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.erasure-begun";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The erasure's number in its case, from 1.</summary>
    public required int Erasure { get; init; }

    /// <summary>What is erased: each sealed item.</summary>
    public required IReadOnlyList<ItemId> Items { get; init; }
}
