using System.Text.Json.Serialization;

namespace Rogatory.Core.Review;

/// <summary>The request will not be executed; reasons are mandatory (UNTOC art. 18(23), ETS 30 art. 19).</summary>
public sealed record RequestRefused : ReviewDecision
{
    /// <summary>The event's name.</summary>
    public const string EventName = "review.request-refused";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
