namespace Rogatory.Core.Classification.Identity;

/// <summary>The British National Insurance number: prefixes that are given, six digits, A to D.</summary>
internal sealed class BritainNino : PersonNumber
{
    public override string Id => "gb-nino";

    public override string Citation => "Social Security (Crediting and Treatment of Contributions, and National Insurance Numbers) Regulations 2001; HMRC NIM39110";

    public override IReadOnlyList<string> Shapes { get; } = [.. Grouped(" -.", "@@ ## ## ## @", "@@ ###### @", "@@## ## ## @"), "@@######@", "@@###### @"];

    public override string Check => "prefix, suffix";

    public override double Bare => 0.7;

    protected override double BareInGroups => 0.88;

    protected override IReadOnlyList<string> Names => ["nino", "ni number", "ni no", "nin", "national insurance*", "n.i", "ni"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        char first = compact[0], second = compact[1];
        return !"DFIQUV".Contains(first)
            && !"DFIOQUV".Contains(second)
            && compact[..2] is not ("BG" or "GB" or "KN" or "NK" or "NT" or "TN" or "ZZ")
            && compact[8] is >= 'A' and <= 'D'
            && Digits.Number(compact[2..8]) > 0;
    }
}
