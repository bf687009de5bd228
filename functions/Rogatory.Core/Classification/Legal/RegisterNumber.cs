using System.Collections.Frozen;

namespace Rogatory.Core.Classification.Legal;

/// <summary>
/// A file number as courts and prosecutors in Germany, Austria and Poland make it: division, register, number and year, as in <c>12 Js 345/24</c>,
/// <c>VIII ZR 12/21</c>, <c>II K 123/24</c>.
/// </summary>
internal sealed class RegisterNumber : MarkRule
{
    private const int MostDigits = 6, MostLetters = 5;

    /// <summary>The registers of German, Austrian and Polish orders on files of which the letters are no unit or everyday word.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Registers = (
        "Js UJs BJs StR StB BGs ARs AR ARP KLs Ks Ls Ds Cs Ns Ss Ws Gs Qs StVK StE BGns OJs OWi VRs Owi GRs XIV ZR ZB ZA BvR BvL BvQ BvE BvF " +
        "Sa Ca Ta AZR AZB ABR AZN Ga BV TaBV SG SO BSG KR AL AS VG OVG IN IK IE VR HRA HRB Kart Verg UF WF AF OH VI XVII SF EK Hv HR Os Bs Bl Ob St " +
        "Ka Ko Kp Kz Kzw AKa AKz AKzw KK KZP KO GC GCo GNc GCz ACa ACz RC RCa Ns Nc Co Cz Ca Kow Kws KRN CZP CSK CSKP SK")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Registers of one letter: with a Roman division, as in Poland and at the highest courts, they are told from a unit.</summary>
    private const string Single = "KCPUGNFOSWER";

    public override string Id => "register-number";

    public override string Category => "case-number";

    public override string Citation => "Aktenordnung (AktO) § 4; Geschäftsordnung für die Gerichte I. und II. Instanz (Geo.) § 371; zarządzenie MS z 19.06.2019 r. w sprawie organizacji sekretariatów sądowych";

    public override string Marks => "/";

    public override IReadOnlyList<string> Context =>
        ["az", "aktenzeichen", "geschäftszeichen", "gz", "sygn", "sygnatura", "sygn. akt", "urteil*", "beschluss*", "beschl", "urt", "wyrok*", "postanowieni*", "bgh", "bverfg", "olg", "landgericht", "amtsgericht", "staatsanwaltschaft", "sąd*", "prokuratur*"];

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        int number = Back(text, at, MostDigits, char.IsAsciiDigit);
        int end = at + 1;
        while (end < text.Length && end - at < 6 && char.IsAsciiDigit(text[end]))
            end++;
        if (number == at || number < 2 || text[number - 1] != ' ' || end - at is not (3 or 5) || (end < text.Length && (Characters.IsWord(text[end]) || text[end] is '/')))
            return;
        int point = text[number - 2] == '.' ? 1 : 0;
        int register = Back(text, number - 1 - point, MostLetters, char.IsAsciiLetter);
        ReadOnlySpan<char> letters = text[register..(number - 1 - point)];
        if (letters.Length == 0 || register < 2 || text[register - 1] != ' ')
            return;
        int start = Back(text, register - 1, 5, char.IsAsciiDigit);
        bool roman = start == register - 1;
        if (roman)
            start = Back(text, register - 1, 6, unit => unit is 'I' or 'V' or 'X');
        bool isRegister = letters.Length == 1 ? Single.Contains(letters[0], StringComparison.Ordinal) : Registers.Contains(letters);
        if (start == register - 1 || !isRegister || (start > 0 && (Characters.IsWord(text[start - 1]) || text[start - 1] is '-' or '/' or ',' or '.')))
            return;
        window.Report(this, start, end, letters.Length > 1 ? 0.92 : roman ? 0.85 : 0.5, 0.97, "division, register, number and year");
    }

    /// <summary>Where the run of such characters begins that ends here; the end itself if it is none, or too long.</summary>
    private static int Back(ReadOnlySpan<char> text, int end, int most, Func<char, bool> isOne)
    {
        int start = end;
        while (start > 0 && end - start <= most && isOne(text[start - 1]))
            start--;
        return end - start > most ? end : start;
    }
}
