namespace Rogatory.Core.Classification.Identity;

/// <summary>The Swiss AHV number: 756, nine digits without a meaning, and the check digit of an EAN-13.</summary>
internal sealed class SwitzerlandAhv : PersonNumber
{
    public override string Id => "ch-ahv";

    public override string Citation => "AHVG (SR 831.10) Art. 50c; AHVV (SR 831.101) Art. 133";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(". -", "756 #### #### ##");

    public override string Check => "country 756, check digit (EAN-13)";

    public override double Bare => 0.85;

    protected override double BareInGroups => 0.97;

    public override double InContext => 0.99;

    protected override IReadOnlyList<string> Names =>
        ["ahv", "ahv-nr", "ahv-nummer", "ahvnummer", "ahvn13", "avs", "numéro avs", "n° avs", "numero avs", "navs", "navs13", "oasi"];

    protected override IReadOnlyList<string> EverydayNames => ["sozialversicherungsnummer"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int sum = 0;
        for (int index = 0; index < compact.Length; index++)
            sum += (compact[index] - '0') * (index % 2 == 0 ? 1 : 3);
        return sum % 10 == 0 && !Digits.AllSame(compact[3..12]);
    }
}
