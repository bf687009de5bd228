using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Nothing that can be made anew is left under a retired version.</summary>
public sealed record RotationFinished : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.rotation-finished";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The rotation's number.</summary>
    public required int Rotation { get; init; }

    /// <summary>How many key envelopes were under the version that it began with.</summary>
    public required int Envelopes { get; init; }

    /// <summary>How many items were left under a retired version, because their key envelopes can't be made anew.</summary>
    public required int Failed { get; init; }
}
