namespace Rogatory.Core.Classification.Legal;

/// <summary>An Italian number before the register that it stands in: <c>n. 1234/2024 R.G.N.R.</c></summary>
internal sealed class ItalianRegister : TermRule
{
    private const int MostDigits = 7;

    /// <summary>The registers of notices of crime, of judges and of courts.</summary>
    public static IReadOnlyList<string> Registers { get; } =
        ["r.g.n.r", "rgnr", "r.g. n.r", "r.g. notizie di reato", "r.g. gip", "r.g. g.i.p", "r.g. gup", "r.g. dib", "r.g. trib", "r.g.i.p", "r.g. app"];

    public override string Id => "it-register-number";

    public override string Category => "case-number";

    public override string Citation => "Codice di procedura penale, art. 335; decreto 30 settembre 1989, n. 334";

    public override IReadOnlyList<string> Terms => Registers;

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        int end = hit.Start;
        while (end > 0 && hit.Start - end < 3 && text[end - 1] is ' ' or '.' or '\u00A0')
            end--;
        int stroke = end;
        while (stroke > 0 && end - stroke < 5 && char.IsAsciiDigit(text[stroke - 1]))
            stroke--;
        int start = stroke - 1;
        if (hit.InLabel || end - stroke is not (2 or 4) || start < 1 || text[start] is not ('/' or '-'))
            return;
        while (start > 0 && stroke - start <= MostDigits && char.IsAsciiDigit(text[start - 1]))
            start--;
        if (stroke - start > 1 && (start == 0 || !Characters.IsWord(text[start - 1])))
            window.Report(this, start, end, 0.96, "number and year before the name of a register");
    }
}
