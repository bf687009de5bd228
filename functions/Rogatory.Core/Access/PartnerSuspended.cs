using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>Nothing that the partner signs is accepted any more, until it is registered again.</summary>
public sealed record PartnerSuspended : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.partner-suspended";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The partner's id.</summary>
    public required PartnerId Partner { get; init; }
}
