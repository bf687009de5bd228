namespace Rogatory.Core.Classification.Legal;

/// <summary>A docket number of a federal court of the United States: <c>1:20-cv-01234-ABC</c>.</summary>
internal sealed class FederalDocket : TermRule
{
    public override string Id => "us-docket";

    public override string Category => "case-number";

    public override string Citation => "Federal Rules of Civil Procedure, rule 10(a), 79(a); Administrative Office of the U.S. Courts, CM/ECF";

    public override IReadOnlyList<string> Terms => ["cv", "cr", "mj", "md", "mc", "bk", "ap", "po", "sw", "gj"];

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        if (hit.InLabel || hit.Start < 3 || hit.End + 3 >= text.Length || text[hit.Start - 1] != '-' || text[hit.End] != '-')
            return;
        int start = hit.Start - 3, end = hit.End + 1;
        while (end < text.Length && end - hit.End <= 7 && char.IsAsciiDigit(text[end]))
            end++;
        if (!Digits.Are(text.Slice(start, 2)) || end - hit.End is < 4 or > 6 || (end < text.Length && Characters.IsWord(text[end])))
            return;
        if (start >= 2 && text[start - 1] == ':' && char.IsAsciiDigit(text[start - 2]))
            start -= 2;
        if (start > 0 && (Characters.IsWord(text[start - 1]) || text[start - 1] is '-' or '/' or '.'))
            return;
        // The initials of judges.
        for (int more = end; more + 2 < text.Length && text[more] == '-' && char.IsAsciiLetterUpper(text[more + 1]);)
        {
            more++;
            while (more < text.Length && more - end < 10 && char.IsAsciiLetterUpper(text[more]))
                more++;
            if (more < text.Length && Characters.IsWord(text[more]))
                break;
            end = more;
        }

        window.Report(this, start, end, 0.95, "year, kind of case and number");
    }
}
