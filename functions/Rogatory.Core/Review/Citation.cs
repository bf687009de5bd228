using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Rogatory.Core.Review;

/// <summary>The form of the law that an officer names: it stands in ledgers, notices and reports, where no word about a person may stand.</summary>
public static partial class Citation
{
    private const int Longest = 120;

    private static readonly FrozenSet<string> Words =
    [
        "art", "arts", "article", "articles", "para", "paras", "paragraph", "section", "sec", "s", "ss", "sentence", "lit", "no", "nos", "recital", "recitals", "annex", "chapter", "title", "rule", "rules",
        "and", "or", "to", "with", "of", "the", "under", "in", "on", "between", "Directive", "Regulation", "Decision", "Framework", "Convention", "Protocol", "Additional", "Second", "Treaty", "Agreement", "Charter",
        "Act", "Code", "Law", "Constitution", "Criminal", "Penal", "Civil", "Procedure", "Council", "Europe", "European", "Union", "United", "Nations", "Umbrella", "Mutual", "Legal", "Assistance", "Extradition",
    ];

    /// <summary>Refuses what is no citation: abbreviations of laws, words of their structure and numbers, beginning with a law, such as <c>LED art. 16(3)</c>, <c>StPO § 59</c>, <c>Directive 2014/41/EU art. 11(1)(a)</c>.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="slug">The refusal's.</param>
    /// <param name="pointer">Where it stands in what was sent.</param>
    /// <exception cref="RefusedException">Under that slug.</exception>
    internal static void Check(string text, string slug, string pointer = "/citation")
    {
        if (!IsOne(text))
        {
            throw RefusedException.Malformed(
                slug, pointer, "The citation is the abbreviation of a law and its article, such as LED art. 16(3), StPO § 59 or Directive 2014/41/EU art. 11(1)(a), in 3 to 120 characters. Other words go into the reasons, which are sealed.");
        }
    }

    private static bool IsOne(string text) =>
        text is { Length: >= 3 and <= Longest } && Form().IsMatch(text) && Word().Matches(text).All(word => Words.Contains(word.Value) || Abbreviation().IsMatch(word.Value));

    [GeneratedRegex(@"\A[A-Z][A-Za-z0-9 .,;:()/§-]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    // A letter of a list, a roman numeral, or the short name of a law: capitals, with few small letters among them (StPO, GwG, Sv).
    [GeneratedRegex(@"\A([a-z]|[ivx]{1,6}|[A-Z]{1,8}|[A-Z][a-z]{0,2}[A-Z][A-Za-z]{0,4}|[A-Z][a-z])\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Abbreviation();
}
