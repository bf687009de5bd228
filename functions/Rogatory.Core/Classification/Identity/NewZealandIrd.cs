namespace Rogatory.Core.Classification.Identity;

/// <summary>The New Zealand IRD number, of eight or nine digits.</summary>
internal sealed class NewZealandIrd : PersonNumber
{
    private static readonly int[] First = [3, 2, 7, 6, 5, 4, 3, 2];
    private static readonly int[] Second = [7, 4, 3, 2, 5, 2, 7, 6];

    public override string Id => "nz-ird";

    public override string Category => "tax-number";

    public override string Citation => "Tax Administration Act 1994; Inland Revenue, RWT and NRWT specification, IRD number validation";

    public override IReadOnlyList<string> Shapes { get; } = Grouped("- .", "### ### ###", "## ### ###");

    public override string Check => "range, check digit (mod 11 in two rounds)";

    public override double Bare => 0.04;

    protected override double BareInGroups => 0.2;

    protected override IReadOnlyList<string> Names => ["ird", "ird number", "ird no", "new zealand tax*"];

    protected override IReadOnlyList<string> EverydayNames => ["inland revenue"];

    /// <summary>Eight digits may as well be a date.</summary>
    public override double BareFor(ReadOnlySpan<char> compact, double bare) =>
        compact.Length == 8 && BirthDay.Is((int)Digits.Number(compact[..4]), BirthDay.Two(compact, 4), BirthDay.Two(compact, 6)) ? 0 : bare;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        ReadOnlySpan<char> body = compact[..^1];
        int lead = body.Length == 7 ? 1 : 0;
        int remainder = Digits.Weighted(body, First.AsSpan(lead)) % 11;
        if (remainder == 1)
            remainder = Digits.Weighted(body, Second.AsSpan(lead)) % 11;
        return Digits.Number(compact) is >= 10_000_000 and <= 150_000_000
            && !Digits.AllSame(compact)
            && compact[^1] - '0' == (11 - remainder) % 11;
    }
}
