using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>Something went wrong that a person has to look at.</summary>
public sealed record IncidentOpened : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.incident-opened";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>What it is about.</summary>
    public required IncidentCause Cause { get; init; }

    /// <summary>How bad it is until a person has looked.</summary>
    public required IncidentSeverity Severity { get; init; }

    /// <summary>The case concerned; null when it is none.</summary>
    public required CaseId? Case { get; init; }

    /// <summary>The item concerned; null when it is the case as a whole.</summary>
    public required ItemId? Item { get; init; }

    /// <summary>The clocks that run from now on.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }
}
