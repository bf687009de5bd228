using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>The one place that says which items of a case may not go to anybody as they are.</summary>
internal static class ItemBar
{
    /// <summary>Why these may not go out together, or null.</summary>
    /// <returns><c>case-internal</c>, <c>item-erased</c>, <c>item-restricted</c>, or <c>item-rectified</c> with the <c>corrections</c> that are missing.</returns>
    public static RefusedException? Find(CaseState state, IReadOnlyList<ItemId> items)
    {
        if (state.Kind == CaseKind.Internal)
            return new RefusedException("case-internal", "It is a file of our own: nothing in it goes to anybody.");
        if (items.Any(item => state.IsErasing(item) || state.IsErased(item)))
            return new RefusedException("item-erased", "An item is erased, or its erasure is approved.");
        if (items.Any(state.Corrections.IsRestricted))
            return new RefusedException("item-restricted", "An item is restricted: until that is lifted it goes to nobody.");
        string[] missing = [.. items.Select(item => state.Corrections.CorrectionOf(item)).OfType<ItemId>().Except(items).Select(item => item.ToString()).Distinct()];
        return missing.Length == 0 ? null : new RefusedException("item-rectified", "An item was rectified: name its newest correction as well, or that alone.")
        {
            Extensions = ImmutableDictionary<string, object>.Empty.Add("corrections", missing),
        };
    }
}
