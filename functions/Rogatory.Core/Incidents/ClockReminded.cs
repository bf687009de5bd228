using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>A clock runs out soon, and no notice was sent yet.</summary>
public sealed record ClockReminded : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.clock-reminded";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The clock.</summary>
    public required string Clock { get; init; }
}
