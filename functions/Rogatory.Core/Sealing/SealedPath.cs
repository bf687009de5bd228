using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>Where one attempt at sealing one item lives: <c>{case}/{item}/{attempt}</c>, in the vault and among the key envelopes.</summary>
/// <remarks>Every try has a path of its own, so concurrent and repeated uploads cannot mix.</remarks>
public readonly record struct SealedPath(CaseId Case, ItemId Item, AttemptId Attempt)
{
    /// <summary>Parses a blob name.</summary>
    public static bool TryParse(string name, out SealedPath path)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Split('/') is [var caseText, var itemText, var attemptText]
            && CaseId.TryParse(caseText, out CaseId @case) && ItemId.TryParse(itemText, out ItemId item) && AttemptId.TryParse(attemptText, out AttemptId attempt))
        {
            path = new SealedPath(@case, item, attempt);
            return true;
        }

        path = default;
        return false;
    }

    /// <summary>The blob name.</summary>
    public override string ToString() => $"{Case}/{Item}/{Attempt}";
}
