namespace Rogatory.Core.Classification.Identity;

/// <summary>The Greek AMKA: date of birth, serial, Luhn check digit.</summary>
internal sealed class GreeceAmka : PersonNumber
{
    public override string Id => "gr-amka";

    public override string Citation => "Νόμος 3655/2008, άρθρο 153";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "###### #####", "## ## ## #####");

    public override string Check => "date, Luhn check digit";

    public override double Bare => 0.5;

    protected override IReadOnlyList<string> Names => ["αμκα", "α.μ.κ.α", "amka", "αριθμός μητρώου κοινωνικής ασφάλισης", "greek social*"];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        BirthDay.IsShort(BirthDay.Two(compact, 4), BirthDay.Two(compact, 2), BirthDay.Two(compact, 0))
        && Digits.Number(compact[6..10]) > 0
        && Digits.Luhn(compact);
}
