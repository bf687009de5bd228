using Rogatory.Core.Classification.Financial;

namespace Rogatory.Core.Tests.Classification.Financial;

public sealed class PaymentCardTests
{
    private readonly PaymentCard card = new();

    [Theory]
    [InlineData("4111111111111111", "4111111111111111", 0.9)]
    [InlineData("paid with 4111-1111-1111-1111 yesterday", "4111-1111-1111-1111", 0.8)]
    [InlineData("card: 5555 5555 5555 4444", "5555 5555 5555 4444", 0.95)]
    [InlineData("Amex 3782 822463 10005", "3782 822463 10005", 0.95)]
    [InlineData("2223000048400011", "2223000048400011", 0.9)]
    [InlineData("4222222222222", "4222222222222", 0.5)]
    [InlineData("carte 30569309025904", "30569309025904", 0.95)]
    public void A_right_one_is_found(string text, string value, double atLeast) => Classified.Finds(card, text, value, atLeast);

    [Theory]
    [InlineData("4111111111111112")] // Luhn
    [InlineData("411111111111111")] // Visa has no 15
    [InlineData("1234567812345670")] // Luhn holds, but no issuer
    [InlineData("0000000000000000")]
    [InlineData("41111111111111111")]
    [InlineData("card 4111 1111 1111 111")]
    [InlineData("378282246310006")]
    [InlineData("3782822463100050")]
    [InlineData("4111111111111111x")]
    [InlineData("hash 4111111111111111deadbeef")]
    public void A_wrong_one_is_not(string text) => Classified.FindsNothing(card, text);
}
