using Rogatory.Core.Review;

namespace Rogatory.Core.Tests.Review;

public sealed class CitationTests
{
    [Theory]
    [InlineData("LED art. 16(3)")]
    [InlineData("LED art. 7(3), 16(6)")]
    [InlineData("UNCAC art. 46(21)(b)")]
    [InlineData("ETS 182 art. 26(3) and 27")]
    [InlineData("CETS 224 art. 14(7)")]
    [InlineData("Directive 2014/41/EU art. 11(1)(a)")]
    [InlineData("Regulation (EU) 2016/679 art. 6(1)(e)")]
    [InlineData("StPO § 59")]
    [InlineData("Sv art. 5.1.4")]
    [InlineData("BDSG s. 76(4) sentence 1")]
    [InlineData("EIO art. 11 para 1 lit. a")]
    [InlineData("LED recital 71")]
    [InlineData("UNCAC")]
    public void A_law_and_its_article_are_a_citation(string text) => Citation.Check(text, "decision-malformed");

    [Theory]
    [InlineData("")]
    [InlineData("LE")]
    [InlineData("art. 16(3)")]
    [InlineData("Tibbolo art. 1")]
    [InlineData("LED art. 30(6), says Wexilda")]
    [InlineData("As told, LED art. 16(3)")]
    [InlineData("LED art. 16(3)\n")]
    [InlineData("LED art. 16(3) <b>")]
    [InlineData("LED art. 16(3) Ã©tat")]
    [InlineData("MACDONALDSON art. 1")]
    public void Words_of_another_kind_are_none_and_belong_into_the_reasons(string text)
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => Citation.Check(text, "hold-malformed"));
        Assert.Equal("hold-malformed", refused.Slug);
    }

    [Fact]
    public void A_citation_is_as_long_as_it_may_be_and_no_longer()
    {
        string longest = $"LED art. {new string('1', 111)}";
        Citation.Check(longest, "decision-malformed");
        Assert.Throws<RefusedException>(() => Citation.Check($"{longest}1", "decision-malformed"));
    }
}
