using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>A partner's undertaking of confidentiality is on record; an earlier record of the same version is replaced by it.</summary>
public sealed record PartnerUndertakingSigned : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.partner-undertaking-signed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The partner's id.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>What it signed.</summary>
    public required PartnerUndertaking Undertaking { get; init; }
}
