namespace Rogatory.Core.Classification.Financial;

/// <summary>A sort code of a bank of the United Kingdom or Ireland: it has no check, so a word must say what it is.</summary>
internal sealed class SortCode : NumberRule
{
    public override string Id => "gb-sort-code";

    public override string Category => "bank-code";

    public override string Citation => "Vocalink, Validating account numbers";

    public override IReadOnlyList<string> Shapes => ["##-##-##", "## ## ##"];

    public override string Check => "form";

    public override double Bare => 0.1;

    public override double InContext => 0.95;

    public override bool NeedsContext => true;

    public override bool AllowsAnyGrouping => false;

    public override IReadOnlyList<string> Context => ["sort code", "sortcode", "sort-code", "s/c", "branch sort code", "nsc"];

    public override bool IsValid(ReadOnlySpan<char> compact) => compact is not "000000";
}
