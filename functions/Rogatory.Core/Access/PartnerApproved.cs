using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>A second admin approves what another proposed about a partner: from here on it is so.</summary>
public sealed record PartnerApproved : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.partner-approved";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The partner's id.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>The proposal.</summary>
    public required int Number { get; init; }
}
