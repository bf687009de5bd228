using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>An admin proposes to change a partner's entry, or to reinstate a partner that is suspended. It takes the place of an earlier proposal that nobody has decided on.</summary>
public sealed record PartnerProposed : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.partner-proposed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The partner's id.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>The proposal's number among those about this partner, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What the partner's entry is to be, whole; null where the partner is to be reinstated as it is.</summary>
    public required PartnerEntry? Entry { get; init; }
}
