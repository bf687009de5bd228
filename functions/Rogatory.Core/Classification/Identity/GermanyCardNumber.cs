namespace Rogatory.Core.Classification.Identity;

/// <summary>The nine characters on the front of a German identity card, which have no check digit, behind a word for it.</summary>
internal sealed class GermanyCardNumber : LabelledNumber
{
    public override string Id => "de-card-number";

    public override string Category => "identity-card";

    public override string Citation => "Personalausweisgesetz § 2 Abs. 8";

    public override IReadOnlyList<string> Terms => ["personalausweis*", "ausweisnummer", "ausweisnr", "ausweis-nr"];

    protected override IReadOnlyList<string> Ways => ["*********"];
}
