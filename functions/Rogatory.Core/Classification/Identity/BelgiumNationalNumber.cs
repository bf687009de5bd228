namespace Rogatory.Core.Classification.Identity;

/// <summary>The Belgian national register number, and the bis number (month raised by 20 or 40).</summary>
internal sealed class BelgiumNationalNumber : PersonNumber
{
    public override string Id => "be-national-number";

    public override string Citation => "Arrêté royal du 3 avril 1984 relatif à la composition du numéro d'identification; arrêté royal du 8 février 1991 (bis)";

    public override IReadOnlyList<string> Shapes { get; } =
    [
        "##.##.##-###.##", "##.##.##-###-##", "##.##.## ###.##", "##.##.##.###.##", "###### ### ##", "######-###-##", "######-###.##", "## ## ## ### ##",
        "##/##/##-###/##", "##-##-##-###-##", "##.##.## ### ##", "##.##.##-#####", "######-#####", "##/##/##-###.##",
    ];

    public override string Check => "date, order, 97 less the remainder, of either century";

    public override double Bare => 0.88;

    public override double InContext => 0.99;

    protected override double BareInGroups => 0.96;

    protected override IReadOnlyList<string> Names =>
    [
        "rijksregister*", "registre national", "insz", "niss", "nrn", "rrn", "numéro de registre", "nationalregister*",
        "inss", "belgian national*",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["numéro national", "n° national", "nationaal nummer"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        long number = Digits.Number(compact[..9]), key = Digits.Number(compact[9..]);
        int order = (int)(number % 1_000);
        if (order is 0 or 999)
            return false;
        return (key == 97 - (number % 97) && IsDate(compact, 1900)) || (key == 97 - ((2_000_000_000 + number) % 97) && IsDate(compact, 2000));
    }

    /// <summary>A month of 0: the date of birth is not known.</summary>
    private static bool IsDate(ReadOnlySpan<char> compact, int century)
    {
        int month = BirthDay.Two(compact, 2), day = BirthDay.Two(compact, 4);
        month -= month >= 40 ? 40 : month >= 20 ? 20 : 0;
        return BirthDay.Is(century + BirthDay.Two(compact, 0), month, day) || (month == 0 && day <= 31);
    }
}
