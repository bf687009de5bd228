using Rogatory.Core.Disclosure.Extracts;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class ExtractMarksTests
{
    [Fact]
    public void A_value_has_one_mark_and_each_label_numbers_of_its_own()
    {
        var marks = new ExtractMarks();
        Assert.Equal(
            ["[NAME 1]", "[NAME 2]", "[NAME 1]", "[PAYMENT CARD 1]"],
            [marks.Of("person-name", "ada"), marks.Of("person-name", "max"), marks.Of("person-name", "ada"), marks.Of("payment-card", "ada")]);
        Assert.Equal(3, marks.Counts["person-name"]);
    }

    [Theory]
    [InlineData("", "[NAME 1]", "", "")]
    [InlineData("Mr [", "NAME 1", "] left", "")]
    [InlineData("", "[NAME 1] Brandt", "", " Brandt")]
    [InlineData("", "Ada [NAME 1] Brandt", "", "Ada | Brandt")]
    [InlineData("", "[NAME 2]", "", "[NAME 2]")]
    public void What_is_no_mark_stays_to_be_looked_at(string before, string text, string after, string left)
    {
        var marks = new ExtractMarks();
        marks.Of("person-name", "ada");
        Assert.Equal(left, string.Join('|', marks.Without(text, before, after)));
    }
}
