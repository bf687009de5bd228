using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Every key envelope of ours is to be made anew under the newest version of the key-encryption key.</summary>
public sealed record RotationBegun : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.rotation-begun";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The rotation's number, from 1.</summary>
    public required int Rotation { get; init; }

    /// <summary>The id of the newest version.</summary>
    public required string Key { get; init; }

    /// <summary>The ids of the versions that are enabled and older: what is under one of them is to be made anew.</summary>
    public required IReadOnlyList<string> Retired { get; init; }
}
