using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>An item is wrong, and another says what is right. What is sealed never changes: from here on the two go together (LED art. 16(1)).</summary>
public sealed record ItemRectified : CorrectionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.item-rectified";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>What is wrong with it: <c>inaccurate</c> or <c>incomplete</c>.</summary>
    public required RectificationGround Ground { get; init; }

    /// <summary>The sealed item that holds the correction. It takes the place of any before it.</summary>
    public required ItemId Correction { get; init; }
}
