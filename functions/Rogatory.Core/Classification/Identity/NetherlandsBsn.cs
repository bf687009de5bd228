namespace Rogatory.Core.Classification.Identity;

/// <summary>The Dutch burgerservicenummer: nine digits (eight where a leading zero was left out) that pass the test of eleven.</summary>
internal sealed class NetherlandsBsn : PersonNumber
{
    public override string Id => "nl-bsn";

    public override string Citation => "Wet algemene bepalingen burgerservicenummer; Regeling basisregistratie personen (elfproef)";

    public override IReadOnlyList<string> Shapes { get; } = [.. Grouped(" .-", "#### ## ###", "### ### ###"), "########", "## ### ###", "##.###.###"];

    public override string Check => "weights 9 to 2 and -1, remainder of 11";

    public override double Bare => 0.2;

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => compact.Length == 8 ? 0 : bare;

    protected override IReadOnlyList<string> Names =>
        ["bsn", "bsn-nummer", "burgerservicenummer", "burger service nummer", "sofinummer", "sofi-nummer", "sofi", "citizen service number", "persoonsnummer", "dutch id"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int sum = 0, weight = compact.Length;
        foreach (char digit in compact[..^1])
            sum += (digit - '0') * weight--;
        sum -= compact[^1] - '0';
        return sum % 11 == 0 && !Digits.AllSame(compact) && Digits.Number(compact) >= 1_000_000;
    }
}
