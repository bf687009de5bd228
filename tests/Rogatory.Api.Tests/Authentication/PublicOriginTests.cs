using Rogatory.Api.Authentication;

namespace Rogatory.Api.Tests.Authentication;

public sealed class PublicOriginTests
{
    [Theory]
    [InlineData("https://rogatory.example", "https://rogatory.example/a%2fb?c=%7e")]
    [InlineData("https://Rogatory.Example:443/", "https://rogatory.example/a%2fb?c=%7e")]
    [InlineData("http://127.0.0.1:7071", "http://127.0.0.1:7071/a%2fb?c=%7e")]
    public void The_target_is_the_origin_and_the_path_as_sent(string origin, string target) =>
        Assert.Equal(target, new PublicOrigin(origin).TargetUri("/a%2fb?c=%7e"));

    [Theory]
    [InlineData("*")]
    [InlineData("https://rogatory.example/")]
    [InlineData("")]
    public void A_target_that_was_not_sent_as_a_path_is_none(string raw) => Assert.Null(new PublicOrigin("https://rogatory.example").TargetUri(raw));

    [Theory]
    [InlineData("rogatory.example")]
    [InlineData("ftp://rogatory.example")]
    [InlineData("https://rogatory.example/base")]
    [InlineData("https://rogatory.example?x")]
    [InlineData("https://rogatory.example#x")]
    [InlineData("https://user@rogatory.example")]
    public void What_is_not_an_origin_is_refused(string origin) => Assert.Throws<ArgumentException>(() => new PublicOrigin(origin));
}
