using Rogatory.Core.Case;
using Rogatory.Envelope;

namespace Rogatory.Core.Retention;

/// <summary>The one place that makes rotation grants.</summary>
internal static class RotationGrants
{
    /// <summary>For an item that is sealed and not erased, by the ledger.</summary>
    /// <exception cref="InvalidOperationException">It is not sealed, or its erasure has begun.</exception>
    public static RotationGrant For(CaseState state, ItemId item) => state.Find(item) is not null && !state.Retention.IsGone(item)
        ? new RotationGrant(state.Case.ToString(), item.ToString())
        : throw new InvalidOperationException("What is not sealed, or is erased, gets no key envelope.");
}
