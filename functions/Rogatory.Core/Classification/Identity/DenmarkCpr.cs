namespace Rogatory.Core.Classification.Identity;

/// <summary>The Danish CPR number: date of birth and serial. The check digit has not bound since October 2007; where it fits, it still speaks for it.</summary>
internal sealed class DenmarkCpr : PersonNumber
{
    private static readonly int[] Weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    public override string Id => "dk-cpr";

    public override string Citation => "Bekendtgørelse af lov om Det Centrale Personregister, § 3; CPR-kontoret, Personnummeret i CPR";

    public override IReadOnlyList<string> Shapes { get; } = Grouped("- ", "###### ####", "## ## ## ####");

    public override string Check => "date of the serial's century";

    public override double Bare => 0.5;

    public override double InContext => 0.95;

    protected override IReadOnlyList<string> Names => ["cpr", "cpr-nr", "cprnr", "cpr-nummer", "cpr-nummeret", "cprnummer", "danish id"];

    protected override IReadOnlyList<string> EverydayNames => ["personnummer", "personnr"];

    protected override double BareInGroups => 0.85;

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => Digits.Weighted(compact, Weights) % 11 == 0 ? bare : bare - 0.57;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int year = BirthDay.Two(compact, 4);
        int century = Digits.At(compact, 6) switch
        {
            <= 3 => 1900,
            4 or 9 => year <= 36 ? 2000 : 1900,
            _ => year <= 57 ? 2000 : 1800,
        };
        return BirthDay.Is(century + year, BirthDay.Two(compact, 2), BirthDay.Two(compact, 0)) && Digits.Number(compact[6..]) > 0;
    }
}
