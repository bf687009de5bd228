namespace Rogatory.Core.Classification.Identity;

/// <summary>The Romanian cod numeric personal: sex and century, date of birth, county, serial, check digit.</summary>
internal sealed class RomaniaCnp : PersonNumber
{
    private static readonly int[] Weights = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];

    public override string Id => "ro-cnp";

    public override string Citation => "Legea 105/1996, anexa; OUG 97/2005, art. 6";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "# ###### ######", "# ## ## ## ## ### #", "# ## ## ## ######");

    public override string Check => "date, county, check digit (mod 11)";

    public override double Bare => 0.75;

    protected override IReadOnlyList<string> Names => ["cnp", "c.n.p", "cod numeric personal", "codul numeric personal"];

    protected override IReadOnlyList<string> EverydayNames => ["buletin", "carte de identitate", "cod personal"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int year = BirthDay.Two(compact, 1), month = BirthDay.Two(compact, 3), day = BirthDay.Two(compact, 5);
        bool isDate = compact[0] switch
        {
            '1' or '2' => BirthDay.Is(1900 + year, month, day),
            '3' or '4' => BirthDay.Is(1800 + year, month, day),
            '5' or '6' => BirthDay.Is(2000 + year, month, day),
            '7' or '8' or '9' => BirthDay.IsShort(year, month, day),
            _ => false,
        };
        bool isCounty = BirthDay.Two(compact, 7) is >= 1 and <= 48 or 51 or 52 or 70 or >= 80 and <= 83;
        int remainder = Digits.Weighted(compact, Weights) % 11;
        return isDate && isCounty && Digits.Number(compact[9..12]) > 0 && compact[12] - '0' == (remainder == 10 ? 1 : remainder);
    }
}
