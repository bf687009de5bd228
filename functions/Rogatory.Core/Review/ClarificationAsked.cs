using System.Text.Json.Serialization;

namespace Rogatory.Core.Review;

/// <summary>The partner has to clarify before a decision.</summary>
public sealed record ClarificationAsked : ReviewDecision
{
    /// <summary>The event's name.</summary>
    public const string EventName = "review.clarification-asked";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
