using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>The same cause was met at the same place again while the incident is open.</summary>
public sealed record IncidentSighted : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.incident-sighted";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>What the person who reported it wrote; null where the program saw it.</summary>
    public required SealedWords? Words { get; init; }

    /// <summary>When that person became aware; null where the program saw it.</summary>
    public required DateTimeOffset? AwareAt { get; init; }
}
