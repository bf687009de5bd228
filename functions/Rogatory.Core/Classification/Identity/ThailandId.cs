namespace Rogatory.Core.Classification.Identity;

/// <summary>The Thai national identity number.</summary>
internal sealed class ThailandId : PersonNumber
{
    private static readonly int[] Weights = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

    public override string Id => "th-id";

    public override string Citation => "พระราชบัญญัติการทะเบียนราษฎร พ.ศ. 2534";

    public override IReadOnlyList<string> Shapes { get; } = Grouped("- ", "# #### ##### ## #", "# #### ##### ###");

    public override string Check => "first digit, check digit (mod 11)";

    public override double Bare => 0.2;

    protected override double BareInGroups => 0.93;

    protected override IReadOnlyList<string> Names =>
    [
        "เลขประจำตัวประชาชน", "บัตรประชาชน", "เลขบัตรประชาชน", "thai id", "thai national*", "thailand id",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["pin"];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        compact[0] is >= '1' and <= '8' && !Digits.AllSame(compact[..12]) && compact[12] - '0' == (11 - (Digits.Weighted(compact, Weights) % 11)) % 10;
}
