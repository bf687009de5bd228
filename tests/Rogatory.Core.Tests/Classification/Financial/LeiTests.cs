using Rogatory.Core.Classification.Financial;

namespace Rogatory.Core.Tests.Classification.Financial;

public sealed class LeiTests
{
    private readonly Lei lei = new();

    [Theory]
    [InlineData("LEI: 5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12", 0.95)]
    [InlineData("as 5493001KJTIIGC8Y1R12 says", "5493001KJTIIGC8Y1R12", 0.9)]
    public void A_right_one_is_found(string text, string value, double atLeast) => Classified.Finds(lei, text, value, atLeast);

    [Theory]
    [InlineData("5493001KJTIIGC8Y1R13")]
    [InlineData("5493001KJTIIGC8Y1R1")]
    [InlineData("5493001KJTIIGC8Y1R123")]
    [InlineData("5493001kjtiigc8y1r12")]
    [InlineData("5493001KJTIIGC8Y1RA2")]
    [InlineData("S493001KJTIIGC8Y1R12")]
    public void A_wrong_one_is_not(string text) => Classified.FindsNothing(lei, text);
}
