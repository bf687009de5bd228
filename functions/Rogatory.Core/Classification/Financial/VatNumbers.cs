namespace Rogatory.Core.Classification.Financial;

/// <summary>The states' VAT numbers.</summary>
internal static class VatNumbers
{
    private const double Strong = 0.92, Good = 0.9;

    private static readonly Row[] Rows =
    [
        new("at", "AT", ["U########", "U ## ### ###"], ["uid", "ust*", "umsatzsteuer*"], Good, VatChecks.Austria),
        new("be", "BE", ["##########", "####.###.###", "#### ### ###"], ["btw*", "tva", "n° tva", "numéro de tva", "ondernemingsnummer", "numéro d'entreprise"], Strong, VatChecks.Belgium),
        new("bg", "BG", ["#########", "##########", "### ### ###"], ["ддс", "еик", "булстат"], Good, VatChecks.Bulgaria),
        new("cy", "CY", ["########@"], ["φπα"], Good, VatChecks.Cyprus),
        new("cz", "CZ", ["########", "#########", "##########"], ["dič", "dph", "ičo"], 0.85, VatChecks.Czechia),
        new("de", "DE", ["#########", "### ### ###", "## ### ####"], ["ust*", "umsatzsteuer*", "mwst*"], Good, VatChecks.Germany),
        new("dk", "DK", ["########", "## ## ## ##"], ["moms*", "cvr*", "se-nr"], Good, VatChecks.Denmark),
        new("ee", "EE", ["#########", "### ### ###"], ["kmkr"], Good, VatChecks.Estonia),
        new("gr", "EL", ["#########", "### ### ###"], ["αφμ", "φπα"], Good, VatChecks.Greece),
        new("es", "ES", ["*#######*", "* #######*", "*-#######*", "*-#######-*", "########-@"], ["iva", "nif iva", "cif", "nif"], Good, VatChecks.Spain),
        new("fi", "FI", ["########", "#######-#"], ["alv*", "y-tunnus"], Good, VatChecks.Finland),
        new("fr", "FR", ["**#########", "** ### ### ###", "** #########"], ["tva", "n° tva", "numéro de tva"], Strong, VatChecks.France),
        new("gb", "GB", ["#########", "### #### ##", "### ### ###", "############", "### #### ## ###", "GD###", "HA###"], ["vat registration"], Strong, VatChecks.UnitedKingdom),
        new("xi", "XI", ["#########", "### #### ##", "############"], ["vat registration"], Strong, VatChecks.UnitedKingdom),
        new("hr", "HR", ["###########"], ["oib", "pdv*"], Good, VatChecks.Croatia),
        new("hu", "HU", ["########", "########-#-##", "###########"], ["áfa", "adószám"], Good, VatChecks.Hungary),
        new("ie", "IE", ["#######@", "#######@@", "#@#####@"], ["vat registration"], Good, VatChecks.Ireland),
        new("it", "IT", ["###########", "### #### ####"], ["iva", "p. iva", "partita iva", "p.i"], Good, VatChecks.Italy),
        new("lt", "LT", ["#########", "############"], ["pvm*"], Good, VatChecks.Lithuania),
        new("lu", "LU", ["########", "### ### ##", "#### ####"], ["tva", "n° tva", "numéro de tva"], Strong, VatChecks.Luxembourg),
        new("lv", "LV", ["###########"], ["pvn*"], Good, VatChecks.Latvia),
        new("mt", "MT", ["########", "#### ####"], ["vat registration"], Good, VatChecks.Malta),
        new("nl", "NL", ["#########B##", "#### ## ### B##", "#########.B.##", "####.##.###.B##", "###.###.###.B##"], ["btw*", "omzetbelasting*"], 0.95, VatChecks.Netherlands),
        new("pl", "PL", ["##########", "### ### ## ##", "###-###-##-##", "### ## ## ###", "###-##-##-###"], ["nip", "numer nip"], Good, VatChecks.Poland),
        new("pt", "PT", ["#########", "### ### ###"], ["nif", "nipc", "iva"], Good, VatChecks.Portugal),
        new("ro", "RO", ["##########", "#########", "########", "#######", "######"], ["cif", "cui", "cod fiscal", "tva"], 0.85, VatChecks.Romania),
        new("se", "SE", ["############", "######-####-##", "######-####01"], ["moms*", "vat-nr", "organisationsnummer"], Strong, VatChecks.Sweden),
        new("si", "SI", ["########", "#### ####"], ["ddv*"], Good, VatChecks.Slovenia),
        new("sk", "SK", ["##########", "### ### ## ##"], ["ič dph", "dič", "dph"], Good, VatChecks.Slovakia),
        new("ch", "CHE", ["#########", "###.###.###", "### ### ###", "#########MWST", "#########TVA", "#########IVA"], ["mwst*", "tva", "iva", "uid"], 0.93, VatChecks.Switzerland),
        new("no", "NO", ["#########MVA", "### ### ### MVA", "#########", "### ### ###"], ["mva", "orgnr", "org.nr", "organisasjonsnummer"], Good, VatChecks.Norway),
    ];

    public static IEnumerable<Detector> All() => [.. Rows.Select(row => row.With(row.Prefix)), .. Rows.Where(row => row.Country != "xi").Select(row => row.With(""))];

    private sealed record Row(string Country, string Prefix, string[] Bodies, string[] Names, double Strength, VatNumber.Rule IsValid)
    {
        public VatNumber With(string prefix) => new(Country, prefix, Bodies, Names, Strength, IsValid);
    }
}
