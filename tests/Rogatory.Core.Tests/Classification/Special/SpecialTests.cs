using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Special;

namespace Rogatory.Core.Tests.Classification.Special;

public sealed class SpecialTests
{
    private static readonly DetectorPack Pack = new([.. SpecialDetectors.All()]);

    [Theory]
    [InlineData("ethnic-origin", "The suspect is of Roma origin.", "Roma origin")]
    [InlineData("ethnic-origin", "seine ethnische Herkunft ist", "ethnische Herkunft")]
    [InlineData("ethnic-origin", "de type maghrébin, né", "type maghrébin")]
    [InlineData("political-opinion", "He is a member of the Communist Party.", "member of the Communist Party")]
    [InlineData("political-opinion", "Er ist Mitglied der SPD.", "Mitglied der SPD")]
    [InlineData("political-opinion", "militante del PSOE", "militante del PSOE")]
    [InlineData("political-opinion", "był członkiem partii", "członkiem partii")]
    [InlineData("belief", "He attends the mosque on Fridays.", "mosque")]
    [InlineData("belief", "elle est musulmane", "musulmane")]
    [InlineData("belief", "Religion: römisch-katholisch", "römisch-katholisch")]
    [InlineData("belief", "praktykujący katolik", "praktykujący katolik")]
    [InlineData("union-membership", "She is a member of the trade union.", "member of the trade union")]
    [InlineData("union-membership", "È iscritto al sindacato", "iscritto al sindacato")]
    [InlineData("union-membership", "lid van de vakbond", "lid van de vakbond")]
    [InlineData("genetic", "The DNA sample was lost", "DNA sample")]
    [InlineData("genetic", "das DNA-Profil", "DNA-Profil")]
    [InlineData("biometric", "fingerprints were taken", "fingerprints")]
    [InlineData("biometric", "empreintes digitales relevées", "empreintes digitales")]
    [InlineData("health", "He suffers from cancer.", "cancer")]
    [InlineData("health", "Er leidet an Depressionen.", "Depressionen")]
    [InlineData("health", "Elle est enceinte.", "enceinte")]
    [InlineData("health", "padece diabetes", "diabetes")]
    [InlineData("health", "è sieropositivo", "sieropositivo")]
    [InlineData("health", "está grávida", "grávida")]
    [InlineData("health", "jest w ciąży", "ciąży")]
    [InlineData("health", "Diagnose: Rückenleiden, chronisch", "Rückenleiden")]
    [InlineData("sex-life", "their sexual relations", "sexual relations")]
    [InlineData("sexual-orientation", "er ist homosexuell", "homosexuell")]
    [InlineData("sexual-orientation", "sexual orientation: gay", "gay")]
    [InlineData("minor", "a minor child", "minor child")]
    [InlineData("minor", "the 14-year-old", "14-year-old")]
    [InlineData("minor", "âgé de 15 ans", "âgé de 15")]
    [InlineData("minor", "die 12-jährige Tochter", "12-jährige")]
    [InlineData("minor", "menor de edad", "menor de edad")]
    [InlineData("victim", "opfer einer Straftat", "opfer einer")]
    [InlineData("victim", "persona offesa", "persona offesa")]
    [InlineData("witness", "Protected witness no. 3", "Protected witness")]
    [InlineData("witness", "Zeuge Müller sagte aus", "Zeuge")]
    [InlineData("belief", "He is Jewish.", "Jewish")]
    [InlineData("belief", "Sie war katholisch", "katholisch")]
    [InlineData("witness", "de bedreigde getuige", "bedreigde getuige")]
    public void What_is_said_of_a_person_is_found(string category, string text, string value) =>
        Assert.Contains(
            Classified.By(Pack, text), finding => finding.Category == category && Classified.Value(text, finding) == value && finding.Confidence >= 0.65);

    [Theory]
    [InlineData("The European Union adopted a directive on customs union.")]
    [InlineData("The contracting party shall notify the third party.")]
    [InlineData("The church on Church Street was sold to the Red Cross.")]
    [InlineData("acted in good faith; agit de bonne foi; nach Treu und Glauben")]
    [InlineData("black market goods, a black box and a white paper")]
    [InlineData("IN WITNESS WHEREOF the parties have signed")]
    [InlineData("its genetic algorithm")]
    [InlineData("SSH key fingerprint")]
    [InlineData("the minor changes to the document")]
    [InlineData("a minor offence")]
    [InlineData("section 12, aged care")]
    [InlineData("aged 45")]
    [InlineData("a 30-year-old man")]
    [InlineData("page 12 years later")]
    [InlineData("account disabled by default")]
    [InlineData("cancer research fund")]
    [InlineData("the strike price of the option")]
    [InlineData("un party de 15 euros")]
    [InlineData("Das Operationssaalverzeichnis der Firma")]
    [InlineData("le traitement des données à caractère personnel")]
    [InlineData("el responsable del tratamiento de datos")]
    [InlineData("trattamento dei dati personali")]
    [InlineData("Religion: n/a")]
    [InlineData("Religion is free")]
    [InlineData("Diagnosis:")]
    [InlineData("the Union's budget; Union law")]
    [InlineData("birthday party")]
    [InlineData("comercio al por menor")]
    [InlineData("victim of its own success")]
    [InlineData("operacja bankowa")]
    [InlineData("a partire da domani")]
    [InlineData("mar negro")]
    [InlineData("AS Roma")]
    [InlineData("the company's positive results")]
    [InlineData("straight line depreciation")]
    [InlineData("foreign affairs")]
    [InlineData("partido judicial de Madrid")]
    [InlineData("Kirchstraße 5")]
    [InlineData("SHA256 fingerprint of the certificate")]
    [InlineData("hearing aids")]
    [InlineData("numer partii towaru")]
    [InlineData("behandeling van de zaak")]
    [InlineData("homo sapiens")]
    [InlineData("the other party's child process")]
    [InlineData("The box is black. It was orthodox.")]
    [InlineData("black pepper, white wine and the menu of the race day")]
    [InlineData("the treatment gave positive returns")]
    public void Everyday_words_are_not(string text) => Assert.Empty(Classified.By(Pack, text));

    [Fact]
    public void A_doubtful_word_needs_another_of_its_kind_in_its_sentence()
    {
        Assert.Empty(Classified.By(Pack, "There was a mosque. He attends nothing."));
        Assert.NotEmpty(Classified.By(Pack, "There was a mosque he attends."));
    }

    [Fact]
    public void A_sure_word_is_surer_where_a_person_is_spoken_of()
    {
        double alone = Assert.Single(Classified.By(Pack, "on diabetes in general")).Confidence;
        double ofSomebody = Assert.Single(Classified.By(Pack, "the patient has diabetes")).Confidence;
        Assert.True(alone is >= 0.6 and < 0.9 && ofSomebody > 0.85);
    }

    [Theory]
    [InlineData("religion", "Zoroastrian", "belief")]
    [InlineData("bloodType", "0 negative", "health")]
    [InlineData("victim", "Jo Bloggs", "victim")]
    public void A_columns_header_says_what_its_cells_hold(string label, string cell, string category) =>
        Assert.Contains(Classified.By(Pack, cell, label), finding => finding.Category == category && Classified.Value(cell, finding) == cell);

    [Fact]
    public void Common_words_do_not_push_the_words_that_numbers_need_out_of_reach()
    {
        const string text = "IBAN of the patient who was diagnosed in her school: DE89 3704 0044 0532 0130 00";
        Finding finding = Assert.Single(Classified.By([], text), finding => finding.Category == "iban");
        Assert.Contains("'iban' before it", finding.Reasons);
    }
}
