using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>A clock ran out before a notice was sent: whoever sends one has to give the reasons for the delay.</summary>
public sealed record ClockMissed : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.clock-missed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The clock.</summary>
    public required string Clock { get; init; }

    /// <summary>When it ran out.</summary>
    public required DateTimeOffset Due { get; init; }
}
