namespace Rogatory.Core.Classification.Identity;

/// <summary>The number of a Singapore identity card (S, T) or of a foreigner (F, G, M).</summary>
internal sealed class SingaporeNric : PersonNumber
{
    private const string Citizen = "JZIHGFEDCBA", Foreigner = "XWUTRQPNMLK", ForeignerOfM = "XWUTRQPNJLK";

    private static readonly int[] Weights = [2, 7, 6, 5, 4, 3, 2];

    public override string Id => "sg-nric";

    public override string Citation => "National Registration Act 1965, s. 5; Immigration Act 1959; ICA, FIN series M (2022)";

    public override IReadOnlyList<string> Shapes { get; } = ["@#######@", "@ ####### @", "@-#######-@", "@#######-@"];

    public override string Check => "series, check letter (mod 11)";

    public override double Bare => 0.75;

    protected override IReadOnlyList<string> Names =>
    [
        "nric", "fin", "nric/fin", "nric no", "uin", "singapore id", "s'pore",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["identity card", "ic no", "work permit"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int sum = Digits.Weighted(compact[1..8], Weights);
        return compact[0] switch
        {
            'S' => compact[8] == Citizen[sum % 11],
            'T' => compact[8] == Citizen[(sum + 4) % 11],
            'F' => compact[8] == Foreigner[sum % 11],
            'G' => compact[8] == Foreigner[(sum + 4) % 11],
            'M' => compact[8] == ForeignerOfM[(sum + 3) % 11],
            _ => false,
        } && Digits.Number(compact[1..8]) > 0;
    }
}
