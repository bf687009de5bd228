using System.Text.Json.Serialization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents.Signals;

/// <summary>A signal, as it was when the day was looked at, and the incident that it was taken to.</summary>
public sealed record SignalRaised : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.signal-raised";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>What it is, and why.</summary>
    public required Signal Signal { get; init; }

    /// <summary>The incident, opened by it or open already.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>Whether it is about what the officer did.</summary>
    public bool IsAbout(OfficerId officer) => Signal.Actor == $"officer:{officer}";
}
