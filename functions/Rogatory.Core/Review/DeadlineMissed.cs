using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Review;

/// <summary>A clock ran out before the event that would have stopped it.</summary>
public sealed record DeadlineMissed : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "review.deadline-missed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The clock.</summary>
    public required string Clock { get; init; }

    /// <summary>When it ran out.</summary>
    public required DateTimeOffset Due { get; init; }
}
