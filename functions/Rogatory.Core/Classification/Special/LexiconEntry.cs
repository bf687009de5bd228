namespace Rogatory.Core.Classification.Special;

/// <summary>A category's words in <c>lexicon.json</c>, by language, with commas between. A word counts in whatever language the text is.</summary>
/// <param name="Category">A code of <see cref="FindingCategories"/>.</param>
/// <param name="Citation">The law that names it.</param>
/// <param name="Sure">What means nothing else.</param>
/// <param name="Doubtful">What means other things too: it counts only beside a word of <paramref name="Context"/>.</param>
/// <param name="Context">What speaks for a doubtful word.</param>
/// <param name="Against">Phrases in which a word of the category means something else.</param>
/// <param name="Fields">Names of fields whose values are of the category, whatever they are.</param>
internal sealed record LexiconEntry(
    string Category, string Citation, IReadOnlyDictionary<string, string> Sure, IReadOnlyDictionary<string, string> Doubtful,
    IReadOnlyDictionary<string, string> Context, IReadOnlyDictionary<string, string> Against, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The words of all languages.</summary>
    public static IReadOnlyList<string> Words(IReadOnlyDictionary<string, string> byLanguage) =>
        [.. byLanguage.Values.SelectMany(words => words.Split(", ")).Distinct(StringComparer.Ordinal)];
}
