namespace Rogatory.Core.Classification.Identity;

/// <summary>A passport's number behind a word for it.</summary>
internal sealed class PassportNumber : LabelledNumber
{
    public override string Id => "passport-number";

    public override string Category => "passport";

    public override string Citation => "ICAO Doc 9303 part 4 section 4.1 (document number: up to nine letters and digits)";

    public override IReadOnlyList<string> Terms =>
        ["passport*", "passeport*", "reisepass*", "passnummer", "pasaporte*", "passaporto", "passaporti", "passaporte*", "paspoort*", "paszport*"];

    protected override IReadOnlyList<string> Ways => ["*********", "********", "*******", "@@ #######", "@@ ######", "@ #######", "@ ########", "@@@ ######", "## @@ #####", "### ### ###"];

    protected override int FewestDigits => 5;
}
