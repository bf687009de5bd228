namespace Rogatory.Core.Classification.Identity;

/// <summary>The number of the Spanish documento nacional de identidad with its letter.</summary>
internal sealed class SpainDni : PersonNumber
{
    private const string Letters = "TRWAGMYFPDXBNJZSQVHLCKE";

    public override string Id => "es-dni";

    public override string Citation => "Real Decreto 1553/2005, art. 11; Real Decreto 1065/2007, art. 19";

    public override IReadOnlyList<string> Shapes { get; } =
        ["########@", "######## @", "########-@", "##.###.###-@", "##.###.### @", "##.###.###@", "## ### ### @", "##-###-###-@", "## ### ###@", "########.@"];

    public override string Check => "letter (remainder of 23)";

    public override double Bare => 0.7;

    protected override double BareInGroups => 0.85;

    protected override IReadOnlyList<string> Names =>
    [
        "dni", "d.n.i", "nif", "n.i.f", "documento nacional de identidad", "spanish id",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["documento de identidad", "nº de documento", "número de documento", "cédula", "identificación", "titular"];

    public override bool IsValid(ReadOnlySpan<char> compact) => Digits.Number(compact[..8]) is > 0 and long number && compact[8] == Letter(number);

    /// <summary>The letter of a number, also of a NIE's.</summary>
    public static char Letter(long number) => Letters[(int)(number % 23)];
}
