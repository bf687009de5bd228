using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>How far a run of the patrol came in the share of a day.</summary>
public sealed record ShareWalked : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.share-walked";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The day whose share it is.</summary>
    public required DateOnly Share { get; init; }

    /// <summary>The last ledger, by name, that was looked at with all that belongs to it; null while there is none.</summary>
    public required string? After { get; init; }

    /// <summary>Whether that was the last of the share.</summary>
    public required bool IsFinished { get; init; }
}
