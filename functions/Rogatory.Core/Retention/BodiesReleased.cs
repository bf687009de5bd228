using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Storage holds these items' bodies no longer, as no hold covers them.</summary>
public sealed record BodiesReleased : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.bodies-released";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The items.</summary>
    public required IReadOnlyList<ItemId> Items { get; init; }
}
