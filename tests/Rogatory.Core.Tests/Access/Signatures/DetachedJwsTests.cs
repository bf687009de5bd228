using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Receipt;
using Rogatory.Core.Tests.Receipt;

namespace Rogatory.Core.Tests.Access.Signatures;

public sealed class DetachedJwsTests : IDisposable
{
    private const string Origin = "https://rogatory.example";
    private static readonly byte[] Content = "{\"reference\":\"PNF-2026-0411\"}"u8.ToArray();

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task A_signed_message_is_accepted_with_the_key_that_signed_it()
    {
        var verdict = await VerifyAsync(Sign(Header()));
        Assert.True(verdict.IsAccepted);
        Assert.Equal("key-1", verdict.KeyId);
    }

    [Fact]
    public async Task What_another_implementation_signs_is_accepted()
    {
        var input = new JsonObject
        {
            ["key"] = JsonNode.Parse(PrivateJwk.Write(_key, "key-1")),
            ["header"] = Header(),
            ["content"] = Encoding.UTF8.GetString(Content),
        };
        var jws = await JoseProcess.RunAsync(
            """
            const { key, header, content } = JSON.parse(process.argv[1]);
            const signed = await new jose.FlattenedSign(new TextEncoder().encode(content)).setProtectedHeader(header).sign(await jose.importJWK(key, 'ES256'));
            console.log(`${signed.protected}..${signed.signature}`);
            """,
            input.ToJsonString());
        Assert.True((await VerifyAsync(jws)).IsAccepted);
    }

    [Theory]
    [InlineData(-301, SignatureRefusal.NotCurrent)]
    [InlineData(-300, null)]
    [InlineData(300, null)]
    [InlineData(301, SignatureRefusal.NotCurrent)]
    public async Task It_is_accepted_within_300_seconds_of_when_the_queue_took_it(int seconds, string? refusal)
    {
        var header = Header();
        header["iat"] = Call.Now.ToUnixTimeSeconds() + seconds;
        Assert.Equal(refusal, (await VerifyAsync(Sign(header))).Refusal);
    }

    [Theory]
    [InlineData("alg", "\"ES384\"", SignatureRefusal.AlgorithmUnsupported)]
    [InlineData("alg", "\"none\"", SignatureRefusal.AlgorithmUnsupported)]
    [InlineData("alg", null, SignatureRefusal.AlgorithmUnsupported)]
    [InlineData("typ", "\"rogatory-receipt+jws\"", SignatureRefusal.ParameterInvalid)]
    [InlineData("typ", null, SignatureRefusal.ParameterInvalid)]
    [InlineData("kid", "\"\"", SignatureRefusal.ParameterInvalid)]
    [InlineData("kid", "7", SignatureRefusal.ParameterInvalid)]
    [InlineData("kid", null, SignatureRefusal.ParameterInvalid)]
    [InlineData("iat", "\"1800000000\"", SignatureRefusal.ParameterInvalid)]
    [InlineData("iat", "1.8e308", SignatureRefusal.ParameterInvalid)]
    [InlineData("iat", "-9223372036854775808", SignatureRefusal.ParameterInvalid)]
    [InlineData("iat", null, SignatureRefusal.ParameterInvalid)]
    [InlineData("aud", null, SignatureRefusal.ParameterInvalid)]
    [InlineData("aud", "\"https://other.example\"", SignatureRefusal.NotForUs)]
    [InlineData("crit", "[\"b64\"]", SignatureRefusal.ParameterInvalid)]
    [InlineData("b64", "false", SignatureRefusal.ParameterInvalid)]
    public async Task A_header_with_a_member_wrong_absent_or_too_many_is_refused(string member, string? json, string refusal)
    {
        var header = Header();
        if (json is null) header.Remove(member);
        else header[member] = JsonNode.Parse(json);
        Assert.Equal(refusal, (await VerifyAsync(Sign(header))).Refusal);
    }

    [Theory]
    [InlineData("[]", SignatureRefusal.Malformed)]
    [InlineData("{\"alg\":\"ES256\",\"alg\":\"ES256\"}", SignatureRefusal.Malformed)]
    [InlineData("{\"alg\":", SignatureRefusal.Malformed)]
    [InlineData("{\"alg\":\"\\ud800\"}", SignatureRefusal.Malformed)]
    [InlineData("{\"\\ud800\":1}", SignatureRefusal.Malformed)]
    [InlineData("{\"\\ud800\":1,\"\\ud801\":2}", SignatureRefusal.Malformed)]
    public async Task A_header_that_is_no_object_with_each_member_once_is_refused(string header, string refusal) =>
        Assert.Equal(refusal, (await VerifyAsync(Sign(header))).Refusal);

    [Fact]
    public async Task A_header_of_bytes_that_are_no_text_is_refused()
    {
        var jws = Sign(Header());
        byte[] header = [.. "{\"alg\":\""u8, 0xFF, .. "\"}"u8];
        Assert.Equal(SignatureRefusal.Malformed, (await VerifyAsync($"{Base64Url.EncodeToString(header)}{jws[jws.IndexOf('.', StringComparison.Ordinal)..]}")).Refusal);
    }

    [Fact]
    public async Task What_is_absent_too_long_or_not_of_its_form_is_refused()
    {
        var jws = Sign(Header());
        Assert.Equal(SignatureRefusal.Missing, (await VerifyAsync(null)).Refusal);
        Assert.Equal(SignatureRefusal.Missing, (await VerifyAsync(" ")).Refusal);
        Assert.Equal(SignatureRefusal.TooLong, (await VerifyAsync(new string('A', 4097))).Refusal);
        Assert.Equal(SignatureRefusal.Malformed, (await VerifyAsync(jws.Replace("..", ".e30."))).Refusal);
        Assert.Equal(SignatureRefusal.Malformed, (await VerifyAsync(jws + "=")).Refusal);
        Assert.Equal(SignatureRefusal.Malformed, (await VerifyAsync(jws + ".")).Refusal);
        Assert.Equal(SignatureRefusal.Malformed, (await VerifyAsync(jws[..^4])).Refusal);
    }

    [Fact]
    public async Task Another_content_key_or_signature_is_refused_alike()
    {
        var jws = Sign(Header());
        Assert.Equal(SignatureRefusal.NotVerified, (await VerifyAsync(jws, "{}"u8.ToArray())).Refusal);
        var header = Header();
        header["kid"] = "key-2";
        Assert.Equal(SignatureRefusal.NotVerified, (await VerifyAsync(Sign(header))).Refusal);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(SignatureRefusal.NotVerified, (await VerifyAsync(Sign(Header().ToJsonString(), other))).Refusal);
    }

    private static JsonObject Header() => new()
    {
        ["alg"] = "ES256",
        ["kid"] = "key-1",
        ["typ"] = "rogatory-request+jws",
        ["aud"] = Origin,
        ["iat"] = Call.Now.ToUnixTimeSeconds(),
    };

    private string Sign(JsonObject header) => Sign(header.ToJsonString());

    private string Sign(string header, ECDsa? key = null)
    {
        var encoded = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header));
        var input = Encoding.ASCII.GetBytes($"{encoded}.{Base64Url.EncodeToString(Content)}");
        var signature = (key ?? _key).SignData(input, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{encoded}..{Base64Url.EncodeToString(signature)}";
    }

    private async Task<SignatureVerdict> VerifyAsync(string? jws, byte[]? content = null)
    {
        var known = EcJwk.From(_key, "key-1");
        return await DetachedJws.VerifyAsync(jws, content ?? Content, Origin, Call.Now, keyId => ValueTask.FromResult(keyId == "key-1" ? known : null));
    }
}
