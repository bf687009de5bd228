using System.Collections.Immutable;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Retention;

/// <summary>A rotation of the key-encryption key: from here on no key envelope of ours is to be under an older version.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Key">The id of the version that was the newest.</param>
/// <param name="Retired">The ids of all versions that this rotation and those before it retired.</param>
/// <param name="BegunAt">When an officer began it.</param>
/// <param name="BegunBy">Who that was.</param>
public sealed record KeyRotation(int Number, string Key, ImmutableHashSet<string> Retired, DateTimeOffset BegunAt, string BegunBy)
{
    /// <summary>When nothing was left to be made anew; null until then.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many items were left under a retired version when it finished, because their key envelopes can't be made anew.</summary>
    public int Failed { get; init; }

    /// <summary>Whether the item that the key envelope belongs to is to get another one: it counts, or may come to, and is not under a version in use.</summary>
    /// <param name="state">The case.</param>
    /// <param name="envelope">A key envelope of it.</param>
    /// <param name="isCountingThere">Whether storage holds the one that counts. Where it lost that, one before it stands in.</param>
    public bool IsDue(CaseState state, KeyEnvelopeFound envelope, bool isCountingThere)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(envelope);
        ItemId item = envelope.Path.Item;
        return state.Find(item)?.Attempt == envelope.Path.Attempt
            && !state.Retention.IsGone(item)
            && (envelope.Rotation >= state.RotationOf(item) || !isCountingThere)
            && (envelope.KeyId is not { } key || Retired.Contains(key))
            && state.RotationFailures.GetValueOrDefault(item.ToString()) < Number;
    }
}
