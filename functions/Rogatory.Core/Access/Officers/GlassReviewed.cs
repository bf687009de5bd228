using Rogatory.Core.Case;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>A second person looked at why the glass was broken, and what was done under it.</summary>
public sealed record GlassReviewed : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.glass-reviewed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Its number.</summary>
    public required int Glass { get; init; }

    /// <summary>What the review came to.</summary>
    public required GlassOutcome Outcome { get; init; }

    /// <summary>The sealed item of the case that holds the reviewer's reasons, word for word.</summary>
    public required ItemId Reasons { get; init; }
}
