namespace Rogatory.Core.Classification.Identity;

/// <summary>The Ukrainian registration number of a taxpayer's card: days from 1900 to the birth, serial, check digit.</summary>
internal sealed class UkraineRnokpp : PersonNumber
{
    /// <summary>The end of 2035.</summary>
    private const int LastDay = 49_673;

    private static readonly int[] Weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7];

    public override string Id => "ua-rnokpp";

    public override string Category => "tax-number";

    public override string Citation => "Податковий кодекс України, ст. 70; наказ Мінфіну 822 від 29.09.2017";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "##########", "##### #####");

    public override string Check => "days, check digit (mod 11)";

    public override double Bare => 0.25;

    protected override IReadOnlyList<string> Names =>
    [
        "рнокпп", "іпн", "код платника", "rnokpp", "drfo", "дрфо",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["ідентифікаційний номер", "ідентифікаційний код", "инн"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int sum = Digits.Weighted(compact, Weights) % 11;
        return Digits.Number(compact[..5]) is > 0 and <= LastDay && compact[9] - '0' == (sum + 11) % 11 % 10;
    }
}
