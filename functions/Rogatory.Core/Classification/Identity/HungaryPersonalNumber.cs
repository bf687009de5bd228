namespace Rogatory.Core.Classification.Identity;

/// <summary>The Hungarian személyi azonosító: sex and century, date of birth, serial, check digit; the weights turned round with the births of 1997.</summary>
internal sealed class HungaryPersonalNumber : PersonNumber
{
    private static readonly int[] Rising = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    private static readonly int[] Falling = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

    public override string Id => "hu-personal-number";

    public override string Citation => "1996. évi XX. törvény, melléklet";

    public override IReadOnlyList<string> Shapes { get; } = Grouped("- ", "# ###### ####", "# ## ## ## ####");

    public override string Check => "date, check digit (mod 11)";

    public override double Bare => 0.45;

    protected override double BareInGroups => 0.85;

    protected override IReadOnlyList<string> Names => ["személyi azonosító", "személyi szám", "személyi azonosító jel", "szem. szám", "szem. az", "hungarian personal*"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int year = BirthDay.Two(compact, 1), month = BirthDay.Two(compact, 3), day = BirthDay.Two(compact, 5);
        int century = compact[0] switch { '1' or '2' or '5' or '6' => 1900, '3' or '4' or '7' or '8' => 2000, _ => 0 };
        int[] weights = century + year >= 1997 ? Falling : Rising;
        return BirthDay.Is(century + year, month, day) && compact[10] - '0' == Digits.Weighted(compact, weights) % 11;
    }
}
