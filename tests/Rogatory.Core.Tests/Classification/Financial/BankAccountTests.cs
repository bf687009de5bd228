using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Financial;

namespace Rogatory.Core.Tests.Classification.Financial;

public sealed class BankAccountTests
{
    [Theory]
    [InlineData("2100 0418 45 0200051332", "es-account")]
    [InlineData("20041 01005 0500013M026 06", "fr-account")]
    [InlineData("10 9010 1400 0007 1219 8128 74 no", null)]
    [InlineData("61 1090 1014 0000 0712 1981 2874", "pl-account")]
    [InlineData("0002 0123 12345678901 54", "pt-account")]
    [InlineData("539-0075470-34", "be-account")]
    [InlineData("2100 0418 46 0200051332", null)]
    [InlineData("20041 01005 0500013M026 07", null)]
    [InlineData("62 1090 1014 0000 0712 1981 2874", null)]
    [InlineData("0002 0123 12345678901 55", null)]
    [InlineData("539-0075470-35", null)]
    [InlineData("0000 0000 00 0000000000", null)]
    [InlineData("000-0000000-97", null)]
    public void Accounts_with_check_digits_are_told_from_others(string text, string? detector)
    {
        List<Finding> found = Classified.By([.. NationalAccount.All()], $"from {text} to");
        Assert.Equal(detector is null ? [] : [detector], found.Select(finding => finding.Detector));
    }

    [Theory]
    [InlineData("account number: 12345678", "12345678")]
    [InlineData("Kontonummer 1234 5678 90", "1234 5678 90")]
    [InlineData("A/C no. is 00123456", "00123456")]
    [InlineData("numéro de compte : 00012345678", "00012345678")]
    public void An_account_without_check_digits_is_found_behind_its_word(string text, string value) => Classified.Finds(new AccountInContext(), text, value, 0.8);

    [Theory]
    [InlineData("number 12345678")]
    [InlineData("account number\n12345678")]
    [InlineData("account number 12345")]
    [InlineData("account number and then a long way off until 12345678")]
    [InlineData("account number 123456789012345678901")]
    [InlineData("the account of what happened in 1998")]
    public void Other_numbers_are_no_accounts(string text) => Classified.FindsNothing(new AccountInContext(), text);

    [Theory]
    [InlineData("ABA routing 021000021", "021000021", 0.9)]
    [InlineData("wire to ABA no. 021000021", "021000021", 0.9)]
    public void A_routing_number_is_found(string text, string value, double atLeast) => Classified.Finds(new RoutingNumber(), text, value, atLeast);

    [Theory]
    [InlineData("ABA routing 021000022")]
    [InlineData("ABA routing 991000021")]
    [InlineData("ABA routing 02100002")]
    [InlineData("paid 021000021 to")]
    [InlineData("021000021")]
    public void A_wrong_routing_number_is_not(string text) => Classified.FindsNothing(new RoutingNumber(), text);

    [Fact]
    public void A_sort_code_is_found_behind_its_word_only()
    {
        Classified.Finds(new SortCode(), "sort code 12-34-56", "12-34-56", 0.9);
        Classified.FindsNothing(new SortCode(), "12-34-56");
        Classified.FindsNothing(new SortCode(), "on 12-34-56");
        Classified.FindsNothing(new SortCode(), "sort code 12-34-56-78");
    }
}
