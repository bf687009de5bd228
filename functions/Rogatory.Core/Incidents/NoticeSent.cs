using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>An officer says that a drafted notice was sent: the first of its kind stops the clock.</summary>
public sealed record NoticeSent : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.notice-sent";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The notice.</summary>
    public required int Number { get; init; }

    /// <summary>Lower-case hex SHA-256 of the canonical JSON of what was sent: that of the draft.</summary>
    public required string Digest { get; init; }

    /// <summary>By what way it went.</summary>
    public required NoticeChannel Channel { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SentAt { get; init; }
}
