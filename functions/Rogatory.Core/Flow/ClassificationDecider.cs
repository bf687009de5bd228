using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Core.Flow;

/// <summary>What is due of classification: the part of <see cref="CaseDecider"/> for it, as pure and as total.</summary>
public static class ClassificationDecider
{
    /// <summary>Whether an item of the case is still to be classified.</summary>
    public static bool IsAnyDue(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Decide(state).Any();
    }

    /// <summary>Every item to be classified, in the order of their ids.</summary>
    internal static IEnumerable<DueCommand> Decide(CaseState state) =>
        state.Sealed.Values.Select(one => one.Item).Where(item => IsDue(state, item))
            .OrderBy(item => item.ToString(), StringComparer.Ordinal).Select(item => new DueCommand.ClassifyItem(item));

    /// <summary>
    /// Whether the item is sealed, holds material, and was not classified. One that is restricted is read by nobody but who decides on that, and goes
    /// to nobody: it waits. What is to be erased, or is, is not read any more.
    /// </summary>
    internal static bool IsDue(CaseState state, ItemId item) =>
        state.Find(item) is not null && Derivation.IsContent(item) && state.Classification.Find(item) is null && state.Find(Derivation.FindingsOf(item)) is null
        && !state.IsErasing(item) && !state.Retention.IsGone(item) && !state.Corrections.IsRestricted(item);
}
