using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Financial;

namespace Rogatory.Core.Tests.Classification.Financial;

public sealed class VatNumberTests
{
    [Theory]
    [InlineData("ATU10223006")]
    [InlineData("BE0776091951")]
    [InlineData("BG101004508")]
    [InlineData("CY00532445O")]
    [InlineData("CZ46505334")]
    [InlineData("CZ612345670")]
    [InlineData("DE136695976")]
    [InlineData("DK88146328")]
    [InlineData("EE100207415")]
    [InlineData("EL040127797")]
    [InlineData("ESX5910266W")]
    [InlineData("ESB58378431")]
    [InlineData("FI09853608")]
    [InlineData("FR83404833048")]
    [InlineData("GB434031494")]
    [InlineData("GBGD123")]
    [InlineData("HR38192148118")]
    [InlineData("HU21376414")]
    [InlineData("IE8473625E")]
    [InlineData("IE8Z49289F")]
    [InlineData("IT00159560366")]
    [InlineData("LT210061371310")]
    [InlineData("LT213179412")]
    [InlineData("LU10000356")]
    [InlineData("LV40003009497")]
    [InlineData("MT15121333")]
    [InlineData("NL010000446B01")]
    [InlineData("PL5260001246")]
    [InlineData("PT502757191")]
    [InlineData("RO11198699")]
    [InlineData("SE556188840401")]
    [InlineData("SI15012557")]
    [InlineData("SK4030000007")]
    [InlineData("CHE-116.281.710")]
    [InlineData("NO 923 609 016 MVA")]
    public void A_right_one_is_found_as_its_states(string number)
    {
        Finding finding = Assert.Single(Classified.By([.. VatNumbers.All()], $"we, {number}, deliver"));
        Assert.Equal(number, Classified.Value($"we, {number}, deliver", finding));
        Assert.True(finding.Confidence >= 0.8);
        Assert.StartsWith(StateOf(number), finding.Detector, StringComparison.Ordinal);
    }

    /// <summary>Where one check digit covers all, no change of one digit goes unseen.</summary>
    [Theory]
    [InlineData("ATU10223006")]
    [InlineData("BE0776091951")]
    [InlineData("DE136695976")]
    [InlineData("DK88146328")]
    [InlineData("EE100207415")]
    [InlineData("FI09853608")]
    [InlineData("FR83404833048")]
    [InlineData("HR38192148118")]
    [InlineData("HU21376414")]
    [InlineData("LU10000356")]
    [InlineData("MT15121333")]
    [InlineData("PL5260001246")]
    [InlineData("SI15012557")]
    [InlineData("SK4030000007")]
    [InlineData("CHE116281710")]
    public void One_with_another_digit_is_not(string number)
    {
        for (int at = 2; at < number.Length; at++)
        {
            for (char digit = '0'; digit <= '9' && char.IsAsciiDigit(number[at]); digit++)
            {
                string changed = $"{number[..at]}{digit}{number[(at + 1)..]}";
                if (digit != number[at])
                    Assert.Empty(Classified.By([.. VatNumbers.All()], $"we, {changed}, deliver"));
            }
        }
    }

    [Theory]
    [InlineData("USt-IdNr. 136695976")]
    [InlineData("VAT no: 434 0314 94")]
    [InlineData("partita IVA 00159560366")]
    public void Without_its_prefix_it_is_one_where_a_word_says_so(string text)
    {
        Assert.Single(Classified.By([.. VatNumbers.All()], text));
        Assert.Empty(Classified.By([.. VatNumbers.All()], "order " + text[(text.IndexOfAny([.. "0123456789"]))..]));
    }

    [Theory]
    [InlineData("DE1366959760")]
    [InlineData("DE13669597")]
    [InlineData("XDE136695976")]
    [InlineData("US136695976")]
    [InlineData("DE136695976-12")]
    [InlineData("ATX10223006")]
    [InlineData("NL010000446C01")]
    [InlineData("SE556188840402")]
    [InlineData("136695976")]
    [InlineData("GBHA123")]
    public void A_wrong_one_is_not(string number) => Assert.Empty(Classified.By([.. VatNumbers.All()], $"we, {number}, deliver"));

    private static string StateOf(string number) => number[..2] switch { "EL" => "gr", var prefix => prefix.ToLowerInvariant() };
}
