namespace Rogatory.Core.Classification.Identity;

/// <summary>The Japanese individual number (My Number).</summary>
internal sealed class JapanMyNumber : PersonNumber
{
    private static readonly int[] Weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    public override string Id => "jp-my-number";

    public override string Citation => "行政手続における特定の個人を識別するための番号の利用等に関する法律 第2条; 平成26年総務省令第85号 第5条";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "#### #### ####");

    public override string Check => "check digit (mod 11)";

    public override double Bare => 0.04;

    protected override double BareInGroups => 0.28;

    protected override IReadOnlyList<string> Names => ["マイナンバー", "個人番号", "my number", "japanese id", "my number card"];

    protected override IReadOnlyList<string> EverydayNames => ["individual number"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int remainder = Digits.Weighted(compact, Weights) % 11;
        return !Digits.AllSame(compact) && compact[11] - '0' == (remainder <= 1 ? 0 : 11 - remainder);
    }
}
