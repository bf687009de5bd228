using Rogatory.Core.Classification.Financial;

namespace Rogatory.Core.Tests.Classification.Financial;

public sealed class IbanTests
{
    private readonly Iban iban = new();

    [Theory]
    [InlineData("DE89370400440532013000", "DE89370400440532013000")]
    [InlineData("my IBAN is DE89 3704 0044 0532 0130 00.", "DE89 3704 0044 0532 0130 00")]
    [InlineData("IBAN:GB29NWBK60161331926819;", "GB29NWBK60161331926819")]
    [InlineData("gb29 nwbk 6016 1331 9268 19", "gb29 nwbk 6016 1331 9268 19")]
    [InlineData("GB29-NWBK-6016-1331-9268-19", "GB29-NWBK-6016-1331-9268-19")]
    [InlineData("to FR14\u00A02004\u00A01010\u00A00505\u00A00001\u00A03M02\u00A0606 by noon", "FR14\u00A02004\u00A01010\u00A00505\u00A00001\u00A03M02\u00A0606")]
    [InlineData("NO9386011117947", "NO9386011117947")]
    public void A_right_one_is_found(string text, string value) => Classified.Finds(iban, text, value, 0.95);

    [Theory]
    [InlineData("DE88370400440532013000")] // check digits
    [InlineData("DE8937040044053201300")] // too short
    [InlineData("DE893704004405320130000")] // too long
    [InlineData("DE89 3704 0044 0532 0130 01")]
    [InlineData("XX89370400440532013000")] // no such country
    [InlineData("GB2912346016133192681900")]
    [InlineData("FR1420041010050500013M0260")]
    [InlineData("DE8937040044A532013000")] // a letter where there is none
    [InlineData("DE89 3704 0044 0532 013")]
    [InlineData("ADE89370400440532013000")]
    [InlineData("DE89370400440532013000-17")]
    [InlineData("US89370400440532013000")]
    public void A_wrong_one_is_not(string text) => Classified.FindsNothing(iban, text);
}
