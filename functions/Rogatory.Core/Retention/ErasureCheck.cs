using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Whether an erasure may go on, as the case stands.</summary>
internal static class ErasureCheck
{
    /// <summary>The sealed items that it would erase: those that it is for, and that no other has erased.</summary>
    public static IReadOnlyList<ItemId> ItemsOf(CaseState state, ErasureState erasure) =>
        [.. state.Sealed.Values.Select(one => one.Item).Where(item => erasure.Covers(item) && !state.Retention.IsGone(item))
            .OrderBy(item => item.ToString(), StringComparer.Ordinal)];

    /// <summary>Whether the item is kept from erasure: by a legal hold, or because it is restricted instead (LED art. 16(3)).</summary>
    public static bool IsKept(CaseState state, ItemId item) => state.Retention.IsHeld(item) || state.Corrections.IsRestricted(item);

    /// <summary>Refuses what can't be proposed or approved.</summary>
    /// <exception cref="RefusedException"><c>item-held</c>, <c>item-restricted</c>, <c>item-erased</c>, <c>erasure-not-possible</c>.</exception>
    public static void RefuseImpossible(CaseState state, ErasureState erasure)
    {
        IReadOnlyList<ItemId> items = ItemsOf(state, erasure);
        if (items.Any(state.Retention.IsHeld))
            throw new RefusedException("item-held", "A legal hold stands on what is to be erased. It has to be lifted first.");
        if (items.Any(state.Corrections.IsRestricted))
            throw new RefusedException("item-restricted", "What is to be erased is restricted instead. That has to be lifted first.");
        if (erasure.Proposal.Items.Any(item => state.IsErased(item) || state.IsErasing(item)))
            throw new RefusedException("item-erased", "An item is erased already, or its erasure is approved.");
        if (items.Count == 0 || (erasure.IsOfAll && state.Retention.Erasures.Exists(one => one.IsUnderWay)))
            throw new RefusedException("erasure-not-possible", "Nothing is left to erase, or another erasure in the case is under way.");
        if (erasure.Covers(CaseState.RequestItem) && state.Phase is not (CasePhase.Accepted or CasePhase.Refused))
            throw new RefusedException("erasure-not-possible", "The request is needed until it is decided. Refuse it first, or erase other items.");
    }
}
