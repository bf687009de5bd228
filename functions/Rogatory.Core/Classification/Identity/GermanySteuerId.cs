namespace Rogatory.Core.Classification.Identity;

/// <summary>The German steuerliche Identifikationsnummer: of its first ten digits one stands two or three times, and there is a check digit.</summary>
internal sealed class GermanySteuerId : PersonNumber
{
    public override string Id => "de-steuer-id";

    public override string Category => "tax-number";

    public override string Citation => "Abgabenordnung § 139b; Steueridentifikationsnummerverordnung § 1; ISO/IEC 7064 mod 11,10";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -./", "## ### ### ###", "### ### ### ##");

    public override string Check => "one digit repeated, check digit (ISO/IEC 7064 mod 11,10)";

    public override double Bare => 0.6;

    protected override double BareInGroups => 0.85;

    protected override IReadOnlyList<string> Names =>
    [
        "steuer-id", "steuerid*", "steuer id", "steueridentifikation*", "steuer-idnr", "steuerliche identifikation*", "german tax id",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["identifikationsnummer", "idnr", "id-nr", "steuernummer"];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        compact[0] != '0' && Repeats(compact[..10]) && Digits.Mod11And10(compact);

    private static bool Repeats(ReadOnlySpan<char> digits)
    {
        Span<int> counts = stackalloc int[10];
        foreach (char digit in digits)
            counts[digit - '0']++;
        int most = 0, repeated = 0;
        for (int digit = 0; digit < counts.Length; digit++)
        {
            if (counts[digit] > 1)
                repeated++;
            if (counts[digit] > counts[most])
                most = digit;
        }

        if (repeated != 1 || counts[most] > 3)
            return false;
        ReadOnlySpan<char> run = [(char)('0' + most), (char)('0' + most), (char)('0' + most)];
        return digits.IndexOf(run) < 0;
    }
}
