namespace Rogatory.Core.Classification.Legal;

/// <summary>
/// The forms of file numbers: letters of registers, digits, and a year or a series joined to them by a stroke, a hyphen, a point or a colon; or
/// many digits by themselves.
/// </summary>
internal static class FileNumberText
{
    public const int Longest = 48;

    private const int MostFiller = 24, MostParts = 6, FewestDigits = 3, EnoughDigits = 6, MostLetters = 5, MostDigits = 15;

    /// <summary>Words between a label and its number.</summary>
    private static readonly string[] Fillers =
        ["no", "nos", "nr", "nº", "n", "num", "number", "numero", "número", "numer", "ref", "reference", "file", "is", "was", "lautet", "ist", "est", "es", "è", "akt", "rg"];

    /// <summary>Where the first part stands that holds a digit or is the letters of a register; -1 if something else stands before it.</summary>
    public static int Start(ReadOnlySpan<char> text, int from)
    {
        int at = from, limit = Math.Min(text.Length, from + MostFiller);
        while (at < limit)
        {
            char unit = text[at];
            if (unit is '\n' or ';')
                return -1;
            if (!Characters.IsWord(unit))
            {
                at++;
                continue;
            }

            int end = at;
            while (end < text.Length && Characters.IsWord(text[end]))
                end++;
            if (!IsFiller(text[at..end]))
                return at;
            at = end;
        }

        return -1;
    }

    /// <summary>How long the number is that begins here; 0 if none does.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        int at = 0, found = 0, digits = 0;
        bool joined = false;
        for (int part = 0; part < MostParts; part++)
        {
            int end = at;
            while (end < text.Length && (Characters.IsWord(text[end]) || IsJoint(text, end)))
                end++;
            ReadOnlySpan<char> piece = text[at..end];
            if (!IsPart(piece, out int count, out bool isJoined) || (isJoined && IsDate(piece)) || (part > 0 && joined && !isJoined))
                break;
            digits += count;
            joined |= isJoined;
            if (count > 0)
                found = end;
            at = end;
            if (at < text.Length && text[at] == '.' && count == 0)
                at++;
            // A stroke with spaces about it goes on to the number of the roll.
            if (text[at..].StartsWith(" / ", StringComparison.Ordinal))
                (at, joined) = (at + 3, false);
            else if (at + 1 < text.Length && text[at] is ' ' or '\u00A0' && !joined && Characters.IsWord(text[at + 1]))
                at++;
            else
                break;
        }

        bool isNumber = digits >= FewestDigits && (ContainsJoint(text[..found]) || digits >= EnoughDigits);
        bool ends = found == text.Length || !Characters.IsWord(text[found]);
        return isNumber && ends && !text[..found].ContainsAny("€$") ? found : 0;
    }

    private static bool IsFiller(ReadOnlySpan<char> word)
    {
        foreach (string filler in Fillers)
        {
            if (word.Equals(filler, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsJoint(ReadOnlySpan<char> text, int at) =>
        text[at] is '/' or '-' or '.' or ':' or '_' or '\u2011' or '\u2010' && at > 0 && Characters.IsWord(text[at - 1]) && at + 1 < text.Length && Characters.IsWord(text[at + 1]);

    /// <summary>Digits, or the letters of a register or of a judge: short and with a capital, if no digit is among them.</summary>
    private static bool IsPart(ReadOnlySpan<char> piece, out int digits, out bool joined)
    {
        digits = 0;
        joined = false;
        int letters = 0, capitals = 0, run = 0;
        foreach (char unit in piece)
        {
            bool isDigit = char.IsAsciiDigit(unit), isLetter = !isDigit && Characters.IsWord(unit);
            digits += isDigit ? 1 : 0;
            letters += isLetter ? 1 : 0;
            capitals += char.IsUpper(unit) ? 1 : 0;
            run = isLetter ? run + 1 : 0;
            if (run > MostLetters)
                return false;
            joined |= !isDigit && !isLetter && digits > 0;
        }

        return piece.Length > 0 && digits <= MostDigits + 10 && (digits > 0 ? letters <= 14 : letters is > 0 and <= MostLetters && capitals > 0);
    }

    private static bool ContainsJoint(ReadOnlySpan<char> text) => text.ContainsAny("/-.:");

    private static bool IsDate(ReadOnlySpan<char> piece) => Identity.WrittenDate.Length(piece) == piece.Length;
}
