namespace Rogatory.Core.Classification.Identity;

/// <summary>A number without a check rule, of which only a word before it says what it is: it must be written in one of a few ways.</summary>
internal abstract class LabelledNumber : TermRule
{
    private const int Reach = 44, Close = 16;

    public override IReadOnlyList<string> Context => [];

    /// <summary>The ways: <c>#</c> a digit, <c>@</c> a capital letter, <c>*</c> either, a space one of space, <c>-</c>, <c>.</c>, <c>/</c> or nothing.</summary>
    protected abstract IReadOnlyList<string> Ways { get; }

    /// <summary>Fewer digits are a word.</summary>
    protected virtual int FewestDigits => 4;

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        int from = hit.InLabel ? 0 : hit.End;
        ReadOnlySpan<char> reach = ValueReach.Of(text, from, Reach);
        for (int at = 0; at < reach.Length; at++)
        {
            int start = from + at;
            if (!Characters.IsWord(text[start]) || (start > 0 && Characters.IsWord(text[start - 1])))
                continue;
            int length = Length(text[start..Math.Min(text.Length, start + 32)]);
            if (length > 0)
            {
                double confidence = hit.InLabel || at <= Close ? 0.92 : 0.7;
                window.Report(this, start, start + length, confidence, "a way in which they are written", hit.InLabel ? "a word in the label" : "a word before it");
                return;
            }

            if (hit.InLabel || char.IsAsciiDigit(text[start]))
                return;
        }
    }

    /// <summary>How long the longest is that begins here.</summary>
    private int Length(ReadOnlySpan<char> text)
    {
        int best = 0;
        foreach (string way in Ways)
            best = Math.Max(best, LengthOf(text, way));
        return best;
    }

    private int LengthOf(ReadOnlySpan<char> text, string way)
    {
        int at = 0, digits = 0;
        foreach (char kind in way)
        {
            char unit = at < text.Length ? text[at] : '\0';
            if (kind == ' ')
            {
                at += unit is ' ' or '-' or '.' or '/' or '\u00A0' or '\u2011' ? 1 : 0;
                continue;
            }

            bool isDigit = char.IsAsciiDigit(unit);
            if (!(isDigit && kind != '@') && !(char.IsAsciiLetterUpper(unit) && kind != '#'))
                return 0;
            digits += isDigit ? 1 : 0;
            at++;
        }

        bool ends = at == text.Length || !(Characters.IsWord(text[at]) || (text[at] is '-' or '/' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])));
        return ends && digits >= FewestDigits ? at : 0;
    }
}
