namespace Rogatory.Core.Classification.Identity;

/// <summary>The Australian tax file number, of nine digits, or of eight as given earlier.</summary>
internal sealed class AustraliaTfn : PersonNumber
{
    private static readonly int[] Weights = [1, 4, 3, 7, 5, 8, 6, 9, 10];
    private static readonly int[] OfEight = [10, 7, 8, 4, 6, 3, 5, 1];

    public override string Id => "au-tfn";

    public override string Category => "tax-number";

    public override string Citation => "Income Tax Assessment Act 1936, Part VA; ATO, tax file number algorithm";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" ", "### ### ###", "## ### ###", "### ### ##");

    public override string Check => "check sum (mod 11)";

    public override double Bare => 0.2;

    protected override IReadOnlyList<string> Names => ["tfn", "tax file number", "tax file", "australian tax*", "ato"];

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => compact.Length == 8 ? 0 : bare;

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        !Digits.AllSame(compact) && Digits.Weighted(compact, compact.Length == 9 ? Weights : OfEight) % 11 == 0;
}
