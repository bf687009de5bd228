namespace Rogatory.Core.Classification.Identity;

/// <summary>The serial number of a German identity card.</summary>
internal sealed class GermanyPersonalausweis : GermanySerial
{
    public override string Id => "de-personalausweis";

    public override string Category => "identity-card";

    protected override string First => "LMNPRTVWXYZ";

    protected override IReadOnlyList<string> Names =>
        ["personalausweis*", "ausweis*", "perso", "german id"];

    protected override IReadOnlyList<string> EverydayNames => ["seriennummer", "identity card", "id card", "aufenthaltstitel"];

    protected override bool IsOld(ReadOnlySpan<char> compact) => !Digits.AllSame(compact[..9]) && compact[0] != '0';
}
