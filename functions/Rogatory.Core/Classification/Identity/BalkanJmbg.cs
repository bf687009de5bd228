namespace Rogatory.Core.Classification.Identity;

/// <summary>The jedinstveni matični broj građana of Bosnia and Herzegovina, Croatia, Kosovo, Montenegro, North Macedonia and Serbia.</summary>
internal sealed class BalkanJmbg : YugoslavNumber
{
    public override string Id => "yu-jmbg";

    public override string Citation => "Zakon o jedinstvenom matičnom broju (RS 24/2018, BiH 32/01, MK 36/92), ČG 45/2008";

    protected override IReadOnlyList<string> Names =>
        ["jmbg", "јмбг", "mbg", "embg", "ембг", "jedinstveni matični broj", "јединствени матични број", "matični broj", "матични број", "unique master citizen number"];

    protected override bool IsOfRegion(int region) => region is not (0 or (>= 50 and <= 59));
}
