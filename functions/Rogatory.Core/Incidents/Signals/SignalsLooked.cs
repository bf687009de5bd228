using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents.Signals;

/// <summary>A day was looked at for signals, whole. Those that there were are of the same append.</summary>
public sealed record SignalsLooked : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "incidents.signals-looked";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The day, in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How many signals there were.</summary>
    public required int Signals { get; init; }

    /// <summary>The digest of the packs that it was looked at with.</summary>
    public required string Policy { get; init; }

    /// <summary>The ledgers that did not hold together, which count as far as nothing: each is an incident of its own.</summary>
    public required IReadOnlyList<string> Unread { get; init; }
}
