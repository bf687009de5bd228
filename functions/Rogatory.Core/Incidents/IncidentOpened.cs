using Rogatory.Core.Access;
using Rogatory.Core.Case;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>Something went wrong that a person has to look at. The first line of the incident's own ledger, and its line in the register.</summary>
public sealed record IncidentOpened : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.incident-opened";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>What it is about.</summary>
    public required IncidentCause Cause { get; init; }

    /// <summary>How bad it is by its cause alone.</summary>
    public required IncidentSeverity Severity { get; init; }

    /// <summary>Whether it is a personal data breach until shown otherwise.</summary>
    public required bool Breach { get; init; }

    /// <summary>The law that such a breach falls under.</summary>
    public required LawRegime Regime { get; init; }

    /// <summary>When somebody or something of ours became aware of it: the instant that its clocks count from.</summary>
    public required DateTimeOffset AwareAt { get; init; }

    /// <summary>The case concerned; null when it is none, or more than one.</summary>
    public required CaseId? Case { get; init; }

    /// <summary>The item concerned; null when it is the case as a whole.</summary>
    public required ItemId? Item { get; init; }

    /// <summary>The partner concerned; null when it is none.</summary>
    public required PartnerId? Partner { get; init; }

    /// <summary>The officer concerned; null when it is none.</summary>
    public required OfficerId? Officer { get; init; }

    /// <summary>What the person who reported it wrote; null where the program did.</summary>
    public required SealedWords? Words { get; init; }

    /// <summary>Whether it is the case's own ledger that does not hold together, or is shorter than it was.</summary>
    [JsonIgnore]
    public bool IsOfLedger => Case is not null && Cause is IncidentCause.LedgerBroken or IncidentCause.LedgerShrunk;

    /// <summary>Where it is.</summary>
    [JsonIgnore]
    public IncidentPlace Place => new(Case, Item, Partner, Officer);
}
