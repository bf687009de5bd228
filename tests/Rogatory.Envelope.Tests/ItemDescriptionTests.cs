namespace Rogatory.Envelope.Tests;

public sealed class ItemDescriptionTests
{
    [Fact]
    public void Its_text_reveals_nothing()
    {
        Assert.Equal("ItemDescription", Some.Description([1, 2, 3]).ToString());
        Assert.Equal("SealedContent { Size = 59 }", new SealedContent(3, new byte[32], 59, new byte[32]).ToString());
    }

    [Fact]
    public void Two_are_equal_when_their_members_are() => Assert.True(
        Some.Description([1]).Equals(Some.Description([1])) && Some.Description([1]).GetHashCode() == Some.Description([1]).GetHashCode()
        && !Some.Description([1]).Equals(Some.Description([2])) && !Some.Description([1]).Equals(null));

    [Theory]
    [InlineData("", "a/b", 0, 32)]
    [InlineData("a\0b", "a/b", 0, 32)]
    [InlineData("a\u0085b", "a/b", 0, 32)]
    [InlineData("a", "", 0, 32)]
    [InlineData("a", "a/\t", 0, 32)]
    [InlineData("a", "a/b", -1, 32)]
    [InlineData("a", "a/b", 0, 31)]
    public void What_no_plaintext_can_have_is_refused(string name, string type, long size, int digestSize) =>
        Assert.ThrowsAny<ArgumentException>(() => new ItemDescription(name, type, size, new byte[digestSize]));

    [Fact]
    public void A_name_that_is_not_well_formed_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new ItemDescription("a\ud800", "a/b", 0, new byte[32]));
        Assert.ThrowsAny<ArgumentException>(() => new ItemDescription("\udc00a", "a/b", 0, new byte[32]));
        Assert.Equal("\U0001f600", new ItemDescription("\U0001f600", "a/b", 0, new byte[32]).Name);
    }

    [Fact]
    public void Every_failure_has_a_sentence_of_its_own_that_names_nothing() => Assert.Equal(
        Enum.GetValues<OpenFailure>().Length, Enum.GetValues<OpenFailure>().Select(failure => new OpenException(failure).Message).Distinct().Count());
}
