namespace Rogatory.Core.Classification.Identity;

/// <summary>The number on an Australian Medicare card, with or without the person's reference number.</summary>
internal sealed class AustraliaMedicare : PersonNumber
{
    private static readonly int[] Weights = [1, 3, 7, 9, 1, 3, 7, 9];

    public override string Id => "au-medicare";

    public override string Category => "health-number";

    public override string Citation => "Health Insurance Act 1973; Services Australia, Medicare card number";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "#### ##### #", "#### ##### # #", "#### ##### #/#", "##########/#", "##########-#");

    public override string Check => "first digit, check digit (mod 10)";

    public override double Bare => 0.2;

    protected override double BareInGroups => 0.55;

    protected override IReadOnlyList<string> Names => ["medicare", "medicare card", "medicare number", "medicare no", "irn"];

    /// <summary>Eleven digits without groups may be anything.</summary>
    public override double BareFor(ReadOnlySpan<char> compact, double bare) => compact.Length == 11 && bare < BareInGroups ? 0 : bare;

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        compact[0] is >= '2' and <= '6' && compact[9] != '0' && !Digits.AllSame(compact[..8]) && compact[8] - '0' == Digits.Weighted(compact, Weights) % 10;
}
