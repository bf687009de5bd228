namespace Rogatory.Core.Classification.Identity;

/// <summary>The US individual taxpayer identification number: a 9, and a group that is given; there is no check digit.</summary>
internal sealed class UnitedStatesItin : PersonNumber
{
    public override string Id => "us-itin";

    public override string Category => "tax-number";

    public override string Citation => "26 CFR 301.6109-1(d)(3); IRS Publication 4757";

    public override IReadOnlyList<string> Shapes { get; } = Grouped("- .", "### ## ####");

    public override string Check => "first 9, group";

    public override double Bare => 0;

    public override double InContext => 0.95;

    protected override double BareInGroups => 0.6;

    protected override IReadOnlyList<string> Names =>
    [
        "itin", "itins", "individual taxpayer*", "ssn/itin",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["taxpayer*", "irs", "tax payer"];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        compact[0] == '9' && BirthDay.Two(compact, 3) is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99) && !Digits.AllSame(compact);
}
