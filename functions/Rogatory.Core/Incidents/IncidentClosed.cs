using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>The incident is closed.</summary>
public sealed record IncidentClosed : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.incident-closed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The sealed words on cause, effect, remedy and change.</summary>
    public required SealedWords Words { get; init; }

    /// <summary>The sealed reasons of another officer who closed what was proposed; null where one officer is enough.</summary>
    public required SealedWords? Reasons { get; init; }
}
