using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>Another officer does not close it.</summary>
public sealed record ClosingRejected : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.closing-rejected";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The sealed reasons.</summary>
    public required SealedWords Reasons { get; init; }
}
