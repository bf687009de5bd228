using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Receipt;

public sealed class PrivateJwkTests
{
    [Fact]
    public void A_written_private_key_is_read_back_whole()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (ec, ecId) = PrivateJwk.ParseEc(PrivateJwk.Write(ecdsa, "dev-1"));
        using (ec)
        {
            Assert.Equal("dev-1", ecId);
            Assert.True(ecdsa.VerifyData(new byte[] { 1 }, ec.SignData(new byte[] { 1 }, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256));
        }

        using var original = RSA.Create(2048);
        var (rsa, rsaId) = PrivateJwk.ParseRsa(PrivateJwk.Write(original));
        using (rsa)
        {
            Assert.Equal(RsaJwk.From(original).Thumbprint, rsaId);
            Assert.Equal([1], rsa.Decrypt(original.Encrypt([1], RSAEncryptionPadding.OaepSHA256), RSAEncryptionPadding.OaepSHA256));
        }
    }

    [Fact]
    public async Task Jose_reads_our_private_keys()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        var output = await JoseProcess.RunAsync(
            """
            const { ec, rsa, rsaPublic } = JSON.parse(process.argv[1]);
            const jws = await new jose.CompactSign(new Uint8Array([1])).setProtectedHeader({ alg: ec.alg }).sign(await jose.importJWK(ec));
            const jwe = await new jose.CompactEncrypt(new TextEncoder().encode(jws))
              .setProtectedHeader({ alg: rsaPublic.alg, enc: 'A256GCM' }).encrypt(await jose.importJWK(rsaPublic));
            console.log(new TextDecoder().decode((await jose.compactDecrypt(jwe, await jose.importJWK(rsa))).plaintext));
            """,
            new JsonObject
            {
                ["ec"] = JsonNode.Parse(PrivateJwk.Write(ecdsa)),
                ["rsa"] = JsonNode.Parse(PrivateJwk.Write(rsa)),
                ["rsaPublic"] = RsaJwk.From(rsa).ToJson(),
            }.ToJsonString());
        var at = output.LastIndexOf('.');
        Assert.True(ecdsa.VerifyData(Encoding.ASCII.GetBytes(output.ToCharArray(0, at)), Base64Url.DecodeFromChars(output.AsSpan(at + 1)), HashAlgorithmName.SHA256));
    }

    [Fact]
    public void A_private_key_never_passes_for_a_public_one_nor_a_public_for_a_private()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        Assert.Throws<FormatException>(() => Jwk.Parse(PrivateJwk.Write(ecdsa)));
        Assert.Throws<FormatException>(() => Jwk.Parse(PrivateJwk.Write(rsa)));
        Assert.Throws<FormatException>(() => PrivateJwk.ParseEc(EcJwk.From(ecdsa).ToJson().ToJsonString()));
        Assert.Throws<FormatException>(() => PrivateJwk.ParseRsa(RsaJwk.From(rsa).ToJson().ToJsonString()));
        Assert.Throws<FormatException>(() => PrivateJwk.ParseRsa(PrivateJwk.Write(ecdsa)));
        Assert.Throws<FormatException>(() => PrivateJwk.ParseEc(PrivateJwk.Write(rsa)));
        Assert.Throws<FormatException>(() => PrivateJwk.ParseEc("[]"));
        Assert.Throws<FormatException>(() => PrivateJwk.ParseEc(new string(' ', Jwk.MostCharacters + 1)));
    }

    [Theory]
    [InlineData("d")]
    [InlineData("p")]
    [InlineData("dp")]
    [InlineData("qi")]
    public void An_rsa_key_whose_halves_do_not_belong_together_is_refused(string member)
    {
        using var rsa = RSA.Create(2048);
        using var other = RSA.Create(2048);
        Assert.Throws<FormatException>(() => PrivateJwk.ParseRsa(Mixed(PrivateJwk.Write(rsa), PrivateJwk.Write(other), member)));
    }

    [Fact]
    public void An_ec_key_whose_halves_do_not_belong_together_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Throws<FormatException>(() => PrivateJwk.ParseEc(Mixed(PrivateJwk.Write(key), PrivateJwk.Write(other), "d")));
    }

    private static string Mixed(string key, string other, string member)
    {
        var mixed = JsonNode.Parse(key)!.AsObject();
        mixed[member] = (string?)JsonNode.Parse(other)![member];
        return mixed.ToJsonString();
    }
}
