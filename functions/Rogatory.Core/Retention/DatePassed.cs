using System.Text.Json.Serialization;

namespace Rogatory.Core.Retention;

/// <summary>A date of the case came, and nobody had reviewed or erased it. It stays overdue until somebody does.</summary>
public sealed record DatePassed : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.date-passed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Which date.</summary>
    public required RetentionDateKind Date { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset Due { get; init; }
}
