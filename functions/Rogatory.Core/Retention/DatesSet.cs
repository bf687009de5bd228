using System.Text.Json.Serialization;

namespace Rogatory.Core.Retention;

/// <summary>The case was decided: from then on it has a date of review and a date of erasure.</summary>
public sealed record DatesSet : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.dates-set";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>When it is to be reviewed whether the case is still needed.</summary>
    public required RetentionDate Review { get; init; }

    /// <summary>When it is to be erased. Nothing is erased because the date comes.</summary>
    public required RetentionDate Erasure { get; init; }

    /// <summary>The version of the policy that was applied.</summary>
    public required string Policy { get; init; }
}
