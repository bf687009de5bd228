namespace Rogatory.Core.Classification.Identity;

/// <summary>A driving licence's number behind a word for it.</summary>
internal sealed class DrivingLicence : LabelledNumber
{
    public override string Id => "driving-licence";

    public override string Category => "driving-licence";

    public override string Citation => "Directive 2006/126/EC annex I, field 5";

    public override IReadOnlyList<string> Terms =>
    [
        "driving licence*", "driving license*", "driver's licence*", "driver's license*", "driver licence*", "driver license*", "drivers license*",
        "drivers licence*", "dl number", "dl no", "licence number", "license number", "permis de conduire", "numéro de permis", "führerschein*", "fahrerlaubnis*",
        "permiso de conducir", "permiso de conducción", "carné de conducir", "licencia de conducir", "patente di guida", "patente", "carta de condução",
        "carteira de motorista", "carteira nacional de habilitação", "cnh", "rijbewijs*", "prawo jazdy", "prawa jazdy",
    ];

    protected override IReadOnlyList<string> Ways { get; } =
    [
        .. Enumerable.Range(7, 10).Select(length => new string('*', length)),
        "***** ###### *****", "***** ****** ***** **", "##### ## ####", "@### #### ####", "@@ #######@", "### ### ###", "## ## ######", "@ ### ### ### ###",
        "@#### ##### #####", "@### ### ## ### #", "######## @", "@## ## ####",
    ];
}
