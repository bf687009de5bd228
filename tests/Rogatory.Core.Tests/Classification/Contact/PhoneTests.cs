using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Contact;

namespace Rogatory.Core.Tests.Classification.Contact;

public sealed class PhoneTests
{
    private static readonly DetectorPack Pack = new(
        [new InternationalPhone(), new DoubleZeroPhone(), new BracketedPhone(), .. NationalPhone.All(), new PhoneInContext()]);

    [Theory]
    [InlineData("+49 30 123456", "+49 30 123456", 0.9)]
    [InlineData("ring +44 (0)20 7946 0958 now", "+44 (0)20 7946 0958", 0.9)]
    [InlineData("+1 (425) 555-0123, please", "+1 (425) 555-0123", 0.9)]
    [InlineData("+33612345678", "+33612345678", 0.9)]
    [InlineData("(+351) 912 345 678", "(+351) 912 345 678", 0.9)]
    [InlineData("0049 30 1234567", "0049 30 1234567", 0.7)]
    [InlineData("tel. 00491701234567", "00491701234567", 0.9)]
    [InlineData("My number is 415-555-0132.", "415-555-0132", 0.6)]
    [InlineData("ask (415) 555-0132", "(415) 555-0132", 0.85)]
    [InlineData("ask 1 (415) 555-0132", "1 (415) 555-0132", 0.85)]
    [InlineData("au 06 12 34 56 78 merci", "06 12 34 56 78", 0.8)]
    [InlineData("020 7946 0958", "020 7946 0958", 0.75)]
    [InlineData("Telefon: 030/1234567", "030/1234567", 0.85)]
    [InlineData("téléphone 0612345678", "0612345678", 0.85)]
    [InlineData("móvil: 612 345 678", "612 345 678", 0.85)]
    [InlineData("phone number is 555 0123", "555 0123", 0.8)]
    public void A_telephone_number_is_found(string text, string value, double atLeast)
    {
        Finding finding = Assert.Single(Classified.By(Pack, text));
        Assert.Equal(value, Classified.Value(text, finding));
        Assert.True(finding.Confidence >= atLeast, $"{finding.Confidence}");
        Assert.Equal("phone", finding.Category);
    }

    [Theory]
    [InlineData("+999 30 123456")]
    [InlineData("+49 30")]
    [InlineData("1+49301234567")]
    [InlineData("+1 115 555 0123")]
    [InlineData("+331234567890123")]
    [InlineData("+++++")]
    [InlineData("(1998) 12")]
    [InlineData("see (12) 34")]
    [InlineData("0612345678 pieces")]
    [InlineData("order 4155550132")]
    [InlineData("115-555-0132")]
    [InlineData("12-34-56-78-90-12")]
    [InlineData("call me on 12.03.2024")]
    [InlineData("phone +")]
    [InlineData("mobile in 2024")]
    [InlineData("01 02 03 04 05 06 07 08")]
    [InlineData("00000000000")]
    [InlineData("telephone")]
    public void Other_numbers_are_not(string text) => Assert.Empty(Classified.By(Pack, text));

    [Fact]
    public void A_column_of_telephone_numbers_is_one() =>
        Assert.True(Assert.Single(Classified.By(Pack, "0612345678", "Mobile phone")).Confidence >= 0.9);
}
