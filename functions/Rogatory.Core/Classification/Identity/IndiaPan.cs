namespace Rogatory.Core.Classification.Identity;

/// <summary>The Indian permanent account number: its fourth letter is the kind of holder; how its last is made is not published.</summary>
internal sealed class IndiaPan : PersonNumber
{
    public override string Id => "in-pan";

    public override string Category => "tax-number";

    public override string Citation => "Income-tax Act, 1961, s. 139A; Income-tax Rules, 1962, r. 114";

    public override IReadOnlyList<string> Shapes { get; } = ["@@@@@####@", "@@@@@ #### @", "@@@@@-####-@"];

    public override string Check => "holder's letter";

    public override double Bare => 0.6;

    public override double InContext => 0.95;

    protected override IReadOnlyList<string> Names => ["pan", "pan card", "pan no", "pan number", "permanent account*"];

    protected override IReadOnlyList<string> EverydayNames => ["income tax*"];

    public override bool IsValid(ReadOnlySpan<char> compact) => "PCHFATBLJGEK".Contains(compact[3]) && compact[5..9] is not "0000" && !Digits.AllSame(compact[..3]);
}
