using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Receipt;

public sealed class StatementTests : IDisposable
{
    private const string Type = "rogatory-receipt+jws";
    private const string Payload = """{"at":"2026-11-22T09:00:00.123Z","n":1}""";
    private const string Header = """{"alg":"ES256","kid":"sig-1","typ":"rogatory-receipt+jws"}""";
    private readonly TestSigner _signer = new();

    public void Dispose() => _signer.Dispose();

    [Fact]
    public async Task A_statement_is_canonical_and_verifies()
    {
        var statement = await Statement.SignAsync(Type, new JsonObject { ["n"] = 1, ["at"] = "2026-11-22T09:00:00.123Z" }, _signer, default);
        var parts = statement.Split('.').Select(part => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part))).ToArray();
        Assert.Equal((Header, Payload), (parts[0], parts[1]));
        Assert.Equal(Payload, Verify(statement).ToJsonString());
    }

    [Fact]
    public async Task Jose_verifies_ours()
    {
        var statement = await Statement.SignAsync(Type, JsonNode.Parse(Payload)!.AsObject(), _signer, default);
        var input = new JsonObject { ["jws"] = statement, ["keys"] = new JsonObject { ["keys"] = new JsonArray(_signer.Published.ToJson()) } };
        var output = await JoseProcess.RunAsync(
            """
            const { jws, keys } = JSON.parse(process.argv[1]);
            const { payload, protectedHeader } = await jose.compactVerify(jws, jose.createLocalJWKSet(keys), { algorithms: ['ES256'] });
            console.log(JSON.stringify(protectedHeader) + new TextDecoder().decode(payload));
            """,
            input.ToJsonString());
        Assert.Equal(Header + Payload, output);
    }

    [Fact]
    public async Task We_verify_what_jose_made()
    {
        var output = await JoseProcess.RunAsync(
            """
            const { publicKey, privateKey } = await jose.generateKeyPair('ES256', { extractable: true });
            const jws = await new jose.CompactSign(new TextEncoder().encode(process.argv[1]))
              .setProtectedHeader({ typ: 'rogatory-receipt+jws', kid: 'theirs', alg: 'ES256' }).sign(privateKey);
            const key = { ...await jose.exportJWK(publicKey), kid: 'theirs', use: 'sig', nbf: 1700000000 };
            console.log(JSON.stringify({ jws, set: { keys: [key] } }));
            """,
            """{ "n": 1.0, "at": "2026-11-22T09:00:00.123Z" }""");
        using var made = JsonDocument.Parse(output);
        var keys = VerificationKey.ReadSet(made.RootElement.GetProperty("set"));
        Assert.Equal(1, (double?)Statement.Verify(made.RootElement.GetProperty("jws").GetString()!, Type, keys)["n"]);
    }

    [Theory]
    [InlineData("form", "")]
    [InlineData("form", "a.b")]
    [InlineData("form", "{0}.{1}.{2}.{2}")]
    [InlineData("form", "{0}=.{1}.{2}")]
    [InlineData("form", "{0}.{1}\n.{2}")]
    [InlineData("form", "{0}.{1}.{2}=")]
    [InlineData("signature", "{0}.{1}.")]
    [InlineData("signature", "{0}.{1}.AAAA")]
    public async Task What_is_not_three_parts_of_base64url_is_refused(string reason, string format)
    {
        var parts = (await Signed(Header, Payload)).Split('.');
        Refused(reason, string.Format(System.Globalization.CultureInfo.InvariantCulture, format, parts[0], parts[1], parts[2]));
    }

    [Fact]
    public async Task A_statement_over_the_limit_is_refused_unread() =>
        Refused("form", await Signed(Header, Payload) + new string('A', Statement.MostCharacters));

    [Theory]
    [InlineData("""{"alg":"none","kid":"sig-1","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"alg":"HS256","kid":"sig-1","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"alg":"ES384","kid":"sig-1","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"sig-1","typ":"rogatory-grant+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"sig-1","typ":"ROGATORY-receipt+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"sig-1"}""")]
    [InlineData("""{"alg":"ES256","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":1,"typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"alg":"ES256","crit":["b64"],"b64":false,"kid":"sig-1","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"alg":"ES256","b64":true,"kid":"sig-1","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"alg":"ES256","jwk":{},"kid":"sig-1","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"sig-1","kid":"sig-1","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"alg":"\ud800","kid":"sig-1","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"\udc00","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""{"\ud800":1,"alg":"ES256","typ":"rogatory-receipt+jws"}""")]
    [InlineData("""["ES256"]""")]
    [InlineData("null")]
    [InlineData("x")]
    public async Task Any_other_header_is_refused(string header) => Refused("header", await Signed(header, Payload));

    [Theory]
    [InlineData("""{"n":1}""")]
    [InlineData("""{"at":1}""")]
    [InlineData("""{"at":"\ud800"}""")]
    [InlineData("""{"\ud800":1,"at":"2026-11-22T09:00:00.123Z"}""")]
    [InlineData("""{"at":"2026-11-22T09:00:00Z"}""")]
    [InlineData("""{"at":"2026-11-22T09:00:00.123+00:00"}""")]
    [InlineData("""{"at":"2026-11-22T09:00:00.123Z","at":"2026-11-22T09:00:00.123Z"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_payload_that_is_no_object_with_a_time_is_refused(string payload) => Refused("payload", await Signed(Header, payload));

    [Fact]
    public async Task A_changed_byte_anywhere_is_refused()
    {
        var statement = await Signed(Header, Payload);
        for (var at = 0; at < statement.Length; at++)
        {
            var changed = statement.ToCharArray();
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            Assert.Throws<InvalidStatementException>(() => Verify(new string(changed)));
        }
    }

    [Fact]
    public async Task A_key_that_is_not_in_the_set_verifies_nothing()
    {
        using var other = new TestSigner { KeyId = "other" };
        var statement = await Signed(Header, Payload);
        Refused("key-unknown", statement, other.Published);
        Refused("key-unknown", statement);
        using var impostor = new TestSigner();
        Refused("signature", statement, impostor.Published);
    }

    [Theory]
    [InlineData("2026-11-22T09:00:00.000Z", null)]
    [InlineData("2026-11-22T08:59:59.999Z", "key-validity")]
    [InlineData("2026-12-31T23:59:59.999Z", null)]
    [InlineData("2027-01-01T00:00:00.000Z", "key-validity")]
    public async Task A_retired_key_verifies_what_it_signed_in_its_time(string at, string? reason)
    {
        var statement = await Signed(Header, $$"""{"at":"{{at}}"}""");
        var retired = _signer.Published with { ValidUntil = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        if (reason is null) Statement.Verify(statement, Type, [retired]);
        else Refused(reason, statement, retired);
    }

    [Fact]
    public async Task A_payload_without_a_time_or_a_signer_without_a_signature_makes_no_statement()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Statement.SignAsync(Type, new JsonObject { ["n"] = 1 }, _signer, default));
        await Assert.ThrowsAsync<CryptographicException>(() => Statement.SignAsync(Type, JsonNode.Parse(Payload)!.AsObject(), new Mute(), default));
    }

    private async Task<string> Signed(string header, string payload)
    {
        var input = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        return $"{input}.{Base64Url.EncodeToString(await _signer.SignAsync(Encoding.ASCII.GetBytes(input), default))}";
    }

    private JsonObject Verify(string statement) => Statement.Verify(statement, Type, [_signer.Published]);

    private void Refused(string reason, string statement) => Refused(reason, statement, reason == "key-unknown" ? [] : [_signer.Published]);

    private static void Refused(string reason, string statement, params VerificationKey[] keys) =>
        Assert.Equal(reason, Assert.Throws<InvalidStatementException>(() => Statement.Verify(statement, Type, keys)).Reason);

    private sealed class Mute : IStatementSigner
    {
        public string KeyId => "mute";

        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) => ValueTask.FromResult(Array.Empty<byte>());
    }
}
