using System.Text;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.Core.Tests.Access.Signatures;

public sealed class ContentDigestTests
{
    // RFC 9530 appendix D gives both for {"hello": "world"} followed by a line feed; RFC 9421 B.2 uses the content without one.
    private const string WithLineFeed = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";
    private const string WithoutLineFeed = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:";

    [Theory]
    [InlineData("{\"hello\": \"world\"}\n", WithLineFeed)]
    [InlineData("{\"hello\": \"world\"}", WithoutLineFeed)]
    public void The_standards_examples_come_out(string content, string field)
    {
        var digest = ContentDigest.Of(Encoding.UTF8.GetBytes(content));
        Assert.Equal(field, digest.ToString());
        Assert.True(ContentDigest.TryParse(field, out var parsed));
        Assert.Equal(digest, parsed);
        Assert.Equal(digest.GetHashCode(), parsed.GetHashCode());
        Assert.Equal(digest, ContentDigest.FromSha256(Convert.FromHexString(parsed.Hex)));
    }

    [Theory]
    [InlineData("sha-512=:AAAA:, " + WithoutLineFeed)]
    [InlineData(WithoutLineFeed + ", md5=:AAAA:, unknown=:AAAA:;q=1")]
    [InlineData(WithoutLineFeed + ";note=\"x\"")]
    public void Digests_by_other_algorithms_are_passed_over(string field)
    {
        Assert.True(ContentDigest.TryParse(field, out var digest));
        Assert.Equal(WithoutLineFeed, digest.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha-256")]
    [InlineData("sha-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=")]
    [InlineData("sha-256=\"RK/0\"")]
    [InlineData("sha-256=:RK/0:")]
    [InlineData("SHA-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:")]
    [InlineData("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE:")]
    [InlineData("sha-512=:AAAA:")]
    [InlineData(WithoutLineFeed + ", " + WithLineFeed)]
    [InlineData(WithoutLineFeed + ", sha-512=text")]
    [InlineData(WithoutLineFeed + ",")]
    public void Anything_else_is_refused(string? field) => Assert.False(ContentDigest.TryParse(field, out _));

    [Fact]
    public void A_field_over_the_limit_is_refused()
    {
        var padding = new string(' ', ContentDigest.MostCharacters - WithoutLineFeed.Length);
        Assert.True(ContentDigest.TryParse(WithoutLineFeed + padding, out _));
        Assert.False(ContentDigest.TryParse(WithoutLineFeed + padding + " ", out _));
    }

    [Fact]
    public void Only_the_same_thirty_two_bytes_are_the_digest()
    {
        var digest = ContentDigest.Of([1, 2, 3]);
        var bytes = Convert.FromHexString(digest.Hex);
        Assert.True(digest.IsSha256(bytes));
        Assert.False(digest.IsSha256(bytes.AsSpan(..31)));
        bytes[31] ^= 1;
        Assert.False(digest.IsSha256(bytes));
        Assert.NotEqual(digest, ContentDigest.FromSha256(bytes));
        Assert.Throws<ArgumentException>(() => ContentDigest.FromSha256(new byte[31]));
    }
}
