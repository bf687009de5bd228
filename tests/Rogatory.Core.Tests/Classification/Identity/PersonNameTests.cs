using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Identity;

namespace Rogatory.Core.Tests.Classification.Identity;

public sealed class PersonNameTests
{
    private static readonly Detector[] Names = [new PersonNameField(), new PlainNameField(), new Salutation()];

    [Theory]
    [InlineData("Name: Jo Bloggs", "Jo Bloggs")]
    [InlineData("Full name: Jo van der Berg\nCity: Utrecht", "Jo van der Berg")]
    [InlineData("Surname: O'Brien-Smith", "O'Brien-Smith")]
    [InlineData("Name: Bloggs, Jo", "Bloggs, Jo")]
    [InlineData("**Name:** Jo Bloggs", "Jo Bloggs")]
    [InlineData("\"name\": \"Jo Bloggs\",", "Jo Bloggs")]
    [InlineData("Nom : DUPOND", "DUPOND")]
    [InlineData("Prénom(s) : Élodie", "Élodie")]
    [InlineData("Nachname: Müller", "Müller")]
    [InlineData("Apellidos: García Pérez", "García Pérez")]
    [InlineData("Cognome: De Rossi", "De Rossi")]
    [InlineData("Apelido: dos Santos", "dos Santos")]
    [InlineData("Achternaam: de Vries", "de Vries")]
    [InlineData("Imię i nazwisko: Łucja Śliwa", "Łucja Śliwa")]
    [InlineData("Then Mr Bloggs left", "Bloggs")]
    [InlineData("Mrs. Jo Bloggs said", "Jo Bloggs")]
    [InlineData("with Mme Élodie Dupond.", "Élodie Dupond")]
    [InlineData("selon M. Dupond", "Dupond")]
    [InlineData("Sehr geehrter Herr Dr. Müller,", "Müller")]
    [InlineData("sagte Frau von Berg.", "von Berg")]
    [InlineData("la señora García", "García")]
    [InlineData("il Sig. Rossi", "Rossi")]
    [InlineData("dhr. de Vries", "de Vries")]
    [InlineData("pani Nowak", "Nowak")]
    [InlineData("Dear Jo,", "Jo")]
    public void A_name_behind_its_label_or_title_is_found(string text, string value)
    {
        Finding finding = Assert.Single(Classified.By(Names, text));
        Assert.Equal(value, Classified.Value(text, finding));
    }

    [Theory]
    [InlineData("Jo Bloggs")]
    [InlineData("Name of the bank")]
    [InlineData("name: 12345")]
    [InlineData("File name: Report")]
    [InlineData("host name: Alpha")]
    [InlineData("Name: Bloggs Ltd")]
    [InlineData("Name: http://example.org")]
    [InlineData("Name: n/a")]
    [InlineData("name:\nsomething")]
    [InlineData("Mr President, members")]
    [InlineData("Dear Sir,")]
    [InlineData("Dear Customer,")]
    [InlineData("Dear All,")]
    [InlineData("Dear Jo was late")]
    [InlineData("frau und herr")]
    [InlineData("Park Dr San Jose")]
    [InlineData("John M. Smith")]
    [InlineData("5 m. Then")]
    [InlineData("pan fried")]
    [InlineData("don't Stop")]
    [InlineData("Monsieur le Président")]
    public void What_is_no_name_is_not(string text) => Assert.Empty(Classified.By(Names, text));

    [Theory]
    [InlineData("first_name", "jo", true)]
    [InlineData("lastName", "Bloggs", true)]
    [InlineData("Name", "Jo Bloggs", true)]
    [InlineData("Nazwisko", "ŚLIWA", true)]
    [InlineData("file_name", "Report", false)]
    [InlineData("companyName", "Alpha", false)]
    [InlineData("Name", "Bloggs GmbH", false)]
    [InlineData("first_name", "x-17", false)]
    [InlineData("Name", "See the annex for this, please.", false)]
    public void A_columns_header_says_what_its_cells_hold(string label, string cell, bool isName) =>
        Assert.Equal(isName ? [cell] : [], Classified.By(Names, cell, label).Select(finding => Classified.Value(cell, finding)));

    [Theory]
    [InlineData("IBAN")]
    [InlineData("Passport")]
    public void The_name_of_another_column_is_no_name(string text) =>
        Assert.DoesNotContain(Classified.By([], text, "Name"), finding => finding.Category == "person-name");

    [Fact]
    public void A_name_in_a_column_of_names_is_one() => Assert.Contains(Classified.By([], "Jo Bloggs", "Name"), finding => finding.Category == "person-name");
}
