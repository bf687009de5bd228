namespace Rogatory.Core.Classification.Legal;

/// <summary>A case of the Court of Justice, the General Court or the former Civil Service Tribunal: <c>C-123/45</c>, <c>T-12/20 P</c>.</summary>
internal sealed class UnionCourtCase : MarkRule
{
    private const int MostDigits = 4;

    /// <summary>What may stand behind: appeal, urgent or accelerated procedure, interim measures, revision, deposited application.</summary>
    private static readonly string[] Suffixes = [" PPU", " P(R)", " P-R", " P", " R", " RENV", " AJ", " REV", " DEP"];

    public override string Id => "eu-court-case";

    public override string Category => "case-number";

    public override string Citation => "Rules of Procedure of the Court of Justice (OJ L 265, 29.9.2012), art. 21; practice of the Registry";

    public override string Marks => "/";

    public override IReadOnlyList<string> Context => ["case", "cases", "joined cases", "affaire*", "rechtssache*", "asunto*", "causa", "cause riunite", "processo", "processos", "zaak", "zaken", "sprawa", "sprawy", "sprawach", "judgment", "curia"];

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        int start = at;
        while (start > 0 && at - start <= MostDigits && char.IsAsciiDigit(text[start - 1]))
            start--;
        int end = at + 1;
        while (end < text.Length && end - at < 4 && char.IsAsciiDigit(text[end]))
            end++;
        if (at - start is < 1 or > MostDigits || end - at != 3 || start < 2 || Shape.SeparatorOf(text[start - 1]) != 2 || text[start - 2] is not ('C' or 'T' or 'F'))
            return;
        start -= 2;
        if ((start > 0 && (Characters.IsWord(text[start - 1]) || text[start - 1] is '-' or '/' or '.')) || (end < text.Length && (Characters.IsWord(text[end]) || text[end] is '/' or '-')))
            return;
        foreach (string suffix in Suffixes)
        {
            if (text[end..].StartsWith(suffix) && (end + suffix.Length == text.Length || !Characters.IsWord(text[end + suffix.Length])))
            {
                end += suffix.Length;
                break;
            }
        }

        window.Report(this, start, end, 0.9, 0.98, "court, number and year");
    }
}
