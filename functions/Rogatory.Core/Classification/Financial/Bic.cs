namespace Rogatory.Core.Classification.Financial;

/// <summary>A Business Identifier Code: four letters, a country, two letters or digits, and perhaps a branch. It has no check digit, and many words look like one.</summary>
internal sealed class Bic : NumberRule
{
    public override string Id => "bic";

    public override string Category => "bic";

    public override string Citation => "ISO 9362";

    public override IReadOnlyList<string> Shapes => ["@@@@@@**", "@@@@@@*****", "@@@@ @@ **", "@@@@ @@ ** ***"];

    public override string Check => "form, and a country that there is";

    public override double Bare => 0.8;

    public override double InContext => 0.95;

    public override bool FoldsCase => false;

    public override IReadOnlyList<string> Context =>
        ["bic", "swift", "bic/swift", "swift code", "bank identifier*", "bank", "iban", "banque", "banco", "banca", "code banque", "bankleitzahl", "business identifier code"];

    public override IReadOnlyList<string> Counter => [];

    /// <summary>A digit in it, or the branch of a head office, is seldom a word's.</summary>
    public override double BareFor(ReadOnlySpan<char> compact, double bare) =>
        compact.Length == 11 && (compact.EndsWith("XXX", StringComparison.Ordinal) || compact.ContainsAnyInRange('0', '9')) ? bare
        : compact.ContainsAnyInRange('0', '9') ? 0.4
        : 0.2;

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        !compact.ContainsAnyInRange('a', 'z') && Countries.Are(compact.Slice(4, 2)) && compact[7] is not 'O';
}
