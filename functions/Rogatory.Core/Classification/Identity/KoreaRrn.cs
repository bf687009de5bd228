namespace Rogatory.Core.Classification.Identity;

/// <summary>The South Korean resident or foreigner registration number; those given since October 2020 have no check digit.</summary>
internal sealed class KoreaRrn : PersonNumber
{
    private static readonly int[] Weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

    public override string Id => "kr-rrn";

    public override string Citation => "주민등록법 시행규칙 제2조; 출입국관리법 시행령";

    public override IReadOnlyList<string> Shapes { get; } = Grouped("- ", "###### #######");

    public override string Check => "date, sex and century, check digit (mod 11)";

    public override double Bare => 0.6;

    protected override double BareInGroups => 0.93;

    protected override IReadOnlyList<string> Names =>
    [
        "주민등록번호", "주민번호", "외국인등록번호", "resident registration*", "rrn", "alien registration*", "korean id", "korean national*",
    ];

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => IsChecked(compact) ? bare : bare - 0.56;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int year = BirthDay.Two(compact, 0), month = BirthDay.Two(compact, 2);
        int century = compact[6] switch { '1' or '2' or '5' or '6' => 1900, '3' or '4' or '7' or '8' => 2000, _ => 1800 };
        bool mayLack = century == 2000 && ((year * 100) + month) >= 2010;
        return BirthDay.Is(century + year, month, BirthDay.Two(compact, 4)) && (mayLack || IsChecked(compact));
    }

    private static bool IsChecked(ReadOnlySpan<char> compact)
    {
        int check = compact[12] - '0', remainder = Digits.Weighted(compact, Weights) % 11;
        bool isForeigner = compact[6] is >= '5' and <= '8';
        return check == (11 - remainder) % 10 || (isForeigner && check == (13 - remainder) % 10);
    }
}
