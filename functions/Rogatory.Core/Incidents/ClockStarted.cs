using Rogatory.Core.Access;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Incidents;

/// <summary>A clock of an incident runs.</summary>
public sealed record ClockStarted : IncidentEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.clock-started";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Its id: the kind of notice and, for a partner, a colon and the partner.</summary>
    public required string Clock { get; init; }

    /// <summary>The notice that it waits for.</summary>
    public required NoticeKind Notice { get; init; }

    /// <summary>The partner that the notice goes to; null where it is none.</summary>
    public required PartnerId? Partner { get; init; }

    /// <summary>When it runs out.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When somebody is reminded.</summary>
    public required DateTimeOffset RemindAt { get; init; }

    /// <summary>The rule that sets it.</summary>
    public required string Rule { get; init; }

    /// <summary>The article.</summary>
    public required string Citation { get; init; }

    /// <summary>Whether the article sets the limit; else the home authority chose what "without undue delay" and "promptly" come to.</summary>
    public required bool Verified { get; init; }
}
