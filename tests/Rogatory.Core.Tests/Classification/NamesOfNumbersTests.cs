using Rogatory.Core.Classification;

namespace Rogatory.Core.Tests.Classification;

public sealed class NamesOfNumbersTests
{
    [Theory]
    [InlineData("35071844621")] // by chance a Belgian number, and no PESEL
    [InlineData("4967405835774")] // by chance a card
    public void What_is_right_by_chance_is_nothing_behind_the_name_of_another_number(string value)
    {
        Assert.NotEmpty(Classified.By([], value));
        Assert.Empty(Classified.By([], $"PESEL: {value}"));
        Assert.Empty(Classified.By([], value, label: "PESEL"));
    }

    [Fact]
    public void What_chance_does_not_make_stands_behind_any_name() =>
        Assert.Contains(Classified.By([], "PESEL: DE89370400440532013000"), finding => finding.Category == "iban");

    [Fact]
    public void A_word_that_stands_before_many_numbers_counts_half()
    {
        double own = Assert.Single(Classified.By([], "BSN 111222333")).Confidence;
        double broad = Assert.Single(Classified.By([], "national number 111222333"), finding => finding.Detector == "nl-bsn").Confidence;
        Assert.True(own >= 0.9 && broad is >= 0.4 and < 0.7, $"{own} {broad}");
    }

    [Fact]
    public void A_number_that_names_its_state_is_surer_than_one_that_shares_its_words() =>
        Assert.Equal("us-itin", Assert.Single(Classified.By([], "Individual Taxpayer Identification Number: 935-80-6520")).Detector);

    [Fact]
    public void A_name_of_more_words_that_ends_in_a_common_one_counts_in_full() =>
        Assert.True(Assert.Single(Classified.By([], "sa id 8001015009087")).Confidence >= 0.9);

    [Fact]
    public void A_tax_number_behind_one_states_word_is_not_another_states() =>
        Assert.DoesNotContain(Classified.By([], "NIF 101004508"), finding => finding.Detector.StartsWith("bg-", StringComparison.Ordinal));

    [Theory]
    [InlineData("1-2345-6788")]
    [InlineData("2-430406-5920")]
    public void A_weak_number_in_unusual_groups_is_nothing_without_its_word(string text) => Assert.Empty(Classified.By([], text));

    [Theory]
    [InlineData("RSS MRA 85T10 A562S")]
    [InlineData("to RSS MRA 85T10 A562S, gone")]
    public void Groups_of_letters_before_the_first_digit_belong_to_the_number(string text) =>
        Assert.Equal("it-codice-fiscale", Assert.Single(Classified.By([], text)).Detector);

    [Fact]
    public void Words_of_scripts_with_vowel_signs_are_read_whole() =>
        Assert.True(Assert.Single(Classified.By([], "เลขประจำตัวประชาชน: 1101700230708")).Confidence >= 0.9);
}
