namespace Rogatory.Core.Classification.Identity;

/// <summary>The Polish PESEL: date of birth with the century in the month, serial, sex, check digit.</summary>
internal sealed class PolandPesel : PersonNumber
{
    private static readonly int[] Weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];

    public override string Id => "pl-pesel";

    public override string Citation => "Ustawa z dnia 24 września 2010 r. o ewidencji ludności, art. 15";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "###########", "###### #####", "## ## ## #####", "###### ### ##");

    public override string Check => "date, check digit (weights 1, 3, 7, 9, mod 10)";

    public override double Bare => 0.55;

    protected override IReadOnlyList<string> Names => ["pesel*", "nr pesel", "numer pesel", "polish national*"];

    protected override IReadOnlyList<string> EverydayNames => ["numer ewidencyjny", "numer identyfikacyjny"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int month = BirthDay.Two(compact, 2);
        int century = (month / 20) switch { 0 => 1900, 1 => 2000, 4 => 1800, _ => 0 };
        return BirthDay.Is(century + BirthDay.Two(compact, 0), month % 20, BirthDay.Two(compact, 4)) && Digits.Weighted(compact, Weights) % 10 == 0;
    }
}
