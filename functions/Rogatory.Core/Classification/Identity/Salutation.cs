namespace Rogatory.Core.Classification.Identity;

/// <summary>A name behind a title or a greeting: one to three words with a capital.</summary>
internal sealed class Salutation : TermRule
{
    private const int MostWords = 3, MostLength = 60;

    /// <summary>Titles that are written small in running text as well.</summary>
    private static readonly string[] Small =
        ["monsieur", "madame", "mademoiselle", "señor", "señora", "señorita", "doña", "don", "signor", "signora", "senhor", "senhora", "meneer", "mevrouw", "mevr", "dhr", "pan", "pani", "pana", "panu", "panią", "heer"];

    /// <summary>Titles that are other words behind a name: <c>Park Dr</c>, <c>John M. Smith</c>.</summary>
    private static readonly string[] Doubtful = ["m", "dr", "sr", "don", "pan", "ms", "miss", "sir", "sig", "prof", "dom", "mw", "mx"];

    private static readonly string[] Greetings = ["dear", "hi", "hello", "cher", "chère", "lieber", "liebe", "querido", "querida", "estimado", "estimada", "caro", "cara", "beste", "drogi", "droga", "prezado", "prezada", "gentile", "geachte"];

    private static readonly string[] FurtherTitles = ["dr", "prof", "ing", "dott", "dott.ssa", "avv", "mr", "mrs", "ms", "herr", "frau", "dipl", "mag", "mgr", "inż", "hab", "med", "sig", "sra", "mtro", "lic", "don", "doña", "maître", "me", "dra"];

    public override string Id => "person-name-salutation";

    public override string Category => "person-name";

    public override string Citation => "LED art. 3(1)";

    public override IReadOnlyList<string> Terms =>
    [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "lady", "mme", "mlle", "m", "monsieur", "madame", "mademoiselle", "maître",
        "herr", "herrn", "frau", "fräulein", "sr", "sra", "srta", "señor", "señora", "señorita", "don", "doña", "sig", "sig.ra", "signor", "signora", "signorina", "dott", "dott.ssa", "avv",
        "senhor", "senhora", "dom", "dra", "dhr", "mevr", "mw", "meneer", "mevrouw", "heer", "pan", "pani", "pana", "panu", "panią", .. Greetings,
    ];

    public override void Find(Window window, TermHit hit)
    {
        if (hit.InLabel)
            return;
        ReadOnlySpan<char> text = window.Text;
        ReadOnlySpan<char> title = text[hit.Start..hit.End];
        bool isGreeting = Is(title, Greetings);
        if ((!char.IsUpper(title[0]) && !Is(title, Small)) || (Is(title, Doubtful) && FollowsName(text[..hit.Start])))
            return;
        int start = StartOfName(text, hit.End);
        if (start == 0 || (title is "M" && text[hit.End] != '.'))
            return;
        int length = NameText.Length(text[start..Math.Min(text.Length, start + MostLength)], MostWords);
        if (length == 0 || (isGreeting && !EndsGreeting(text[(start + length)..])))
            return;
        window.Report(this, start, start + length, isGreeting || Is(title, Doubtful) ? 0.8 : 0.92, "words with capitals", isGreeting ? "a greeting before it" : "a title before it");
    }

    /// <summary>Behind a point, spaces, and other titles; 0 if no word is there.</summary>
    private static int StartOfName(ReadOnlySpan<char> text, int at)
    {
        for (int titles = 0; titles < 4; titles++)
        {
            if (at < text.Length && text[at] == '.')
                at++;
            if (at >= text.Length || text[at] is not (' ' or '\u00A0') || at + 1 >= text.Length)
                return 0;
            int start = ++at;
            while (at < text.Length && at - start < 10 && char.IsLetter(text[at]))
                at++;
            if (at == start)
                return 0;
            if (!Is(text[start..at], FurtherTitles) || !char.IsUpper(text[start]))
                return start;
        }

        return 0;
    }

    private static bool FollowsName(ReadOnlySpan<char> before)
    {
        if (before.Length < 2 || before[^1] is not (' ' or '.' or ','))
            return before.Length > 0 && char.IsLetterOrDigit(before[^1]);
        ReadOnlySpan<char> word = before[Math.Max(0, before.Length - 24)..].TrimEnd(" ,");
        int at = word.Length;
        while (at > 0 && char.IsLetterOrDigit(word[at - 1]))
            at--;
        return at < word.Length && (char.IsUpper(word[at]) || char.IsDigit(word[at])) && !Is(word[at..], FurtherTitles) && !Is(word[at..], Greetings);
    }

    private static bool EndsGreeting(ReadOnlySpan<char> after) => after.Length == 0 || after[0] is ',' or ':' or '!' or '\n' or '\r';

    private static bool Is(ReadOnlySpan<char> word, string[] words)
    {
        foreach (string one in words)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
