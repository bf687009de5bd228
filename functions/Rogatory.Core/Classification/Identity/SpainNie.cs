namespace Rogatory.Core.Classification.Identity;

/// <summary>The Spanish número de identidad de extranjero (X, Y, Z), and the NIF of those without a DNI (K, L, M).</summary>
internal sealed class SpainNie : PersonNumber
{
    public override string Id => "es-nie";

    public override string Citation => "Real Decreto 557/2011, art. 206; Orden INT/2058/2008; Real Decreto 1065/2007, art. 19 y 20";

    public override IReadOnlyList<string> Shapes { get; } =
        [.. Grouped(" -.", "@ ####### @", "@ #######@", "@####### @"), "@#######@", "@-#.###.###-@", "@.#.###.###.@", "@ #.###.### @", "@-#######@"];

    public override string Check => "first letter, letter (remainder of 23)";

    public override double Bare => 0.75;

    protected override double BareInGroups => 0.85;

    protected override IReadOnlyList<string> Names =>
    [
        "nie", "n.i.e", "nif", "número de identidad de extranjero", "identidad de extranjero", "tarjeta de residencia", "tie",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["extranjero*", "permiso de residencia", "foreigner*"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int first = compact[0] switch { 'X' or 'K' or 'L' or 'M' => 0, 'Y' => 1, 'Z' => 2, _ => -1 };
        long number = Digits.Number(compact[1..8]);
        return first >= 0 && number > 0 && compact[8] == SpainDni.Letter((first * 10_000_000) + number);
    }
}
