using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>An officer proposes to close the incident, and says what its cause, effect and remedy were and what changes.</summary>
public sealed record ClosingProposed : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.closing-proposed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The sealed words.</summary>
    public required SealedWords Words { get; init; }
}
