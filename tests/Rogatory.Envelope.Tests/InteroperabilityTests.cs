using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Envelope.Tests;

/// <summary>Against code that shares nothing with ours: npm jose for the key envelope, node:crypto for the body.</summary>
public sealed class InteroperabilityTests
{
    private const string Scripts = "tests/Rogatory.Envelope.Tests/interop";

    public InteroperabilityTests() => Assert.True(
        Directory.Exists(Path.Combine(Node.Root, "node_modules", "jose")), "The npm packages are missing: run scripts/setup.sh first.");

    public static TheoryData<int> Lengths => [0, 1, 1_048_520, 1_048_521, 3_000_000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task Others_open_what_we_seal(int length)
    {
        var plaintext = Some.Bytes(length);
        using var sealer = new ItemSealer(Some.Case, Some.Item);
        using var body = new MemoryStream();
        var content = await sealer.SealAsync(new MemoryStream(plaintext), body, CancellationToken.None);
        var envelope = await sealer.WrapKeyAsync(Some.Description(plaintext), RsaKeyWrap.Shared, CancellationToken.None);

        var found = await Node.RunAsync($"{Scripts}/open.mjs", new JsonObject
        {
            ["kek"] = Jwk(includePrivate: true),
            ["envelope"] = Encoding.UTF8.GetString(envelope),
            ["body"] = Convert.ToBase64String(body.ToArray()),
        });

        var expected = new JsonObject
        {
            ["members"] = new JsonArray("ciphertext", "iv", "protected", "recipients", "tag"),
            ["recipient"] = new JsonObject { ["alg"] = "RSA-OAEP-256", ["kid"] = RsaKeyWrap.KeyId },
            ["protectedHeader"] = new JsonObject { ["enc"] = "A256GCM", ["typ"] = "rogatory-key+jwe", ["case"] = Some.Case, ["item"] = Some.Item },
            ["described"] = new JsonObject
            {
                ["kty"] = "oct",
                ["name"] = "account statement.csv",
                ["type"] = "text/csv",
                ["size"] = length,
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(plaintext)),
                ["aad"] = $"rogatory/v1/{Some.Case}/{Some.Item}",
            },
            ["keySize"] = 32,
            ["plaintextSha256"] = Convert.ToHexStringLower(SHA256.HashData(plaintext)),
            ["commitment"] = Convert.ToHexStringLower(sealer.Commitment),
            ["sealedRoot"] = Convert.ToHexStringLower(content.SealedRoot),
        };
        Assert.True(JsonNode.DeepEquals(expected, found), found.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task We_open_what_others_seal(int length)
    {
        var plaintext = Some.Bytes(length);
        var made = await Node.RunAsync($"{Scripts}/seal.mjs", new JsonObject
        {
            ["kek"] = Jwk(includePrivate: false),
            ["kid"] = RsaKeyWrap.KeyId,
            ["case"] = Some.Case,
            ["item"] = Some.Item,
            ["name"] = "account statement.csv",
            ["type"] = "text/csv",
            ["plaintext"] = Convert.ToBase64String(plaintext),
        });
        var body = Convert.FromBase64String((string)made["body"]!);
        var recorded = new SealedReference(
            Convert.FromHexString((string)made["header"]!), Convert.FromHexString((string)made["commitment"]!), body.Length);

        using var opened = await OpenedItem.OpenAsync(
            Some.Grant, Encoding.UTF8.GetBytes((string)made["envelope"]!), recorded, new MemorySource(body), RsaKeyWrap.Shared, CancellationToken.None);
        using var written = new MemoryStream();
        await opened.CopyToAsync(written, CancellationToken.None);

        Assert.Equal(Some.Description(plaintext), opened.Description);
        Assert.Equal(plaintext, written.ToArray());
    }

    private static JsonObject Jwk(bool includePrivate)
    {
        var rsa = RsaKeyWrap.Shared.Rsa.ExportParameters(includePrivate);
        var jwk = new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(rsa.Modulus), ["e"] = Base64Url.EncodeToString(rsa.Exponent) };
        if (includePrivate)
        {
            foreach (var (name, value) in new[] { ("d", rsa.D), ("p", rsa.P), ("q", rsa.Q), ("dp", rsa.DP), ("dq", rsa.DQ), ("qi", rsa.InverseQ) })
                jwk[name] = Base64Url.EncodeToString(value);
        }

        return jwk;
    }
}
