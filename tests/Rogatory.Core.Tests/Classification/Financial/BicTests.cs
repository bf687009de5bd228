using Rogatory.Core.Classification.Financial;

namespace Rogatory.Core.Tests.Classification.Financial;

public sealed class BicTests
{
    private readonly Bic bic = new();

    [Theory]
    [InlineData("BIC: DEUTDEFF", "DEUTDEFF", 0.9)]
    [InlineData("SWIFT DEUTDEFF500", "DEUTDEFF500", 0.9)]
    [InlineData("via DEUTDEFFXXX today", "DEUTDEFFXXX", 0.75)]
    [InlineData("DEUTDEFF", "DEUTDEFF", 0.3)]
    [InlineData("via CHASUS33 today", "CHASUS33", 0.3)]
    public void A_right_one_is_found(string text, string value, double atLeast) => Classified.Finds(bic, text, value, atLeast);

    [Theory]
    [InlineData("the DOCUMENT was sent")]
    [InlineData("via DEUTDEFF today")]
    [InlineData("BIC: DEUTZZFF")]
    [InlineData("BIC: deutdeff")]
    [InlineData("BIC: DEUTDEF")]
    [InlineData("BIC: DEUTDEFF50")]
    [InlineData("BIC: DEUTDEFF5000")]
    [InlineData("BIC: D3UTDEFF")]
    public void A_wrong_one_is_not(string text) => Classified.FindsNothing(bic, text);
}
