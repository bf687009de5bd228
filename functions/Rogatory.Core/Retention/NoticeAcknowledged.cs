using System.Text.Json.Serialization;

namespace Rogatory.Core.Retention;

/// <summary>The partner confirms that it did what a notice asks.</summary>
public sealed record NoticeAcknowledged : NoticeEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.notice-acknowledged";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Hex SHA-256 of the partner's signed acknowledgement as stored.</summary>
    public required string Statement { get; init; }
}
