namespace Rogatory.Cli.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData(0, "0 sealed bodies")]
    [InlineData(1, "1 sealed body")]
    [InlineData(2000, "2000 sealed bodies")]
    public void One_is_said_in_the_singular(long count, string says) => Assert.Equal(says, PlainText.Count(count, "sealed body", "sealed bodies"));
}
