namespace Rogatory.Core.Classification.Identity;

/// <summary>The number of a patient of the National Health Service in England, Wales and the Isle of Man.</summary>
internal sealed class BritainNhsNumber : PersonNumber
{
    private static readonly int[] Weights = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

    public override string Id => "gb-nhs";

    public override string Category => "health-number";

    public override string Citation => "NHS Data Dictionary, NHS number; ISB 0149";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -.", "### ### ####");

    public override string Check => "check digit (weights 10 to 2, mod 11)";

    public override double Bare => 0.2;

    protected override double BareInGroups => 0.29;

    protected override IReadOnlyList<string> Names =>
    [
        "nhs", "nhs number", "nhs no", "chi number", "chi", "health and care number",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["patient*", "national health service"];

    public override IReadOnlyList<string> Counter => [.. base.Counter, "mob", "cell", "contact number"];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        !Digits.AllSame(compact) && Digits.Weighted(compact, Weights) % 11 == 0;
}
