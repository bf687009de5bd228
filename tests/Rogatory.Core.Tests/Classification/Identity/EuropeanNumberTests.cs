using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Identity;

namespace Rogatory.Core.Tests.Classification.Identity;

public sealed class EuropeanNumberTests
{
    private static readonly Dictionary<string, Detector> Rules = IdentityDetectors.All().ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    [Theory]
    [InlineData("fr-nir", "2 69 05 49 588 157 80")]
    [InlineData("fr-nir", "269054958815780")]
    [InlineData("fr-nir", "1 85 12 2A 004 123 71")]
    [InlineData("fr-nir", "1 85 12 2B 004 123 01")]
    [InlineData("de-steuer-id", "86 095 742 719")]
    [InlineData("de-personalausweis", "T220001293")]
    [InlineData("es-dni", "12345678Z")]
    [InlineData("es-dni", "12.345.678-Z")]
    [InlineData("es-nie", "X-1234567-L")]
    [InlineData("it-codice-fiscale", "RSSMRA85T10A562S")]
    [InlineData("nl-bsn", "1112.22.333")]
    [InlineData("be-national-number", "85.07.30-033.28")]
    [InlineData("pl-pesel", "440514 01359")]
    [InlineData("bg-egn", "7523169263")]
    [InlineData("cz-birth-number", "710319/2745")]
    [InlineData("cz-birth-number", "530312/123")]
    [InlineData("dk-cpr", "211062-5629")]
    [InlineData("dk-cpr", "010107-4001")]
    [InlineData("se-personnummer", "811228-9874")]
    [InlineData("se-personnummer", "19811228-9874")]
    [InlineData("se-personnummer", "811228+9874")]
    [InlineData("se-personnummer", "198112289874")]
    [InlineData("fi-hetu", "131052-308T")]
    [InlineData("fi-hetu", "131052U308T")]
    [InlineData("fi-hetu", "131052+308T")]
    [InlineData("lv-personas-kods", "161175-19997")]
    [InlineData("lv-personas-kods", "329283-12345")]
    [InlineData("at-svnr", "1237 010180")]
    [InlineData("ch-ahv", "756.9217.0769.85")]
    [InlineData("ie-ppsn", "1234567T")]
    [InlineData("ie-ppsn", "1234567FA")]
    [InlineData("ie-ppsn", "1234567TW")]
    [InlineData("hu-tax-number", "8071592153")]
    [InlineData("si-emso", "0101006500006")]
    public void A_right_one_is_found_as_it_is_written(string id, string value)
    {
        Classified.Finds(Rules[id], value, value);
        Classified.Finds(Rules[id], $"({Rules[id].Context[0]} {value})", value, 0.9);
    }

    [Theory]
    [InlineData("fr-nir", "269134958815745")] // month 13
    [InlineData("fr-nir", "969054958815780")] // no sex
    [InlineData("fr-nir", "269052049588115")] // no department 20
    [InlineData("fr-nir", "18512AA00412371")]
    [InlineData("de-steuer-id", "01234567890")]
    [InlineData("de-steuer-id", "12345678903")] // no digit repeated
    [InlineData("de-steuer-id", "11123456781")]
    [InlineData("de-personalausweis", "A220001293")]
    [InlineData("de-reisepass", "T220001293")]
    [InlineData("es-dni", "00000000T")]
    [InlineData("es-dni", "1234567Z")]
    [InlineData("es-nie", "A1234567L")]
    [InlineData("it-codice-fiscale", "RSSMRA85T32A562S")]
    [InlineData("it-codice-fiscale", "RSSMRA85F10A562S")]
    [InlineData("it-codice-fiscale", "RSSMRA85T10AA62S")]
    [InlineData("nl-bsn", "111222334")]
    [InlineData("be-national-number", "85.13.30-033.28")]
    [InlineData("be-national-number", "85.07.30-000.61")]
    [InlineData("pl-pesel", "44053201359")]
    [InlineData("pl-pesel", "44133101350")]
    [InlineData("bg-egn", "7553169263")]
    [InlineData("cz-birth-number", "711319/2745")]
    [InlineData("cz-birth-number", "710319/2746")]
    [InlineData("cz-birth-number", "590312/123")]
    [InlineData("cz-birth-number", "530312/000")]
    [InlineData("dk-cpr", "311162-5629")]
    [InlineData("dk-cpr", "290201-3001")]
    [InlineData("se-personnummer", "811328-9874")]
    [InlineData("se-personnummer", "811232-9874")]
    [InlineData("se-personnummer", "811228-9875")]
    [InlineData("se-personnummer", "21811228-9874")]
    [InlineData("no-fodselsnummer", "31130054321")]
    [InlineData("fi-hetu", "131052308T")]
    [InlineData("fi-hetu", "131052G308T")]
    [InlineData("fi-hetu", "321052-308T")]
    [InlineData("fi-hetu", "131052-001T")]
    [InlineData("ee-isikukood", "37613030299")]
    [InlineData("lv-personas-kods", "161375-19997")]
    [InlineData("lv-personas-kods", "161175-39997")]
    [InlineData("at-svnr", "1237 310280")]
    [InlineData("at-svnr", "0237 010180")]
    [InlineData("ch-ahv", "757.9217.0769.85")]
    [InlineData("ie-ppsn", "1234567X")]
    [InlineData("ie-ppsn", "1234567TC")]
    [InlineData("hu-tax-number", "7071592153")]
    [InlineData("si-emso", "3201006500006")]
    [InlineData("si-emso", "0101006100006")] // of another region
    public void A_wrong_one_is_not(string id, string text)
    {
        Classified.FindsNothing(Rules[id], text);
        Classified.FindsNothing(Rules[id], $"{Rules[id].Context[0]}: {text}");
    }
}
