using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>An officer rejects it.</summary>
public sealed record ErasureRejected : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.erasure-rejected";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The erasure's number in its case, from 1.</summary>
    public required int Erasure { get; init; }

    /// <summary>The sealed item with the reasons.</summary>
    public required ItemId Reasons { get; init; }
}
