using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Another officer than the one who placed it lifts a hold.</summary>
public sealed record HoldLifted : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.hold-lifted";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The hold's number in its case, from 1.</summary>
    public required int Hold { get; init; }

    /// <summary>The sealed item with the reasons.</summary>
    public required ItemId Reasons { get; init; }
}
