using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Drills;

/// <summary>A run was scored, and is over.</summary>
public sealed record DrillScored : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.drill-scored";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The run.</summary>
    public required CaseId Case { get; init; }

    /// <summary>The points earned, of 100.</summary>
    public required int Points { get; init; }

    /// <summary>Whether it was passed.</summary>
    public required bool Passed { get; init; }

    /// <summary>Hex SHA-256 of the signed result.</summary>
    public required string Statement { get; init; }
}
