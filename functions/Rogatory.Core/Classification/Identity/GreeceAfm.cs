namespace Rogatory.Core.Classification.Identity;

/// <summary>The Greek tax number: nine digits, the last the remainder of the others times powers of two.</summary>
internal sealed class GreeceAfm : PersonNumber
{
    private static readonly int[] Weights = [256, 128, 64, 32, 16, 8, 4, 2];

    public override string Id => "gr-afm";

    public override string Category => "tax-number";

    public override string Citation => "Υπουργική απόφαση ΠΟΛ. 1006/2013; AADE, αριθμός φορολογικού μητρώου";

    public override IReadOnlyList<string> Shapes { get; } = ["#########"];

    public override string Check => "check digit (powers of two, mod 11)";

    public override double Bare => 0.2;

    protected override IReadOnlyList<string> Names => ["αφμ", "α.φ.μ", "afm", "αριθμός φορολογικού μητρώου", "φορολογικού μητρώου", "greek tax*"];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        !Digits.AllSame(compact) && compact[8] - '0' == Digits.Weighted(compact, Weights) % 11 % 10;
}
