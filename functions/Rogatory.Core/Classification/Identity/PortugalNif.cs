namespace Rogatory.Core.Classification.Identity;

/// <summary>The Portuguese número de identificação fiscal, of people and of legal persons.</summary>
internal sealed class PortugalNif : PersonNumber
{
    private static readonly int[] Weights = [9, 8, 7, 6, 5, 4, 3, 2];

    public override string Id => "pt-nif";

    public override string Category => "tax-number";

    public override string Citation => "Decreto-Lei 14/2013, art. 4 a 9";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" .-", "### ### ###");

    public override string Check => "leading digits, check digit (weights 9 to 2, mod 11)";

    public override double Bare => 0.2;

    protected override IReadOnlyList<string> Names =>
        ["nif", "n.i.f", "nº contribuinte", "número de contribuinte", "nipc", "portuguese tax"];

    protected override IReadOnlyList<string> EverydayNames => ["contribuinte", "identificação fiscal", "número fiscal"];

    public override bool IsValid(ReadOnlySpan<char> compact) => Leads(compact) && compact[8] - '0' == Digits.Weighted(compact, Weights) * 10 % 11 % 10;

    private static bool Leads(ReadOnlySpan<char> compact) =>
        compact[0] is '1' or '2' or '3' or '5' or '6' or '8' || compact[..2] is "45" or "70" or "71" or "72" or "74" or "75" or "77" or "78" or "79" or "90" or "91" or "98" or "99";
}
