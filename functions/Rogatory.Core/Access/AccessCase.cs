using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Intake;

namespace Rogatory.Core.Access;

/// <summary>What of a case decides who may act on it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Handling">Its handling code; null where it has none, which everyone is cleared for.</param>
/// <param name="HoldsSpecial">Whether special categories of data (LED art. 10) are declared, or were found in what the act is about.</param>
/// <param name="ConcernsVulnerable">Whether it is about a minor or another vulnerable person, or such were found in what the act is about.</param>
public sealed record AccessCase(CaseId Case, string? Handling, bool HoldsSpecial, bool ConcernsVulnerable)
{
    /// <summary>A case of which nothing can be read but its name: it asks for all that a case can ask for.</summary>
    public static AccessCase OfUnreadable(CaseId @case) => new(@case, "H3", HoldsSpecial: true, ConcernsVulnerable: true);

    /// <summary>A case of which nothing is said but its name: it asks for the need to know it, and for nothing else.</summary>
    public static AccessCase OfNamed(CaseId @case) => new(@case, Handling: null, HoldsSpecial: false, ConcernsVulnerable: false);

    /// <summary>From a case, for one item of it or for all.</summary>
    public static AccessCase Of(CaseState state, ItemId? item)
    {
        ArgumentNullException.ThrowIfNull(state);
        string[] families = [.. (item is { } one ? state.Classification.Find(one) is { } searched ? [searched] : [] : state.Classification.Items.Values)
            .SelectMany(found => found.Categories.Keys)
            .Select(code => FindingCategories.Find(code)?.Family)
            .OfType<string>()];
        bool isDeclared = state.Request.DataCategories.Concat(state.Added.Values.SelectMany(added => added.DataCategories)).Any(RequestVocabulary.SpecialCategories.Contains);
        return new AccessCase(
            state.Case,
            state.Request.Handling,
            isDeclared || families.Contains("special"),
            state.Request.Subjects?.Contains("minor") == true || families.Contains("vulnerable"));
    }
}
