using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>The partner may upload a body that it sealed itself, straight to storage, under an attempt of its own.</summary>
public sealed record UploadGranted : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "sealing.upload-granted";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The attempt, which names the one blob that can be written.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>When the upload lapses unless it was completed. Links to the blob are much shorter.</summary>
    public required DateTimeOffset Until { get; init; }
}
