namespace Rogatory.Core.Classification.Financial;

/// <summary>The states' VAT numbers.</summary>
internal static class VatNumbers
{
    private const double Strong = 0.92, Good = 0.9;

    private static readonly Row[] Rows =
    [
        new("at", "AT", ["U########", "U ## ### ###"], Good, VatChecks.Austria),
        new("be", "BE", ["##########", "####.###.###", "#### ### ###"], Strong, VatChecks.Belgium),
        new("bg", "BG", ["#########", "##########", "### ### ###"], Good, VatChecks.Bulgaria),
        new("cy", "CY", ["########@"], Good, VatChecks.Cyprus),
        new("cz", "CZ", ["########", "#########", "##########"], 0.85, VatChecks.Czechia),
        new("de", "DE", ["#########", "### ### ###", "## ### ####"], Good, VatChecks.Germany),
        new("dk", "DK", ["########", "## ## ## ##"], Good, VatChecks.Denmark),
        new("ee", "EE", ["#########", "### ### ###"], Good, VatChecks.Estonia),
        new("gr", "EL", ["#########", "### ### ###"], Good, VatChecks.Greece),
        new("es", "ES", ["*#######*", "* #######*", "*-#######*", "*-#######-*", "########-@"], Good, VatChecks.Spain),
        new("fi", "FI", ["########", "#######-#"], Good, VatChecks.Finland),
        new("fr", "FR", ["**#########", "** ### ### ###", "** #########"], Strong, VatChecks.France),
        new("gb", "GB", ["#########", "### #### ##", "### ### ###", "############", "### #### ## ###", "GD###", "HA###"], Strong, VatChecks.UnitedKingdom),
        new("xi", "XI", ["#########", "### #### ##", "############"], Strong, VatChecks.UnitedKingdom),
        new("hr", "HR", ["###########"], Good, VatChecks.Croatia),
        new("hu", "HU", ["########", "########-#-##", "###########"], Good, VatChecks.Hungary),
        new("ie", "IE", ["#######@", "#######@@", "#@#####@"], Good, VatChecks.Ireland),
        new("it", "IT", ["###########", "### #### ####"], Good, VatChecks.Italy),
        new("lt", "LT", ["#########", "############"], Good, VatChecks.Lithuania),
        new("lu", "LU", ["########", "### ### ##", "#### ####"], Strong, VatChecks.Luxembourg),
        new("lv", "LV", ["###########"], Good, VatChecks.Latvia),
        new("mt", "MT", ["########", "#### ####"], Good, VatChecks.Malta),
        new("nl", "NL", ["#########B##", "#### ## ### B##", "#########.B.##", "####.##.###.B##", "###.###.###.B##"], 0.95, VatChecks.Netherlands),
        new("pl", "PL", ["##########", "### ### ## ##", "###-###-##-##", "### ## ## ###", "###-##-##-###"], Good, VatChecks.Poland),
        new("pt", "PT", ["#########", "### ### ###"], Good, VatChecks.Portugal),
        new("ro", "RO", ["##########", "#########", "########", "#######", "######"], 0.85, VatChecks.Romania),
        new("se", "SE", ["############", "######-####-##", "######-####01"], Strong, VatChecks.Sweden),
        new("si", "SI", ["########", "#### ####"], Good, VatChecks.Slovenia),
        new("sk", "SK", ["##########", "### ### ## ##"], Good, VatChecks.Slovakia),
        new("ch", "CHE", ["#########", "###.###.###", "### ### ###", "#########MWST", "#########TVA", "#########IVA"], 0.93, VatChecks.Switzerland),
        new("no", "NO", ["#########MVA", "### ### ### MVA", "#########", "### ### ###"], Good, VatChecks.Norway),
    ];

    public static IEnumerable<Detector> All() => [.. Rows.Select(row => row.With(row.Prefix)), .. Rows.Where(row => row.Country != "xi").Select(row => row.With(""))];

    private sealed record Row(string Country, string Prefix, string[] Bodies, double Strength, VatNumber.Rule IsValid)
    {
        public VatNumber With(string prefix) => new(Country, prefix, Bodies, Strength, IsValid);
    }
}
