namespace Rogatory.Core.Classification.Legal;

/// <summary>A European Case Law Identifier: <c>ECLI:EU:C:2015:650</c>.</summary>
internal sealed class Ecli : TermRule
{
    private const int MostCourt = 7, MostOrdinal = 25, FirstYear = 1600;

    public override string Id => "ecli";

    public override string Category => "case-number";

    public override string Citation => "Council conclusions 2011/C 127/01, annex, section 1 (ECLI); 2019/C 360/01";

    public override IReadOnlyList<string> Terms => ["ecli"];

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        int start = hit.InLabel ? 0 : hit.Start;
        if (hit.InLabel && !text.StartsWith("ECLI", StringComparison.OrdinalIgnoreCase))
            return;
        int end = EndOf(text[start..Math.Min(text.Length, start + 64)]);
        if (end > 0 && (start == 0 || !Characters.IsWord(text[start - 1])))
            window.Report(this, start, start + end, 0.98, "country, court, year and ordinal number");
    }

    /// <summary>How long the identifier is that begins here; 0 if none does.</summary>
    private static int EndOf(ReadOnlySpan<char> text)
    {
        int at = 4;
        int country = Part(text, ref at, dots: false), court = country == 2 ? Part(text, ref at, dots: false) : 0;
        if (court is 0 or > MostCourt || !char.IsAsciiLetter(text[at - court]) || text[(at - court - 3)..(at - court - 1)].ContainsAnyInRange('0', '9'))
            return 0;
        int year = Part(text, ref at, dots: false);
        if (year != 4 || !Digits.Are(text[(at - 4)..at]) || Digits.Number(text[(at - 4)..at]) is < FirstYear or > 2100)
            return 0;
        int ordinal = Part(text, ref at, dots: true);
        return ordinal is 0 or > MostOrdinal || (at < text.Length && Characters.IsWord(text[at])) ? 0 : at;
    }

    /// <summary>A colon, and the letters and digits after it; ordinal numbers may have points inside.</summary>
    private static int Part(ReadOnlySpan<char> text, ref int at, bool dots)
    {
        if (at >= text.Length || text[at] != ':')
            return 0;
        int from = ++at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || (dots && text[at] == '.' && at > from && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]))))
            at++;
        return at - from;
    }
}
