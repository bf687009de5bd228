using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>An officer reviewed the case: it is needed until another date.</summary>
public sealed record CaseReviewed : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.case-reviewed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The ground's code.</summary>
    public required KeepingGround Ground { get; init; }

    /// <summary>The article relied on.</summary>
    public required string Citation { get; init; }

    /// <summary>The sealed item with the reasons.</summary>
    public required ItemId Reasons { get; init; }

    /// <summary>When it is to be reviewed again.</summary>
    public required RetentionDate Review { get; init; }

    /// <summary>When it is to be erased.</summary>
    public required RetentionDate Erasure { get; init; }
}
