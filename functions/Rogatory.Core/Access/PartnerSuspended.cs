using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>Nothing that the partner signs is accepted any more, and nothing goes to it, until two admins reinstate it.</summary>
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
