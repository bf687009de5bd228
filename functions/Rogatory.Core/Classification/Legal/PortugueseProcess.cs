namespace Rogatory.Core.Classification.Legal;

/// <summary>The single number of a Portuguese case (NUIPC, or that of a court's case): <c>123/24.5T8LSB</c>.</summary>
internal sealed class PortugueseProcess : MarkRule
{
    private const int MostDigits = 6;

    public override string Id => "pt-process";

    public override string Category => "case-number";

    public override string Citation => "Portaria 1223-A/91, de 30 de dezembro (NUIPC); Portaria 280/2013, art. 4";

    public override string Marks => "/";

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        int start = at;
        while (start > 0 && at - start <= MostDigits && char.IsAsciiDigit(text[start - 1]))
            start--;
        // Year, point, check digit, then the court or authority: five or six letters and digits.
        if (at - start is 0 or > MostDigits || at + 9 >= text.Length || (start > 0 && Characters.IsWord(text[start - 1]))
            || !Digits.Are(text[(at + 1)..(at + 3)]) || text[at + 3] != '.' || !char.IsAsciiDigit(text[at + 4]))
            return;
        int end = at + 5, letters = 0;
        while (end < text.Length && end - at < 13 && (char.IsAsciiLetterUpper(text[end]) || char.IsAsciiDigit(text[end])))
            letters += char.IsAsciiLetterUpper(text[end++]) ? 1 : 0;
        if (end - at - 5 is 5 or 6 && letters >= 3 && (end == text.Length || !Characters.IsWord(text[end])))
            window.Report(this, start, end, 0.97, "number, year, check digit and court");
    }
}
