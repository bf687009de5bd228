using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>The register says that an incident is closed: it counts in no assessment of risk any more.</summary>
public sealed record IncidentSettled : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.incident-settled";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }
}
