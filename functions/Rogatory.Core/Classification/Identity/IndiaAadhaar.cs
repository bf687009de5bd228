namespace Rogatory.Core.Classification.Identity;

/// <summary>The Indian Aadhaar number.</summary>
internal sealed class IndiaAadhaar : PersonNumber
{
    public override string Id => "in-aadhaar";

    public override string Citation => "Aadhaar Act, 2016, s. 4; Aadhaar (Enrolment and Update) Regulations, 2016";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -.", "#### #### ####");

    public override string Check => "first digit, Verhoeff check digit";

    public override double Bare => 0.2;

    protected override double BareInGroups => 0.5;

    protected override IReadOnlyList<string> Names =>
    [
        "aadhaar*", "aadhar*", "adhaar*", "uidai",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["uid", "unique id", "unique identification*"];

    public override bool IsValid(ReadOnlySpan<char> compact) => compact[0] >= '2' && !Digits.AllSame(compact) && Digits.Verhoeff(compact);
}
