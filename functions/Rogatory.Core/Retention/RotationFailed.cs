using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>
/// A rotation leaves an item's key envelope as it is, since it, or the one made from it, does not hold the key that was recorded. An
/// incident is open; the next rotation tries again.
/// </summary>
public sealed record RotationFailed : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.rotation-failed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The rotation's number.</summary>
    public required int Rotation { get; init; }

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }
}
