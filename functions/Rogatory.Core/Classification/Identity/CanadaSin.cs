namespace Rogatory.Core.Classification.Identity;

/// <summary>The Canadian social insurance number.</summary>
internal sealed class CanadaSin : PersonNumber
{
    public override string Id => "ca-sin";

    public override string Citation => "Employment Insurance Act, s. 138 to 141; Social Insurance Number Code of Practice";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -.", "### ### ###");

    public override string Check => "first digit, Luhn check digit";

    public override double Bare => 0.2;

    protected override double BareInGroups => 0.28;

    protected override IReadOnlyList<string> Names =>
    [
        "sin", "s.i.n", "social insurance*", "sin number", "numéro d'assurance sociale", "nas", "assurance sociale", "canadian social*",
    ];

    public override bool IsValid(ReadOnlySpan<char> compact) => compact[0] is not ('0' or '8') && !Digits.AllSame(compact) && Digits.Luhn(compact);
}
