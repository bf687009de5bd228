using System.Text.Json.Serialization;

namespace Rogatory.Core.Disclosure;

/// <summary>Everything is released and the manifest is signed: the partner can collect.</summary>
public sealed record ManifestIssued : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.manifest-issued";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Hex SHA-256 of the manifest as stored.</summary>
    public required string Statement { get; init; }

    /// <summary>When the partner is reminded to send its receipt.</summary>
    public required DateTimeOffset RemindAt { get; init; }

    /// <summary>When the receipt is overdue.</summary>
    public required DateTimeOffset ReceiptDue { get; init; }

    /// <summary>When the copies and the partner's key envelopes are destroyed, collected or not.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
