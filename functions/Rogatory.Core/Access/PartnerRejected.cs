using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>An admin rejects what was proposed about a partner, or takes back their own proposal.</summary>
public sealed record PartnerRejected : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.partner-rejected";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The partner's id.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>The proposal.</summary>
    public required int Number { get; init; }
}
