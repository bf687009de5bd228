namespace Rogatory.Core.Classification.Identity;

/// <summary>The Slovenian enotna matična številka občana.</summary>
internal sealed class SloveniaEmso : YugoslavNumber
{
    public override string Id => "si-emso";

    public override string Citation => "Zakon o centralnem registru prebivalstva (ZCRP), 5. do 8. člen";

    protected override IReadOnlyList<string> Names => ["emšo", "enotna matična številka", "matična številka", "enotna matična številka občana", "slovenian id"];

    protected override bool IsOfRegion(int region) => region is >= 50 and <= 59;
}
