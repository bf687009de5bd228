using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Drills;

/// <summary>An officer, who is the actor, began to play a drill.</summary>
public sealed record DrillStarted : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.drill-started";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The case that it is played in, which names the run.</summary>
    public required CaseId Case { get; init; }

    /// <summary>The drill.</summary>
    public required string Drill { get; init; }

    /// <summary>Its version.</summary>
    public required DateOnly Version { get; init; }

    /// <summary>Lower-case hex SHA-256 of its file.</summary>
    public required string Digest { get; init; }

    /// <summary>The how-manieth time this officer plays it.</summary>
    public required int Number { get; init; }
}
