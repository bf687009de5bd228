using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>An agreement with a partner is on record; an earlier record of the same id is replaced by it, which is how one ends before its time.</summary>
public sealed record PartnerAgreementRecorded : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.partner-agreement-recorded";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The partner's id.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>What was agreed.</summary>
    public required PartnerAgreement Agreement { get; init; }
}
