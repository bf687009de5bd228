using System.Collections.Frozen;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Intake;
using Rogatory.Core.Retention;

namespace Rogatory.Core.Access;

/// <summary>What of a case decides who may act on it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Handling">Its handling code; null where it has none, which everyone is cleared for.</param>
/// <param name="HoldsSpecial">Whether special categories of data (LED art. 10) are declared, or were found in what the act is about.</param>
/// <param name="ConcernsVulnerable">Whether it is about a minor or another vulnerable person, or such were found in what the act is about.</param>
public sealed record AccessCase(CaseId Case, string? Handling, bool HoldsSpecial, bool ConcernsVulnerable)
{
    private static readonly FrozenSet<string> Vulnerable = ["minor", "victim", "witness", "informant"];

    /// <summary>A case of which nothing can be read but its name: it asks for all that a case can ask for.</summary>
    public static AccessCase OfUnreadable(CaseId @case) => new(@case, "H3", HoldsSpecial: true, ConcernsVulnerable: true);

    /// <summary>A case of which nothing is said but its name: it asks for the need to know it, and for nothing else.</summary>
    public static AccessCase OfNamed(CaseId @case) => new(@case, Handling: null, HoldsSpecial: false, ConcernsVulnerable: false);

    /// <summary>From a case, for one item of it or for all. Material that nobody has looked into yet may hold anything.</summary>
    public static AccessCase Of(CaseState state, ItemId? item)
    {
        ArgumentNullException.ThrowIfNull(state);
        ItemId? content = item is { } one && !Derivation.IsContent(one) ? Derivation.HolderOf(one) ?? Derivation.SourceOf(one) : item;
        ItemClassified? searched = content is { } named ? state.Classification.Find(named) : null;
        bool isUnknown = searched is null && content is { } sealedOne && state.Find(sealedOne) is not null;
        string[] families = [.. (item is null ? state.Classification.Items.Values : searched is null ? [] : [searched])
            .SelectMany(found => found.Categories.Keys)
            .Select(code => FindingCategories.Find(code)?.Family)
            .OfType<string>()];
        bool isDeclared = state.Request.DataCategories.Concat(state.Added.Values.SelectMany(added => added.DataCategories)).Any(RequestVocabulary.SpecialCategories.Contains);
        return new AccessCase(
            state.Case,
            state.Request.Handling,
            isUnknown || isDeclared || families.Contains("special"),
            isUnknown || state.Request.Subjects?.Any(Vulnerable.Contains) == true || families.Contains("vulnerable"));
    }
}
