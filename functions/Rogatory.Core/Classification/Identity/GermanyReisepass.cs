namespace Rogatory.Core.Classification.Identity;

/// <summary>The serial number of a German passport.</summary>
internal sealed class GermanyReisepass : GermanySerial
{
    public override string Id => "de-reisepass";

    public override string Category => "passport";

    protected override string First => "CFGHJK";

    protected override IReadOnlyList<string> Names => ["reisepass*", "passnummer", "german passport"];

    protected override IReadOnlyList<string> EverydayNames => ["pass", "passport*"];
}
