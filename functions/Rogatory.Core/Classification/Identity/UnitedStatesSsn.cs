namespace Rogatory.Core.Classification.Identity;

/// <summary>The US social security number: area, group and serial that are given; there is no check digit, so its groups or a word must speak for it.</summary>
internal sealed class UnitedStatesSsn : PersonNumber
{
    public override string Id => "us-ssn";

    public override string Citation => "42 U.S.C. 405(c)(2); Social Security Administration, randomization (2011)";

    public override IReadOnlyList<string> Shapes { get; } = Grouped("- .", "### ## ####");

    public override string Check => "area, group, serial";

    public override double Bare => 0;

    public override double InContext => 0.95;

    protected override double BareInGroups => 0.55;

    protected override IReadOnlyList<string> Names =>
    [
        "ssn", "ssns", "social security*", "soc sec", "ss number", "ss no", "ssn/itin", "ssid",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["taxpayer*", "social"];

    /// <summary>What is written for an example may be one, but nothing says that it is.</summary>
    public override double BareFor(ReadOnlySpan<char> compact, double bare) => compact is "123456789" ? 0 : bare;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int area = (int)Digits.Number(compact[..3]);
        return area is > 0 and < 900 and not 666
            && compact[3..5] is not "00"
            && compact[5..] is not "0000"
            && compact is not ("078051120" or "219099999" or "457555462")
            && !Digits.AllSame(compact);
    }
}
