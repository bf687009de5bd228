namespace Rogatory.Core.Classification.Contact;

/// <summary>A telephone number in whatever national form, right behind a word that says it is one, or in a column that does.</summary>
internal sealed class PhoneInContext : TermRule
{
    private const int FewestDigits = 6, MostDigits = 13, Reach = 32, MostWords = 3;

    public override string Id => "phone-in-context";

    public override string Category => "phone";

    public override string Citation => "ITU-T E.123";

    public override IReadOnlyList<string> Terms => PhoneWords.All;

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        ReadOnlySpan<Atom> atoms = window.Tokens.Atoms;
        int at = ValueText.First(atoms, hit.End), last = at + (hit.InLabel ? 0 : MostWords);
        while (at < atoms.Length && at < last && !atoms[at].HasDigit)
            at++;
        if (at >= atoms.Length || !atoms[at].IsDigits)
            return;
        int start = atoms[at].Start;
        ReadOnlySpan<char> between = text[hit.End..start];
        if (between.Length > Reach || between.ContainsAny("+;$€") || between.Count('\n') > 0)
            return;
        var number = new DialText(text, start, stackalloc char[MostDigits]);
        int end = 0;
        while (number.ReadGroup())
            end = number.Count >= FewestDigits ? number.End : 0;
        if (end == 0 || IsDate(text[start..end]) || (end + 1 < text.Length && text[end] is ':' or ',' or '.' && char.IsAsciiDigit(text[end + 1])))
            return;
        if (start > 0 && text[start - 1] == '(')
            start--;
        window.Report(this, start, end, hit.InLabel ? 0.95 : between.Length <= 6 ? 0.92 : 0.85, "a number of a telephone number's length right after its word");
    }

    private static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length is 8 or 10 && (text[2] is '.' or '/' or '-' && text[5] == text[2] || text[4] is '-' or '/' && text.Length == 10 && text[7] == text[4]);
}
