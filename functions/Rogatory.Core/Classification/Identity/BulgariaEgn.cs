namespace Rogatory.Core.Classification.Identity;

/// <summary>The Bulgarian единен граждански номер: date of birth with the century in the month, region, check digit.</summary>
internal sealed class BulgariaEgn : PersonNumber
{
    private static readonly int[] Weights = [2, 4, 8, 5, 10, 9, 7, 3, 6];

    public override string Id => "bg-egn";

    public override string Citation => "Закон за гражданската регистрация, чл. 11; Наредба за ЕСГРАОН";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "###### ####", "## ## ## ####");

    public override string Check => "date, check digit (mod 11)";

    public override double Bare => 0.5;

    protected override IReadOnlyList<string> Names => ["егн", "единен граждански номер", "egn", "edinen grazhdanski nomer", "uniform civil number", "лнч"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int month = BirthDay.Two(compact, 2);
        int century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
        month -= month > 40 ? 40 : month > 20 ? 20 : 0;
        return BirthDay.Is(century + BirthDay.Two(compact, 0), month, BirthDay.Two(compact, 4))
            && compact[9] - '0' == Digits.Weighted(compact, Weights) % 11 % 10;
    }
}
