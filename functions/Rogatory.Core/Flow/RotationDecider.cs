using Rogatory.Core.Case;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Flow;

/// <summary>What is due for one key envelope of a sealed item: the part of <see cref="CaseDecider"/> for it, as pure and as total.</summary>
internal static class RotationDecider
{
    /// <summary>What is due; null when the envelope is as it is to be.</summary>
    /// <param name="state">The case.</param>
    /// <param name="envelope">An envelope of the attempt that counts, of an item that is not being erased.</param>
    /// <param name="isCountingThere">Whether storage holds the item's envelope that counts. Where it does not, as after a failover, none before it goes.</param>
    /// <param name="rotation">The newest rotation of the key-encryption key, whether it is under way or finished; null before the first.</param>
    public static DueCommand? Decide(CaseState state, KeyEnvelopeFound envelope, bool isCountingThere, KeyRotation? rotation)
    {
        if (isCountingThere && envelope.Rotation < state.RotationOf(envelope.Path.Item))
            return new DueCommand.DestroyEnvelope(envelope.Path, envelope.Rotation);
        return rotation?.IsDue(state, envelope, isCountingThere) == true ? new DueCommand.RotateKeys() : null;
    }
}
