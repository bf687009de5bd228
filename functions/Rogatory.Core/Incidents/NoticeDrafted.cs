using Rogatory.Core.Access;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>A notice was drafted from the facts and what an officer wrote.</summary>
public sealed record NoticeDrafted : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.notice-drafted";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Its number in the incident, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>To whom it goes.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The partner that it goes to; null where it is none.</summary>
    public required PartnerId? Partner { get; init; }

    /// <summary>Which notice of its kind to the same it is, from 1: information may be given in phases (LED art. 30(4)).</summary>
    public required int Phase { get; init; }

    /// <summary>Lower-case hex SHA-256 of the canonical JSON of the document.</summary>
    public required string Digest { get; init; }

    /// <summary>The sealed document.</summary>
    public required SealedWords Document { get; init; }

    /// <summary>Whether all is in it that the article demands; else more follows.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Whether it gives the reasons for a delay.</summary>
    public required bool SaysWhyLate { get; init; }
}
