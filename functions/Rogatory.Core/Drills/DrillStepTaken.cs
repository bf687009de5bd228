using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Drills;

/// <summary>Something that the script foresees happened in a run.</summary>
public sealed record DrillStepTaken : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.drill-step-taken";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The run.</summary>
    public required CaseId Case { get; init; }

    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>What the front door answered with; 0 for what was only told.</summary>
    public required int Status { get; init; }
}
