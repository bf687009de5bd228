using System.Buffers;

namespace Rogatory.Core.Classification.Special;

/// <summary>The value of a field whose name says that it is of the category: <c>Religion: …</c>, or a column's cell.</summary>
internal sealed class SpecialField(LexiconEntry entry) : TermRule
{
    private const int MostLength = 80, MostGap = 4;

    private static readonly SearchValues<char> Ends = SearchValues.Create("\n\r;|\t<{}\"");

    private static readonly string[] Empty = ["none", "n/a", "unknown", "keine", "unbekannt", "néant", "aucun", "aucune", "ninguno", "ninguna", "nessuno", "nessuna", "nenhum", "nenhuma", "geen", "onbekend", "brak", "null", "-"];

    private readonly IReadOnlyList<string> terms = LexiconEntry.Words(entry.Fields);

    public override string Id => $"{Category}-field";

    public override string Category => entry.Category;

    public override string Citation => entry.Citation;

    public override IReadOnlyList<string> Terms => terms;

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        int start = hit.InLabel ? 0 : StartOfValue(text, hit.End);
        if (start < 0 || (hit.InLabel && (!window.IsWhole || text.Length > MostLength)))
            return;
        ReadOnlySpan<char> value = text[start..Math.Min(text.Length, start + MostLength)];
        int end = value.IndexOfAny(Ends);
        value = end >= 0 ? value[..end] : value;
        if (value.IndexOf(", ") is > 0 and int comma && !hit.InLabel)
            value = value[..comma];
        start += value.Length - value.TrimStart().Length;
        value = value.Trim().TrimEnd(".,\"'");
        if (value.Length < 2 || value.Length > 60 || !HasWord(value) || IsEmpty(value))
            return;
        window.Report(this, start, start + value.Length, 0.92, "the value of a field", hit.InLabel ? "its word in the label" : "its word before it");
    }

    /// <summary>Behind a colon, an equals sign or a tab, and what quotes the value; -1 if none stands there.</summary>
    private static int StartOfValue(ReadOnlySpan<char> text, int at)
    {
        bool divided = false;
        for (int limit = Math.Min(text.Length, at + MostGap + 2); at < limit; at++)
        {
            if (text[at] is ':' or '=' or '\t' or '|')
                divided = true;
            else if (text[at] is not (' ' or '"' or '\'' or '*' or '\u00A0'))
                return divided && text[at] is not ('\n' or '\r') ? at : -1;
        }

        return -1;
    }

    private static bool HasWord(ReadOnlySpan<char> value)
    {
        foreach (char unit in value)
        {
            if (Characters.IsWord(unit))
                return true;
        }

        return false;
    }

    private static bool IsEmpty(ReadOnlySpan<char> value)
    {
        foreach (string empty in Empty)
        {
            if (value.Equals(empty, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
