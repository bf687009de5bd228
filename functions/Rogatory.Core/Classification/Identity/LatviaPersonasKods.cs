namespace Rogatory.Core.Classification.Identity;

/// <summary>The Latvian personas kods: with the date of birth, or, since July 2017, from 32 on without it.</summary>
internal sealed class LatviaPersonasKods : PersonNumber
{
    private static readonly int[] Weights = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9];

    public override string Id => "lv-personas-kods";

    public override string Citation => "Fizisko personu reģistra likums, 6. pants";

    public override IReadOnlyList<string> Shapes { get; } = Grouped("- ", "###### #####");

    public override string Check => "date and check digit (mod 11), or a first 32 to 39";

    public override double Bare => 0.5;

    protected override IReadOnlyList<string> Names => ["personas kods", "personas kodu", "personas koda", "p.k", "pers. kods", "latvian personal*", "latvian id"];

    protected override double BareInGroups => 0.88;

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => HasDate(compact) ? bare : bare - 0.46;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        if (!HasDate(compact))
            return Digits.Number(compact[2..]) > 0 && !Digits.AllSame(compact[2..]);
        int century = compact[6] switch { '0' => 1800, '1' => 1900, '2' => 2000, _ => 0 };
        return BirthDay.Is(century + BirthDay.Two(compact, 4), BirthDay.Two(compact, 2), BirthDay.Two(compact, 0))
            && compact[10] - '0' == (1 + Digits.Weighted(compact, Weights)) % 11 % 10;
    }

    private static bool HasDate(ReadOnlySpan<char> compact) => !(compact[0] == '3' && compact[1] >= '2');
}
