namespace Rogatory.Core.Classification.Identity;

/// <summary>Names as they are written: words with a capital, with the small words that belong to names between them.</summary>
internal static class NameText
{
    private static readonly string[] Particles =
        ["de", "der", "den", "van", "von", "vom", "zu", "zum", "zur", "la", "le", "les", "du", "des", "del", "della", "di", "da", "do", "dos", "das", "y", "e", "bin", "al", "el", "ten", "ter", "af", "av", "d", "t"];

    private static readonly string[] NoPeople =
    [
        "gmbh", "ag", "kg", "ltd", "limited", "inc", "llc", "plc", "corp", "corporation", "company", "sa", "sarl", "sas", "spa", "srl", "bv", "nv", "sl", "lda", "oy", "ab",
        "bank", "university", "ministry", "department", "group", "president", "chairman", "chair", "minister", "speaker", "ambassador", "commissioner", "director",
        "secretary", "sir", "madam", "sirs", "customer", "customers", "all", "team", "colleague", "colleagues", "friend", "friends", "manager", "editor", "member", "members",
        "user", "guest", "client", "präsident", "präsidentin", "minister", "ministerin", "kollege", "kollegen", "kollegin", "damen", "kunde", "kundin", "président",
        "présidente", "ministre", "directeur", "directrice", "monsieur", "madame", "messieurs", "mesdames", "client", "cliente", "presidente", "ministro", "director", "directora",
        "directeur", "collega", "collega's", "klant", "państwo", "none", "null", "unknown", "true", "false", "the", "this", "yes", "no",
    ];

    /// <summary>How long the name of at most this many words is that begins here; 0 if none does. <paramref name="anyCase"/>: small letters may begin it too.</summary>
    public static int Length(ReadOnlySpan<char> text, int mostWords, bool anyCase = false, bool commas = false)
    {
        int at = 0, end = 0, words = 0;
        while (at < text.Length && words < mostWords)
        {
            int length = Word(text[at..]);
            if (length == 0)
                break;
            ReadOnlySpan<char> word = text.Slice(at, length);
            bool isParticle = IsOneOf(word, Particles) && !char.IsUpper(word[0]);
            if (!isParticle && !anyCase && !char.IsUpper(word[0]))
                break;
            if (!isParticle && IsOneOf(word.TrimEnd('.'), NoPeople))
                return 0;
            at += length;
            if (!isParticle)
            {
                words++;
                end = at;
            }

            if (commas && words == 1 && text[at..].StartsWith(", "))
                at++;
            if (at < text.Length && (text[at] is '\'' or '’' or '-') && isParticle)
                at++;
            else if (at + 1 < text.Length && text[at] is ' ' or '\u00A0' && char.IsLetter(text[at + 1]))
                at++;
            else
                break;
        }

        ReadOnlySpan<char> name = text[..end];
        bool isWhole = end == text.Length || !(Characters.IsWord(text[end]) || text[end] is '@' or '_' or '/');
        return isWhole && (name.Length > 2 || (name.Length == 2 && !name.Contains('.'))) ? end : 0;
    }

    /// <summary>Letters with hyphens and apostrophes inside, or an initial with its point.</summary>
    private static int Word(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (at < text.Length && at < 40 && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark
            || (at > 0 && text[at] is '-' or '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at == 1 && text.Length > 1 && text[1] == '.' ? 2 : at;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (string one in words)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
