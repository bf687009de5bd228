using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>What is affected, as the ledgers say it, and how bad that makes the incident. Said again whenever it is another.</summary>
public sealed record EffectsFound : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.effects-found";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>How bad it is: never less than it was.</summary>
    public required IncidentSeverity Severity { get; init; }

    /// <summary>The ids of the rules that raised it.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The codes of what is known of it, which rules and clocks rest on.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>The items of material concerned, at most 1,000 of them.</summary>
    public required IReadOnlyList<AffectedItem> Items { get; init; }

    /// <summary>How many items are concerned.</summary>
    public required long Records { get; init; }

    /// <summary>About how many persons, by the names and official numbers found.</summary>
    public required long Persons { get; init; }

    /// <summary>The data categories, declared and found.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Whom the data are about, in the codes of the risk facts.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>The partners that the data came from or went to.</summary>
    public required IReadOnlyList<AffectedPartner> Partners { get; init; }

    /// <summary>The disclosures by which keys to the items have left us.</summary>
    public required IReadOnlyList<DisclosureId> Keys { get; init; }

    /// <summary>The cases whose ledgers could not be read, so that what they hold is not known.</summary>
    public required IReadOnlyList<CaseId> Unread { get; init; }

    /// <summary>Whether another line says the same.</summary>
    internal bool SaysTheSame(EffectsFound other) =>
        JsonNode.DeepEquals(EventCodec.Encode(IncidentReport.Program, this).Data, EventCodec.Encode(IncidentReport.Program, other with { Command = Command }).Data);
}
