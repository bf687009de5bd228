namespace Rogatory.Core.Classification.Legal;

/// <summary>Whether words are set off from the text around them as a marking is.</summary>
internal static class MarkingText
{
    private const int Longest = 60;

    public static bool HasSmall(ReadOnlySpan<char> text)
    {
        foreach (char unit in text)
        {
            if (char.IsLower(unit))
                return true;
        }

        return false;
    }

    /// <summary>No other word stands in the line.</summary>
    public static bool FillsLine(ReadOnlySpan<char> text, int start, int end) => !HasWord(Before(text, start)) && !HasWord(After(text, end));

    /// <summary>In brackets, beside a stroke, or in a line of nothing but capitals that is short.</summary>
    public static bool IsSetOff(ReadOnlySpan<char> text, int start, int end)
    {
        ReadOnlySpan<char> before = Before(text, start), after = After(text, end);
        bool bracketed = before.Length > 0 && after.Length > 0 && (before[^1], after[0]) is ('(', ')') or ('[', ']') or ('*', '*');
        bool joined = before.TrimEnd(' ').EndsWith("/", StringComparison.Ordinal) || after.TrimStart(' ').StartsWith("/", StringComparison.Ordinal)
            || after.TrimStart(' ').StartsWith("–", StringComparison.Ordinal) || after.StartsWith(" - ", StringComparison.Ordinal);
        return bracketed || joined || (before.Length + after.Length < Longest && !HasSmall(before) && !HasSmall(after));
    }

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, int at)
    {
        ReadOnlySpan<char> reach = text[Math.Max(0, at - Longest)..at];
        return reach[(reach.LastIndexOf('\n') + 1)..];
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, int at)
    {
        ReadOnlySpan<char> reach = text[at..Math.Min(text.Length, at + Longest)];
        return reach.IndexOf('\n') is >= 0 and int line ? reach[..line] : reach;
    }

    private static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (char unit in text)
        {
            if (Characters.IsWord(unit))
                return true;
        }

        return false;
    }
}
