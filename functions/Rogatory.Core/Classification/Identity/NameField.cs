namespace Rogatory.Core.Classification.Identity;

/// <summary>A name in a field that is labelled for one: a column, a JSON field, a line of a form.</summary>
internal abstract class NameField : TermRule
{
    private const int MostWords = 5, MostLength = 80;

    public override string Category => "person-name";

    public override string Citation => "LED art. 3(1)";

    /// <summary>How likely a name behind this label is a person's.</summary>
    protected abstract double Confidence { get; }

    /// <summary>Whether the label's word must stand first in its line: with another before it, it may be a thing's.</summary>
    protected virtual bool MustBegin => false;

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        if (hit.InLabel)
        {
            if (window.IsWhole && !(window.Labels.InLabel(this)?.Opposed ?? false))
                FindWhole(window);
            return;
        }

        if (MustBegin && !Begins(text[Math.Max(0, hit.Start - 3)..hit.Start]))
            return;
        int start = StartOfValue(text, hit.End);
        if (start == 0)
            return;
        int length = NameText.Length(text[start..Math.Min(text.Length, start + MostLength)], MostWords, commas: true);
        if (length > 0)
            window.Report(this, start, start + length, Confidence, "words with capitals", "a label before it");
    }

    private void FindWhole(Window window)
    {
        ReadOnlySpan<char> text = window.Text.TrimEnd();
        int start = window.Text.Length - window.Text.TrimStart().Length;
        if (start >= text.Length || text.Length - start > MostLength)
            return;
        ReadOnlySpan<char> value = text[start..];
        // What names a kind of value is a table's name for a column, beside another one.
        if (!window.IsContext(start, text.Length) && NameText.Length(value, MostWords, anyCase: true, commas: true) == value.Length)
            window.Report(this, start, text.Length, Confidence, "nothing but words", "a label");
    }

    private static bool Begins(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> trimmed = before.TrimEnd(" \t*\"'");
        return trimmed.Length == 0 || trimmed[^1] is '\n' or '\r' or ',' or '{' or ';' or '|' or '-' or '.' or ':' or '(' or '>' or '•' or '[';
    }

    /// <summary>Behind a colon, an equals sign or a tab, and what quotes the value; 0 if none stands there.</summary>
    private static int StartOfValue(ReadOnlySpan<char> text, int at)
    {
        if (text[at..].StartsWith("(s)") || text[at..].StartsWith("(S)"))
            at += 3;
        int limit = Math.Min(text.Length, at + 12);
        bool divided = false;
        for (; at < limit; at++)
        {
            if (text[at] is ':' or '=' or '\t' or '|')
                divided = true;
            else if (text[at] is not (' ' or '"' or '\'' or '*' or '\u00A0' or '_'))
                return divided ? at : 0;
        }

        return 0;
    }
}
