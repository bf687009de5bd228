using System.Text.Json.Serialization;

namespace Rogatory.Core.Retention;

/// <summary>No acknowledgement yet: the partner is reminded.</summary>
public sealed record NoticeReminded : NoticeEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.notice-reminded";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
