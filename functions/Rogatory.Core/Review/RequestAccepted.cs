using System.Text.Json.Serialization;

namespace Rogatory.Core.Review;

/// <summary>The request will be executed.</summary>
public sealed record RequestAccepted : ReviewDecision
{
    /// <summary>The event's name.</summary>
    public const string EventName = "review.request-accepted";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
