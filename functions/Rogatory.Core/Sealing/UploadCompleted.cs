using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>The partner says that a sealed body is uploaded, and what it is. None of it counts until it was verified.</summary>
public sealed record UploadCompleted : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "sealing.upload-completed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The attempt.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>Bytes of the sealed body.</summary>
    public required long Size { get; init; }

    /// <summary>Hex of the body's 40 header bytes.</summary>
    public required string Header { get; init; }

    /// <summary>Hex SHA-256 that binds the body to one key.</summary>
    public required string Commitment { get; init; }

    /// <summary>Hex RFC 9162 root over the body's 1 MiB pieces.</summary>
    public required string SealedRoot { get; init; }

    /// <summary>Hex SHA-256 of the key envelope that the partner made for us.</summary>
    public required string Envelope { get; init; }

    /// <summary>Whether this says the same of the same attempt.</summary>
    public bool Says(UploadCompleted other) => this == other with { Command = Command };
}
