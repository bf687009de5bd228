namespace Rogatory.Core.Classification.Identity;

/// <summary>The Austrian Sozialversicherungsnummer: serial, check digit, date of birth; a month of 13 to 15 where a day's serials are used up.</summary>
internal sealed class AustriaSvnr : PersonNumber
{
    private static readonly int[] Weights = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6];

    public override string Id => "at-svnr";

    public override string Citation => "Allgemeines Sozialversicherungsgesetz § 31 Abs. 4; Dachverband, Versicherungsnummer";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -/", "#### ######", "#### ## ## ##", "### # ######");

    public override string Check => "date, check digit (mod 11)";

    public override double Bare => 0.5;

    protected override IReadOnlyList<string> Names =>
        ["svnr", "sv-nr", "sv-nummer", "svnummer", "vsnr", "austrian social*"];

    protected override IReadOnlyList<string> EverydayNames => ["versicherungsnummer", "insurance number", "sozialversicherung*", "e-card"];

    protected override double BareInGroups => 0.8;

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => BirthDay.Two(compact, 6) > 12 ? 0.1 : bare;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int month = BirthDay.Two(compact, 6);
        return compact[0] != '0'
            && BirthDay.IsShort(BirthDay.Two(compact, 8), month is >= 13 and <= 15 ? 1 : month, BirthDay.Two(compact, 4))
            && compact[3] - '0' == Digits.Weighted(compact, Weights) % 11;
    }
}
