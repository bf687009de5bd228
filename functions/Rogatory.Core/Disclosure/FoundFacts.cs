using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Intake;

namespace Rogatory.Core.Disclosure;

/// <summary>What classification found in the items that are to go. An item is classified once, so this is the same at every later check.</summary>
/// <param name="Categories">Codes of the fact <c>data.categories</c> that follow from what was found and stand, each once and in order.</param>
/// <param name="SetAside">Those that an officer took away.</param>
/// <param name="IsUnread">Whether something of them could not be read, or reading met a limit.</param>
internal sealed record FoundFacts(IReadOnlyList<string> Categories, IReadOnlyList<string> SetAside, bool IsUnread)
{
    /// <summary>Of the items of a proposal.</summary>
    /// <exception cref="RefusedException"><c>proposal-malformed</c>: what is set aside was not found, or without reasons.</exception>
    public static FoundFacts Of(CaseState state, ProposedDisclosure proposed)
    {
        ItemClassified[] classified = [.. proposed.Items.Select(state.Classification.Find).OfType<ItemClassified>()];
        string[] found = [.. classified.SelectMany(one => one.Categories.Keys.Concat(state.Extracts.MarkedIn(one.Item).Select(marked => marked.Key)))
            .SelectMany(code => FindingCategories.Find(code)?.DataCategories ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        for (int at = 0; at < proposed.SetAside.Count; at++)
        {
            SetAside one = proposed.SetAside[at];
            if (!found.Contains(one.Category) || proposed.SetAside.Take(at).Any(before => before.Category == one.Category))
                throw Malformed($"/setAside/{at}/category", found.Length == 0 ? "Nothing was found that could be taken away." : $"A data category is expected that was found in what is to go, each once: {string.Join(", ", found)}.");
            if (one.Reasons.Trim().Length < Disclosure.SetAside.FewestReasons || one.Reasons.Length > Disclosure.SetAside.MostReasons || !RequestText.IsClean(one.Reasons, prose: true))
                throw Malformed($"/setAside/{at}/reasons", "Say in 10 to 10,000 characters, none of them a control character, why what was found is none of this category.");
        }

        string[] setAside = [.. proposed.SetAside.Select(one => one.Category).Order(StringComparer.Ordinal)];
        return new FoundFacts([.. found.Except(setAside)], setAside, classified.Any(one => one.Unread.Count > 0 || one.Breaches.Count > 0));
    }

    private static RefusedException Malformed(string pointer, string detail) => RefusedException.Malformed("proposal-malformed", pointer, detail);
}
