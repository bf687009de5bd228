namespace Rogatory.Core.Classification.Identity;

/// <summary>The Irish personal public service number: seven digits and a check letter, or, since 2013, one letter more.</summary>
internal sealed class IrelandPpsn : PersonNumber
{
    private static readonly int[] Weights = [8, 7, 6, 5, 4, 3, 2];

    public override string Id => "ie-ppsn";

    public override string Citation => "Social Welfare Consolidation Act 2005, s. 262; Revenue, structure of the PPS number";

    public override IReadOnlyList<string> Shapes { get; } = ["#######@@", "#######@", "####### @@", "####### @", "#######-@@", "#######-@", "### #### @@", "### #### @"];

    public override string Check => "check letter (remainder of 23)";

    public override double Bare => 0.75;

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => compact.Length == 9 ? bare : bare - 0.15;

    protected override IReadOnlyList<string> Names =>
        ["pps", "ppsn", "pps number", "pps no", "personal public service*", "public service number", "rsi", "uimhir psp", "irish id"];

    protected override IReadOnlyList<string> EverydayNames => ["revenue"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int sum = Digits.Weighted(compact, Weights);
        if (compact.Length == 9)
        {
            if (compact[8] is not ('A' or 'B' or 'H' or 'W' or 'T' or 'X'))
                return false;
            sum += compact[8] is 'A' or 'B' or 'H' ? (compact[8] - 'A' + 1) * 9 : 0;
        }

        return Digits.Number(compact[..7]) > 0 && compact[7] == (sum % 23 is 0 ? 'W' : (char)('A' - 1 + (sum % 23)));
    }
}
