using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Legal;

namespace Rogatory.Core.Tests.Classification.Legal;

public sealed class CaseNumberTests
{
    private static readonly Detector[] Numbers = [.. LegalDetectors.All().Where(detector => detector.Category == "case-number")];

    [Theory]
    [InlineData("Aktenzeichen: 12 Js 345/24", "12 Js 345/24")]
    [InlineData("Der BGH (VIII ZR 12/21) entschied", "VIII ZR 12/21")]
    [InlineData("Geschäftszeichen 7 O 123/20,", "7 O 123/20")]
    [InlineData("in der Sache 2 BvR 345/2019.", "2 BvR 345/2019")]
    [InlineData("N° RG 21/01234 - Tribunal", "21/01234")]
    [InlineData("N° parquet : 24123000456", "24123000456")]
    [InlineData("pourvoi n° 21-12.345", "21-12.345")]
    [InlineData("Diligencias Previas 45/2023 del Juzgado", "45/2023")]
    [InlineData("Procedimiento Abreviado nº 123/2024", "123/2024")]
    [InlineData("n. 1234/2024 R.G.N.R.", "1234/2024")]
    [InlineData("proc. pen. n. 4567/23 R.G.N.R. mod. 21", "4567/23")]
    [InlineData("Parketnummer: 09/837123-21", "09/837123-21")]
    [InlineData("zaaknummer / rolnummer: C/09/123456 / HA ZA 20-123", "C/09/123456 / HA ZA 20-123")]
    [InlineData("inquérito com o NUIPC 123/24.5TAABC", "123/24.5TAABC")]
    [InlineData("o 1234/20.1T8LSB foi", "1234/20.1T8LSB")]
    [InlineData("sygn. akt II K 123/24", "II K 123/24")]
    [InlineData("Sygn. akt: PR 1 Ds. 123.2024", "PR 1 Ds. 123.2024")]
    [InlineData("Case No. 1:20-cv-01234-ABC-DE", "1:20-cv-01234-ABC-DE")]
    [InlineData("docketed as 20-cr-0123", "20-cr-0123")]
    [InlineData("Case No. CR-2024-1234", "CR-2024-1234")]
    [InlineData("case number 2023CF001234", "2023CF001234")]
    [InlineData("in C-123/45 the Court", "C-123/45")]
    [InlineData("T-12/20 P and", "T-12/20 P")]
    [InlineData("Case C‑619/18 R", "C‑619/18 R")]
    [InlineData("Application no. 12345/67", "12345/67")]
    [InlineData("[2024] EWHC 123 (Admin)", "[2024] EWHC 123 (Admin)")]
    [InlineData("R v Bloggs [2021] EWCA Crim 45.", "[2021] EWCA Crim 45")]
    public void A_file_number_is_found(string text, string value)
    {
        Finding finding = Assert.Single(Classified.By(Numbers, text));
        Assert.Equal(value, Classified.Value(text, finding));
        Assert.True(finding.Confidence >= 0.75);
    }

    [Theory]
    [InlineData("case_number", "12-345")]
    [InlineData("Aktenzeichen", "12 Js 345/24")]
    public void A_columns_header_says_what_its_cells_hold(string label, string cell) =>
        Assert.Equal(cell, Classified.Value(cell, Assert.Single(Classified.By(Numbers, cell, label))));

    [Theory]
    [InlineData("Directive (EU) 2016/680 and Regulation 2016/679")]
    [InlineData("recitals 12/13 and pages 3/12")]
    [InlineData("open 24/7, chances 50/50")]
    [InlineData("in case 24/7 support is needed")]
    [InlineData("dated 12/03/2024")]
    [InlineData("case number 12/03/2024")]
    [InlineData("file no. 3")]
    [InlineData("the case number is not known")]
    [InlineData("Invoice 12/2024")]
    [InlineData("5 km 20/30")]
    [InlineData("12 Mb 345/24")]
    [InlineData("C-123/456")]
    [InlineData("ABC-123/45")]
    [InlineData("X-123/45")]
    [InlineData("123/24.5abcde")]
    [InlineData("a/b/12 Js 345/24/7")]
    [InlineData("20-cv-letter")]
    [InlineData("2024 EWHC 123")]
    [InlineData("Case No. pending")]
    [InlineData("Az. unbekannt, 12 Personen")]
    [InlineData("article 5/6 of the act")]
    [InlineData("https://example.org/a/12/34")]
    [InlineData("application no one reads")]
    [InlineData("Processo de 5 dias")]
    [InlineData("sygnatura nieznana")]
    [InlineData("n. 1234/24 pagine")]
    [InlineData("rg 5 mm")]
    public void What_is_no_file_number_is_not(string text) => Assert.Empty(Classified.By(Numbers, text));

    [Theory]
    [InlineData("ECLI:EU:C:2015:650")]
    [InlineData("ECLI:NL:HR:2013:1234")]
    [InlineData("ECLI:DE:BGH:2020:010120UVIIIZR12.19.0")]
    [InlineData("ECLI:CE:ECHR:2009:0210JUD001493903")]
    [InlineData("ecli:fr:cass:2020:c100123")]
    public void An_identifier_of_case_law_is_found(string value) => Classified.Finds(new Ecli(), $"see {value}.", value, 0.95);

    [Theory]
    [InlineData("ECLI:EU:C:15:650")]
    [InlineData("ECLI:EU:TOOLONGCOURT:2015:650")]
    [InlineData("ECLI:EUR:C:2015:650")]
    [InlineData("ECLI:E1:C:2015:650")]
    [InlineData("ECLI:EU:1C:2015:650")]
    [InlineData("ECLI:EU:C:2015")]
    [InlineData("ECLI:EU:C:2015:")]
    [InlineData("ECLI:EU:C:9915:650")]
    [InlineData("ECLI:EU:C:2015:12345678901234567890123456")]
    [InlineData("XECLI:EU:C:2015:650")]
    [InlineData("ECLI EU C 2015 650")]
    [InlineData("the ECLI of a judgment")]
    public void What_breaks_the_rules_of_the_identifier_is_not(string text) => Classified.FindsNothing(new Ecli(), text);
}
