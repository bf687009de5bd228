namespace Rogatory.Core.Classification.Identity;

/// <summary>A vehicle's registration plate behind a word for it, as states in Europe and America make them.</summary>
internal sealed class VehiclePlate : LabelledNumber
{
    public override string Id => "vehicle-plate";

    public override string Category => "vehicle";

    public override string Citation => "Convention on Road Traffic (Vienna, 1968) art. 36, annex 2";

    public override IReadOnlyList<string> Terms =>
    [
        "license plate*", "licence plate*", "number plate*", "registration plate*", "plate number", "plate no", "plates", "plate", "vehicle registration*",
        "car registration*", "registration number", "registration mark", "reg no", "vrm", "vrn", "plaque d'immatriculation", "plaque", "immatriculé*",
        "immatriculation", "kennzeichen", "kfz-kennzeichen", "nummernschild*", "matrícula", "matrículas", "placa", "placas", "targa", "targata", "targato",
        "kenteken*", "nummerplaat", "chapa", "rejestracyjny", "rejestracyjne", "rejestracyjna", "numer rejestracyjny", "tablica", "tablice",
    ];

    protected override int FewestDigits => 1;

    protected override IReadOnlyList<string> Ways { get; } =
    [
        "@@ ### @@", "#### @@ ##", "### @@@ ##", "#### @@@ ##", // France, Italy
        .. Germany(),
        "@@## @@@", "@### @@@", "@## @@@", "@@@ ###@", "@@@ ##@", "@@@ ####", "@@ ####", // Britain, Ireland
        "#### @@@", "@ #### @@", "@@ #### @@", // Spain
        "@@ ## ##", "## ## @@", "## @@ ##", "@@ ## @@", "@@ @@ ##", "## @@ @@", "## @@@ #", "# @@@ ##", "@@ ### @", "@ ### @@", "@@@ ## @", "@ ## @@@", // Netherlands, Portugal
        "@@ #####", "@@@ #####", "@@ ####@", "@@ ###@@", "@@@ #@###", "@@@ ##@@", "@@@ @###", "@@@ ##@##", "@ #####", // Poland
        "# @@@ ###", "@@@ ###", "@@ ######", "@@ ###@@", "@ #####@", "@@ ####@@", // Belgium, Sweden, Switzerland, Austria
        "#@@@###", "@@@#@##", "###@@@", "@ ## @@@@", "### @@@", "@@ ## @@@", "@@ ## @@ ####", "@@ ## @ ####", // America, Asia
    ];

    private static IEnumerable<string> Germany() =>
        from district in Enumerable.Range(1, 3)
        from letters in Enumerable.Range(1, 2)
        from digits in Enumerable.Range(1, 4)
        from end in new[] { "", "@" }
        select $"{new string('@', district)} {new string('@', letters)} {new string('#', digits)}{end}";
}
