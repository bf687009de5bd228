namespace Rogatory.Core.Classification.Identity;

/// <summary>The machine-readable zone of a passport.</summary>
internal sealed class PassportZone : MachineReadableZone
{
    public override string Id => "passport-mrz";

    public override string Category => "passport";

    protected override bool FindsSecondRows => true;

    protected override bool IsKind(char first) => first == 'P';
}
