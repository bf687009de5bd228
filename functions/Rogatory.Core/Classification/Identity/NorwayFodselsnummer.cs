namespace Rogatory.Core.Classification.Identity;

/// <summary>The Norwegian fødselsnummer, the D-nummer (day raised by 40) and helpenumre and those of test people (month raised by 40 or 80).</summary>
internal sealed class NorwayFodselsnummer : PersonNumber
{
    private static readonly int[] First = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] Second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    public override string Id => "no-fodselsnummer";

    public override string Citation => "Folkeregisterforskriften (FOR-2017-07-14-1201), § 2-2-1 til 2-2-3";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "###### #####", "###### ### ##", "## ## ## #####", "## ## ## ### ##");

    public override string Check => "date, both check digits (mod 11)";

    public override double Bare => 0.82;

    protected override double BareInGroups => 0.92;

    protected override IReadOnlyList<string> Names =>
        ["fødselsnummer", "fødselsnr", "fodselsnummer", "fnr", "personnummer", "personnr", "d-nummer", "dnr", "norwegian national*"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int day = BirthDay.Two(compact, 0), month = BirthDay.Two(compact, 2), year = BirthDay.Two(compact, 4);
        day -= day > 40 ? 40 : 0;
        month -= month > 80 ? 80 : month > 40 ? 40 : 0;
        return BirthDay.Is(Century(year, (int)Digits.Number(compact[6..9])) + year, month, day)
            && Digits.Weighted(compact, First) % 11 == 0
            && Digits.Weighted(compact, Second) % 11 == 0;
    }

    private static int Century(int year, int individual) => individual switch
    {
        < 500 => 1900,
        _ when year < 40 => 2000,
        < 750 when year >= 54 => 1800,
        >= 900 => 1900,
        _ => 0,
    };
}
