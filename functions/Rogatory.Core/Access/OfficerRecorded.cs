using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>What an officer must have to approve a disclosure, and until when; an earlier record is replaced by it.</summary>
public sealed record OfficerRecorded : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.officer-recorded";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The officer.</summary>
    public required OfficerId Officer { get; init; }

    /// <summary>Up to and not at this time the officer's training counts.</summary>
    public required DateTimeOffset TrainedUntil { get; init; }

    /// <summary>Up to and not at this time the officer's confidentiality undertaking binds.</summary>
    public required DateTimeOffset BoundUntil { get; init; }

    /// <summary>Whether both hold at that time.</summary>
    public bool MayApproveAt(DateTimeOffset time) => time < TrainedUntil && time < BoundUntil;
}
