using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>Where one attempt at sealing one item lives: <c>{case}/{item}/{attempt}</c>, in the vault and among the key envelopes.</summary>
/// <remarks>Every try has a path of its own, so concurrent and repeated uploads cannot mix.</remarks>
public readonly record struct SealedPath(CaseId Case, ItemId Item, AttemptId Attempt)
{
    /// <summary>The blob name.</summary>
    public override string ToString() => $"{Case}/{Item}/{Attempt}";
}
