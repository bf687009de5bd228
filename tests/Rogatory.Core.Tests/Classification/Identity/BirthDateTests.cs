using Rogatory.Core.Classification.Identity;

namespace Rogatory.Core.Tests.Classification.Identity;

public sealed class BirthDateTests
{
    private readonly BirthDate birthDate = new();

    [Theory]
    [InlineData("Date of birth: 12/03/1980", "12/03/1980")]
    [InlineData("DOB 1980-03-12", "1980-03-12")]
    [InlineData("D.O.B.: 12.3.80", "12.3.80")]
    [InlineData("DOB: 03/25/1980", "03/25/1980")]
    [InlineData("born on March 12, 1980 in Leeds", "March 12, 1980")]
    [InlineData("born in Leeds on 12th March 1980", "12th March 1980")]
    [InlineData("Born: 12-Mar-1980", "12-Mar-1980")]
    [InlineData("né à Lyon le 1er août 1980", "1er août 1980")]
    [InlineData("née le 12 février 1980", "12 février 1980")]
    [InlineData("Né(e) le : 12/02/1980", "12/02/1980")]
    [InlineData("geb. am 12. März 1980", "12. März 1980")]
    [InlineData("Geburtsdatum\n12.03.1980", "12.03.1980")]
    [InlineData("nacido en Madrid el 12 de marzo de 1980", "12 de marzo de 1980")]
    [InlineData("nata a Roma il 12 marzo 1980", "12 marzo 1980")]
    [InlineData("nascido a 12 de março de 1980", "12 de março de 1980")]
    [InlineData("geboren op 12 maart 1980", "12 maart 1980")]
    [InlineData("ur. 12 marca 1980 r.", "12 marca 1980")]
    [InlineData("urodzona 12 września 1980", "12 września 1980")]
    [InlineData("birth date 19800312", "19800312")]
    public void A_date_behind_a_birth_is_found(string text, string value) => Classified.Finds(birthDate, text, value, 0.8);

    [Theory]
    [InlineData("12/03/1980")]
    [InlineData("on March 12, 1980 he left")]
    [InlineData("born in 1980")]
    [InlineData("born on 12 March")]
    [InlineData("born on 31/02/1980")]
    [InlineData("born on 32 March 1980")]
    [InlineData("DOB: 12/34/1980")]
    [InlineData("DOB: 1980-13-12")]
    [InlineData("DOB: 12/03/198")]
    [InlineData("DOB: 12/03/19801")]
    [InlineData("DOB: 12-03/1980")]
    [InlineData("born in Leeds. Moved on 12 March 1980")]
    [InlineData("the birth of the firm")]
    [InlineData("born\nand raised in a town until 12/03/1980")]
    public void What_is_no_date_or_no_birth_is_not(string text) => Classified.FindsNothing(birthDate, text);

    [Fact]
    public void A_columns_header_is_such_a_word()
    {
        Classified.Finds(birthDate, "1980-03-12", "1980-03-12", 0.9, "birth_date");
        Classified.Finds(birthDate, "12.03.1980", "12.03.1980", 0.9, "Geburtsdatum");
        Classified.FindsNothing(birthDate, "1980-03-12", "created");
        Classified.FindsNothing(birthDate, "unknown", "birth_date");
    }
}
