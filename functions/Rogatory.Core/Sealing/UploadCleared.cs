using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>What an upload that is over left on its way to the vault was removed.</summary>
public sealed record UploadCleared : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "sealing.upload-cleared";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The attempt.</summary>
    public required AttemptId Attempt { get; init; }
}
