using System.Text.Json.Serialization;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Transfer;

/// <summary>Approved, checked again, and signed for: the items may go.</summary>
public sealed record GrantIssued : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "transfer.grant-issued";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Hex SHA-256 of the signed grant as stored.</summary>
    public required string Statement { get; init; }

    /// <summary>Until when it can be used.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The id of the partner's key that items are sealed to.</summary>
    public required string Key { get; init; }

    /// <summary>The name of each item's copy.</summary>
    public required IReadOnlyList<GrantedItem> Items { get; init; }
}
