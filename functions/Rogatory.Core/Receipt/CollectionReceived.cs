using System.Text.Json.Serialization;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Receipt;

/// <summary>The partner's signed receipt was verified, stored, and countersigned.</summary>
public sealed record CollectionReceived : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "receipt.collection-received";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Hex SHA-256 of the partner's receipt as stored.</summary>
    public required string Statement { get; init; }

    /// <summary>Hex SHA-256 of our countersignature as stored.</summary>
    public required string Countersignature { get; init; }
}
