using System.Text.Json.Serialization;

namespace Rogatory.Core.Retention;

/// <summary>Nobody approved it in time.</summary>
public sealed record ErasureLapsed : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.erasure-lapsed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The erasure's number in its case, from 1.</summary>
    public required int Erasure { get; init; }
}
