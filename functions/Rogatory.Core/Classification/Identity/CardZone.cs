namespace Rogatory.Core.Classification.Identity;

/// <summary>The machine-readable zone of an identity card, a residence permit, a crew member's certificate or a visa.</summary>
internal sealed class CardZone : MachineReadableZone
{
    public override string Id => "card-mrz";

    public override string Category => "identity-card";

    protected override bool IsKind(char first) => first is 'I' or 'A' or 'C' or 'V';
}
