using System.Text.Json.Serialization;

namespace Rogatory.Core.Retention;

/// <summary>The acknowledgement of a notice is overdue: a person looks after it.</summary>
public sealed record NoticeOverdue : NoticeEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.notice-overdue";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
