namespace Rogatory.Core.Classification.Identity;

/// <summary>The personal code that Estonia and Lithuania build alike: sex and century, date of birth, serial, check digit in two rounds.</summary>
internal abstract class BalticNumber : PersonNumber
{
    private static readonly int[] First = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
    private static readonly int[] Second = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "###########", "# ###### ####", "# ## ## ## ####");

    public override string Check => "date, check digit (mod 11 in two rounds)";

    public override double Bare => 0.5;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int century = compact[0] switch { '1' or '2' => 1800, '3' or '4' => 1900, '5' or '6' => 2000, _ => 0 };
        if (!BirthDay.Is(century + BirthDay.Two(compact, 1), BirthDay.Two(compact, 3), BirthDay.Two(compact, 5)))
            return false;
        int check = Digits.Weighted(compact, First) % 11;
        if (check == 10)
            check = Digits.Weighted(compact, Second) % 11 % 10;
        return compact[10] - '0' == check;
    }
}
