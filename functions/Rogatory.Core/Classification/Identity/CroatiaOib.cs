namespace Rogatory.Core.Classification.Identity;

/// <summary>The Croatian osobni identifikacijski broj.</summary>
internal sealed class CroatiaOib : PersonNumber
{
    public override string Id => "hr-oib";

    public override string Citation => "Zakon o osobnom identifikacijskom broju (NN 60/08); ISO/IEC 7064 mod 11,10";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "###########", "### ### ### ##", "## ### ### ###");

    public override string Check => "check digit (ISO/IEC 7064 mod 11,10)";

    public override double Bare => 0.2;

    protected override IReadOnlyList<string> Names => ["oib", "osobni identifikacijski broj", "croatian id"];

    protected override IReadOnlyList<string> EverydayNames => ["osobni broj", "porezni broj"];

    public override bool IsValid(ReadOnlySpan<char> compact) => !Digits.AllSame(compact[..10]) && Digits.Mod11And10(compact);
}
