namespace Rogatory.Core.Classification.Identity;

/// <summary>An identity card's or residence permit's number behind a word for it.</summary>
internal sealed class IdentityCardNumber : LabelledNumber
{
    public override string Id => "identity-card-number";

    public override string Category => "identity-card";

    public override string Citation => "Regulation (EU) 2019/1157 art. 3; ICAO Doc 9303 part 5";

    public override IReadOnlyList<string> Terms =>
    [
        "identity card", "id card", "identity document", "residence permit", "carte d'identité", "carte nationale d'identité", "cni", "titre de séjour",
        "aufenthaltstitel", "documento de identidad", "cédula", "carta d'identità", "carta di identità",
        "documento d'identità", "permesso di soggiorno", "cartão de cidadão", "bilhete de identidade", "identiteitskaart", "verblijfsvergunning",
        "dowód osobisty", "dowodu osobistego", "dowodem osobistym", "nr dowodu",
    ];

    protected override IReadOnlyList<string> Ways =>
        ["*********", "**********", "************", "@@ #######", "@@@ ######", "@@ #####@@", "## ######", "########", "######## # @@#", "########@", "### ####### ##"];
}
