using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>An attempt will never count, whatever it still does. Its key envelope is destroyed after this line, never before.</summary>
public sealed record AttemptAbandoned : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "sealing.attempt-abandoned";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The attempt.</summary>
    public required AttemptId Attempt { get; init; }
}
