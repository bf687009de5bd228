using System.Text;

namespace Rogatory.Bench.Quality;

/// <summary>How each country writes its numbers, and what it calls them. <c>#</c> is the next letter or digit.</summary>
internal static class Spellings
{
    /// <summary>By the id of its detector: labels, and ways of writing. A <c>?</c> before it: one digit in ten fits,
    /// so that in a sentence that says nothing it may be anything; two: not even by itself is it told from those.</summary>
    public static IReadOnlyDictionary<string, (string[] Labels, string[] Ways, int Weakness)> All { get; } = """
        fr-nir; N° de sécurité sociale|NIR; ###############|# ## ## ## ### ### ##|# ## ## ## ###### ##
        de-steuer-id; Steuer-ID|Steueridentifikationsnummer; ###########|## ### ### ###
        de-personalausweis; Personalausweisnummer|Ausweis-Nr.; ##########
        de-reisepass; Reisepass-Nr.|Reisepassnummer; ##########
        es-dni; DNI|NIF; #########|########-#|##.###.###-#|######## #
        es-nie; NIE|N.I.E.; #########|#-#######-#|# ####### #
        it-codice-fiscale; Codice fiscale|C.F.; ################|### ### ##### #####
        ?nl-bsn; BSN|Burgerservicenummer; #########|#### ## ###|###.###.###
        be-national-number; Rijksregisternummer|Numéro national; ###########|##.##.##-###.##|###### ### ##
        ?pt-nif; NIF|Número de contribuinte; #########|### ### ###
        pl-pesel; PESEL|Nr PESEL; ###########
        ro-cnp; CNP|Cod numeric personal; #############
        bg-egn; ЕГН|EGN; ##########
        cz-birth-number; Rodné číslo|R.č.; ######/####|##########
        ?hr-oib; OIB|Osobni identifikacijski broj; ###########
        si-emso; EMŠO; #############
        yu-jmbg; JMBG|Matični broj; #############
        dk-cpr; CPR-nr.|CPR; ######-####|##########
        se-personnummer; Personnummer; ######-####|##########
        no-fodselsnummer; Fødselsnummer|Fnr; ###########|###### #####
        fi-hetu; Henkilötunnus|HETU; ###########
        ee-isikukood; Isikukood; ###########
        lt-asmens-kodas; Asmens kodas; ###########
        lv-personas-kods; Personas kods; ######-#####|###########
        at-svnr; SVNR|Sozialversicherungsnummer; #### ######|##########
        ch-ahv; AHV-Nr.|Numéro AVS; ###.####.####.##|#############
        ie-ppsn; PPS Number|PPSN; #########|####### ##
        gr-amka; ΑΜΚΑ|AMKA; ###########
        ?gr-afm; ΑΦΜ|AFM; #########
        hu-personal-number; Személyi azonosító; #-######-####|###########
        hu-tax-number; Adóazonosító jel; ##########
        lu-national-number; Matricule|Numéro d'identification national; #############|#### ## ## #####
        gb-nino; National Insurance number|NI number; #########|## ## ## ## #
        ?gb-nhs; NHS number|NHS no.; ### ### ####|##########
        ?ua-rnokpp; РНОКПП|ІПН; ##########
        tr-kimlik; T.C. Kimlik No|TC Kimlik Numarası; ###########
        ?au-medicare; Medicare card number|Medicare number; #### ##### #|##########
        ?au-tfn; TFN|Tax file number; ### ### ###|#########
        br-cpf; CPF; ###.###.###-##|###########
        br-cnpj; CNPJ; ##.###.###/####-##|##############
        ?ca-sin; SIN|Social Insurance Number; ### ### ###|###-###-###|#########
        cn-resident-id; 身份证号|Resident ID; ##################
        hk-id; HKID|Hong Kong Identity Card; ########|#######(#)
        ?in-aadhaar; Aadhaar|Aadhaar number; #### #### ####|############
        in-pan; PAN|Permanent Account Number; ##########
        ??il-id; Teudat zehut|תעודת זהות; #########
        ??jp-my-number; マイナンバー|My Number; #### #### ####|############
        kr-rrn; 주민등록번호|Resident registration number; ######-#######|#############
        mx-curp; CURP; ##################
        ??nz-ird; IRD number|IRD; ##-###-###|### ### ###|########|#########
        sg-nric; NRIC|FIN; #########
        ?th-id; เลขประจำตัวประชาชน|Thai ID; # #### ##### ## #|#############
        za-id; SA ID|Identity number; #############|###### #### ###
        us-ssn; SSN|Social Security Number; ###-##-####|### ## ####
        us-itin; ITIN|Individual Taxpayer Identification Number; ###-##-####
        """.Split('\n').Select(Row).ToDictionary(row => row.Id, row => row.Row, StringComparer.Ordinal);

    /// <summary>The letters and digits in one of the ways that have as many places; as they are if none has.</summary>
    public static string Write(string compact, IReadOnlyList<string> ways, Random random)
    {
        string bare = string.Concat(compact.Where(char.IsLetterOrDigit));
        string[] fitting = [.. ways.Where(way => way.Count(unit => unit == '#') == bare.Length)];
        if (fitting.Length == 0 || bare.Length < compact.Length - 2)
            return compact;
        var written = new StringBuilder();
        int at = 0;
        foreach (char unit in fitting[random.Next(fitting.Length)])
            written.Append(unit == '#' ? bare[at++] : unit);
        return written.ToString();
    }

    private static (string Id, (string[] Labels, string[] Ways, int Weakness) Row) Row(string line)
    {
        string[] parts = line.Trim().Split("; ");
        return (parts[0].TrimStart('?'), (parts[1].Split('|'), parts[2].Split('|'), parts[0].Count(unit => unit == '?')));
    }
}
