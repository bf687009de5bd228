namespace Rogatory.Core.Classification.Identity;

/// <summary>The Hungarian adóazonosító jel of people: an 8, the days from 1 January 1867 to the birth, serial, check digit.</summary>
internal sealed class HungaryTaxNumber : PersonNumber
{
    private const int DaysTo1880 = 4_748, DaysTo2050 = 66_840;

    private static readonly int[] Weights = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    public override string Id => "hu-tax-number";

    public override string Category => "tax-number";

    public override string Citation => "1996. évi XX. törvény, melléklet; 2017. évi CL. törvény 1. melléklet";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "### ### ####", "# ##### ####");

    public override string Check => "first 8, days, check digit (mod 11)";

    public override double Bare => 0.4;

    protected override IReadOnlyList<string> Names => ["adóazonosító", "adóazonosító jel", "adószám", "adóazonosító jele", "hungarian tax*"];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        compact[0] == '8'
        && Digits.Number(compact[1..6]) is >= DaysTo1880 and <= DaysTo2050
        && compact[9] - '0' == Digits.Weighted(compact, Weights) % 11;
}
