using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Core.Receipt;

/// <summary>A public RSA key that data keys are wrapped to (RSA-OAEP-256, RFC 7518 section 4.3): 2048 to 4096 bits, exponent
/// 65537.</summary>
public sealed class RsaJwk : Jwk
{
    private static readonly byte[] Exponent65537 = [1, 0, 1];
    private readonly byte[] _modulus;

    private RsaJwk(string? keyId, byte[] modulus)
        : base(keyId, $$"""{"e":"AQAB","kty":"RSA","n":"{{Base64Url.EncodeToString(modulus)}}"}""") => _modulus = modulus;

    /// <summary>The public half of a key; its id is the thumbprint unless given.</summary>
    /// <exception cref="FormatException">The size or exponent is another, or the id is not printable ASCII.</exception>
    public static RsaJwk From(RSA key, string? keyId = null)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return Create(keyId, parameters.Modulus!, parameters.Exponent!);
    }

    /// <summary>Reads a public key that must be of this kind.</summary>
    /// <exception cref="FormatException">As <see cref="Jwk.Parse(string)"/>, or it is an EC key.</exception>
    public static new RsaJwk Parse(string json) => Jwk.Parse(json) as RsaJwk ?? throw new FormatException("The key type must be RSA.");

    /// <summary>Opens the key for wrapping. The caller disposes it.</summary>
    public RSA Open() => RSA.Create(new RSAParameters { Modulus = _modulus, Exponent = Exponent65537 });

    /// <inheritdoc/>
    public override JsonObject ToJson() => new()
    {
        ["kty"] = "RSA",
        ["n"] = Base64Url.EncodeToString(_modulus),
        ["e"] = "AQAB",
        ["kid"] = KeyId,
        ["use"] = "enc",
        ["alg"] = "RSA-OAEP-256",
    };

    internal static RsaJwk Read(JsonElement json)
    {
        Expect(json, "use", "enc");
        Expect(json, "alg", "RSA-OAEP-256");
        return Create(Text(json, "kid"), Bytes(json, "n"), Bytes(json, "e"));
    }

    private static RsaJwk Create(string? keyId, byte[] modulus, byte[] exponent)
    {
        if (!exponent.AsSpan().SequenceEqual(Exponent65537)) throw new FormatException("The exponent must be 65537.");
        if (modulus.Length is < 256 or > 512 || (modulus[0] & 0x80) == 0 || (modulus[^1] & 1) == 0)
            throw new FormatException("The modulus must be odd and of 2048 to 4096 bits, a multiple of 8, without leading zeros.");
        return new RsaJwk(keyId, modulus);
    }
}
