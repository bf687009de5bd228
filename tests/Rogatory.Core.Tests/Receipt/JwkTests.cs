using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Receipt;

public sealed class JwkTests
{
    // The key of RFC 7638 section 3.1, whose thumbprint the RFC gives, and the public keys of RFC 7517 appendix A.1.
    private const string RsaModulus =
        "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5Js"
        + "GY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-b"
        + "FTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";

    private const string Ec = """{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}""";

    private static readonly string Rsa = $$"""{"kty":"RSA","n":"{{RsaModulus}}","e":"AQAB","alg":"RSA-OAEP-256"}""";

    [Fact]
    public void The_thumbprint_is_the_key_id_unless_one_is_given()
    {
        Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", RsaJwk.Parse(Rsa).Thumbprint);
        Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", RsaJwk.Parse(Rsa).KeyId);
        Assert.Equal("1", EcJwk.Parse(With(Ec, "kid", "1")).KeyId);
        Assert.Equal(EcJwk.Parse(Ec).Thumbprint, EcJwk.Parse(With(Ec, "kid", "1")).Thumbprint);
    }

    [Fact]
    public void A_key_is_published_with_its_use_and_read_back_the_same()
    {
        Assert.Equal(
            """{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","kid":"1","use":"sig","alg":"ES256"}""",
            EcJwk.Parse(With(Ec, "kid", "1")).ToJson().ToJsonString());
        var rsa = RsaJwk.Parse(Rsa).ToJson();
        Assert.Equal(("enc", "RSA-OAEP-256", RsaModulus), ((string?)rsa["use"], (string?)rsa["alg"], (string?)rsa["n"]));
        Assert.Equal(rsa.ToJsonString(), Jwk.Parse(rsa.ToJsonString()).ToJson().ToJsonString());
    }

    [Fact]
    public void An_opened_key_is_the_public_half_of_the_one_it_was_made_from()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var verifier = EcJwk.Parse(EcJwk.From(ecdsa).ToJson().ToJsonString()).Open();
        Assert.True(verifier.VerifyData(new byte[] { 1 }, ecdsa.SignData(new byte[] { 1 }, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256));

        using var rsa = RSA.Create(2048);
        using var wrapper = RsaJwk.Parse(RsaJwk.From(rsa).ToJson().ToJsonString()).Open();
        Assert.Equal([1], rsa.Decrypt(wrapper.Encrypt([1], RSAEncryptionPadding.OaepSHA256), RSAEncryptionPadding.OaepSHA256));
    }

    [Theory]
    [InlineData("crv", "P-384")]
    [InlineData("kty", "OKP")]
    [InlineData("kty", null)]
    [InlineData("x", null)]
    [InlineData("x", "AAAA")]
    [InlineData("x", "AKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4")]
    [InlineData("y", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM=")]
    [InlineData("y", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyN")]
    [InlineData("y", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4I\\nFyM")]
    [InlineData("use", "enc")]
    [InlineData("alg", "ES384")]
    [InlineData("kid", "")]
    [InlineData("kid", "caf\u00e9")]
    [InlineData("d", "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE")]
    [InlineData("k", "AAAA")]
    public void An_ec_key_that_is_not_exactly_one_of_ours_is_refused(string member, string? value) =>
        Assert.Throws<FormatException>(() => Jwk.Parse(With(Ec, member, value)));

    [Theory]
    [InlineData("""{"kty":"\ud800"}""")]
    [InlineData("""{"\ud800":1,"kty":"EC"}""")]
    [InlineData("""{"kty":"EC","kty":"EC"}""")]
    public void A_key_of_strings_that_are_no_Unicode_or_of_members_that_stand_twice_is_refused(string json) =>
        Assert.Throws<FormatException>(() => Jwk.Parse(json));

    [Theory]
    [InlineData("e", "Aw")]
    [InlineData("e", "AAEAAQ")]
    [InlineData("n", "AQAB")]
    [InlineData("n", null)]
    [InlineData("use", "sig")]
    [InlineData("alg", "RSA-OAEP")]
    [InlineData("d", "AAAA")]
    [InlineData("p", "AAAA")]
    public void An_rsa_key_that_is_not_exactly_one_of_ours_is_refused(string member, string? value) =>
        Assert.Throws<FormatException>(() => Jwk.Parse(With(Rsa, member, value)));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"kty\":1}")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}")]
    public void What_is_not_a_json_object_is_refused(string json) => Assert.Throws<FormatException>(() => Jwk.Parse(json));

    [Fact]
    public void A_member_that_stands_twice_is_refused() =>
        Assert.Throws<FormatException>(() => Jwk.Parse(Ec.Replace("{", "{\"kid\":\"0\",\"kid\":\"0\",")));

    [Fact]
    public void A_long_text_is_refused_unread_and_a_key_of_the_other_kind_by_its_type()
    {
        Assert.Throws<FormatException>(() => Jwk.Parse(Ec + new string(' ', Jwk.MostCharacters)));
        Assert.Throws<FormatException>(() => EcJwk.Parse(Rsa));
        Assert.Throws<FormatException>(() => RsaJwk.Parse(Ec));
    }

    [Fact]
    public void A_key_of_another_size_or_curve_is_not_taken_over()
    {
        using var wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var narrow = RSA.Create(1024);
        Assert.Throws<FormatException>(() => EcJwk.From(wide));
        Assert.Throws<FormatException>(() => RsaJwk.From(narrow));
    }

    [Fact]
    public void Members_we_have_no_use_for_are_passed_over() =>
        Assert.Equal(EcJwk.Parse(Ec).KeyId, EcJwk.Parse(With(With(Ec, "x5t", "AAAA"), "ext", "true")).KeyId);

    private static string With(string json, string member, string? value)
    {
        var key = JsonNode.Parse(json)!.AsObject();
        if (value is null) key.Remove(member);
        else key[member] = value.Replace("\\n", "\n");
        return key.ToJsonString();
    }
}
