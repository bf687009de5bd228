using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Storage holds these items' bodies: whatever their policies say, none of them can be removed.</summary>
public sealed record BodiesHeld : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.bodies-held";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The items.</summary>
    public required IReadOnlyList<ItemId> Items { get; init; }

    /// <summary>Items whose bodies storage does not have, or does not hold although it was told to: an incident is open for each.</summary>
    public required IReadOnlyList<ItemId> Missing { get; init; }
}
