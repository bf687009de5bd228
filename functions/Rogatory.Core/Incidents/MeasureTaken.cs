using System.Text.Json.Serialization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>A measure was taken against an incident. What it did stands in the ledger of what it was done to.</summary>
public sealed record MeasureTaken : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.measure-taken";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The measure.</summary>
    public required ContainmentMeasure Measure { get; init; }

    /// <summary>The case that it was taken in; null where it is none.</summary>
    public required CaseId? Case { get; init; }

    /// <summary>The partner; null where it is about none.</summary>
    public required PartnerId? Partner { get; init; }

    /// <summary>The officer; null where it is about none.</summary>
    public required OfficerId? Officer { get; init; }

    /// <summary>The version of the key-encryption key; null where it is about none.</summary>
    public required string? Key { get; init; }

    /// <summary>The sealed reasons.</summary>
    public required SealedWords Reasons { get; init; }
}
