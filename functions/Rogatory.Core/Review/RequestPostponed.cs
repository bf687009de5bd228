using System.Text.Json.Serialization;

namespace Rogatory.Core.Review;

/// <summary>Execution is postponed, on a stated ground (UNTOC art. 18(25)).</summary>
public sealed record RequestPostponed : ReviewDecision
{
    /// <summary>The event's name.</summary>
    public const string EventName = "review.request-postponed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
