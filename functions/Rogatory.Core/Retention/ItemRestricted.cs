using System.Text.Json.Serialization;

namespace Rogatory.Core.Retention;

/// <summary>An item is restricted instead of erased: until that is lifted it goes to nobody, and few may read it (LED art. 16(3)).</summary>
public sealed record ItemRestricted : CorrectionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.item-restricted";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Why: <c>accuracy-contested</c> or <c>kept-as-evidence</c>.</summary>
    public required RestrictionGround Ground { get; init; }
}
