namespace Rogatory.Core.Classification.Contact;

/// <summary>Reads a telephone number as people write them: groups of digits with spaces, hyphens, dots, slashes and brackets between.</summary>
internal ref struct DialText(ReadOnlySpan<char> text, int start, Span<char> digits)
{
    private const string Separators = " -./()\u00A0\u2009\u202F\u2010\u2011\u2013";

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> digits = digits;
    private int at = start;

    /// <summary>How many digits were read.</summary>
    public int Count { get; private set; }

    /// <summary>Where the last group ended.</summary>
    public int End { get; private set; } = start;

    public readonly ReadOnlySpan<char> Digits => digits[..Count];

    /// <summary>Reads one more group; false if none follows, or more digits than there is room for.</summary>
    public bool ReadGroup()
    {
        int next = at, separators = 0;
        while (next < text.Length && Separators.Contains(text[next], StringComparison.Ordinal))
        {
            if (++separators > 3)
                return false;
            next++;
        }

        int begin = next, count = Count;
        while (next < text.Length && char.IsAsciiDigit(text[next]))
        {
            if (count == digits.Length)
                return false;
            digits[count++] = text[next++];
        }

        if (next == begin || (next < text.Length && Characters.IsWord(text[next]) && text[next] is not ('x' or 'X' or 'e')))
            return false;
        // The trunk prefix that is left out from abroad: +44 (0)20.
        if (Count > 0 && next - begin == 1 && text[begin] == '0' && text[begin - 1] == '(' && next < text.Length && text[next] == ')')
            count--;
        (Count, at, End) = (count, next, next);
        return true;
    }
}
