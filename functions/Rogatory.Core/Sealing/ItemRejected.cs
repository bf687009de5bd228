using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>A declared item was sent, and what was sent was not what had been declared or signed. Coalesced per hour and reason.</summary>
public sealed record ItemRejected : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "sealing.item-rejected";

    /// <summary>The reason where an uploaded body turned out to be another than was said.</summary>
    public const string UploadMismatch = "upload-mismatch";

    /// <summary>The reason where an upload was sealed to a version of our key that was disabled before the upload was verified.</summary>
    public const string KeyVersionDisabled = "key-version-disabled";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The slug the sender was told; of an upload, what the case shows.</summary>
    public required string Reason { get; init; }
}
