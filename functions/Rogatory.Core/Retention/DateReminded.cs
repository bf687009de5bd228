using System.Text.Json.Serialization;

namespace Rogatory.Core.Retention;

/// <summary>A date of the case comes near.</summary>
public sealed record DateReminded : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.date-reminded";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Which date.</summary>
    public required RetentionDateKind Date { get; init; }

    /// <summary>When it comes.</summary>
    public required DateTimeOffset Due { get; init; }
}
