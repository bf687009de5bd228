using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Receipt;

public sealed class VerificationKeyTests : IDisposable
{
    private readonly TestSigner _current = new();
    private readonly TestSigner _retired = new() { KeyId = "sig-0" };

    public void Dispose()
    {
        _current.Dispose();
        _retired.Dispose();
    }

    [Fact]
    public void A_published_set_is_read_back_with_retired_keys_and_without_the_key_to_seal_to()
    {
        using var rsa = RSA.Create(2048);
        var end = TestSigner.Start.AddDays(1);
        var keys = VerificationKey.ReadSet(Set(
            RsaJwk.From(rsa, "kek").ToJson(),
            (_retired.Published with { ValidUntil = end }).ToJson(),
            _current.Published.ToJson()));
        Assert.Equal(["sig-0", "sig-1"], keys.Select(key => key.Key.KeyId));
        Assert.Equal([(TestSigner.Start, (DateTimeOffset?)end), (TestSigner.Start, null)], keys.Select(key => (key.ValidFrom, key.ValidUntil)));
    }

    [Theory]
    [InlineData("nbf", null)]
    [InlineData("nbf", "\"1\"")]
    [InlineData("nbf", "-1")]
    [InlineData("nbf", "1.5")]
    [InlineData("exp", "null")]
    [InlineData("exp", "1e300")]
    [InlineData("exp", "999999999999999")]
    public void A_validity_that_is_not_whole_seconds_is_refused(string member, string? json)
    {
        var key = _current.Published.ToJson();
        key.Remove(member);
        if (json is not null) key[member] = JsonNode.Parse(json);
        Assert.Throws<FormatException>(() => VerificationKey.ReadSet(Set(key)));
    }

    [Fact]
    public void A_key_id_that_stands_twice_is_refused() =>
        Assert.Throws<FormatException>(() => VerificationKey.ReadSet(Set(_current.Published.ToJson(), _current.Published.ToJson())));

    [Fact]
    public void A_key_to_verify_with_that_is_not_an_ec_key_is_refused()
    {
        using var rsa = RSA.Create(2048);
        var key = RsaJwk.From(rsa).ToJson();
        key["use"] = "sig";
        Assert.Throws<FormatException>(() => VerificationKey.ReadSet(Set(key)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"keys\":{}}")]
    public void What_is_not_a_jwk_set_is_refused(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Throws<FormatException>(() => VerificationKey.ReadSet(document.RootElement));
    }

    [Fact]
    public void A_set_over_64_keys_is_refused()
    {
        Assert.Empty(VerificationKey.ReadSet(Set([.. Enumerable.Range(0, 64).Select(_ => new JsonObject())])));
        Assert.Throws<FormatException>(() => VerificationKey.ReadSet(Set([.. Enumerable.Range(0, 65).Select(_ => new JsonObject())])));
    }

    private static JsonElement Set(params JsonObject[] keys) => JsonSerializer.SerializeToElement(new JsonObject { ["keys"] = new JsonArray(keys) });
}
