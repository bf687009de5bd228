using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Core.Receipt;

/// <summary>A public key on P-256: verifies statements (ES256, RFC 7518 section 3.4) and partners' calls.</summary>
public sealed class EcJwk : Jwk
{
    private const int CoordinateBytes = 32;
    private readonly ECPoint _point;

    private EcJwk(string? keyId, ECPoint point)
        : base(keyId, $$"""{"crv":"P-256","kty":"EC","x":"{{Encode(point.X)}}","y":"{{Encode(point.Y)}}"}""") => _point = point;

    /// <summary>The public half of a key; its id is the thumbprint unless given.</summary>
    /// <exception cref="FormatException">The key is not on P-256, or the id is not printable ASCII.</exception>
    public static EcJwk From(ECDsa key, string? keyId = null)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        if (key.KeySize != 256 || parameters.Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
            throw new FormatException("The key must be on P-256.");
        return new EcJwk(keyId, parameters.Q);
    }

    /// <summary>Reads a public key that must be of this kind.</summary>
    /// <exception cref="FormatException">As <see cref="Jwk.Parse(string)"/>, or it is an RSA key.</exception>
    public static new EcJwk Parse(string json) => Jwk.Parse(json) as EcJwk ?? throw new FormatException("The key type must be EC.");

    /// <summary>Opens the key for verifying. The caller disposes it.</summary>
    public ECDsa Open() => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = _point });

    /// <inheritdoc/>
    public override JsonObject ToJson() => new()
    {
        ["kty"] = "EC",
        ["crv"] = "P-256",
        ["x"] = Encode(_point.X),
        ["y"] = Encode(_point.Y),
        ["kid"] = KeyId,
        ["use"] = "sig",
        ["alg"] = "ES256",
    };

    internal static EcJwk Read(JsonElement json)
    {
        if (Text(json, "crv") != "P-256") throw new FormatException("The curve must be P-256.");
        Expect(json, "use", "sig");
        Expect(json, "alg", "ES256");
        var key = new EcJwk(Text(json, "kid"), new ECPoint { X = Bytes(json, "x"), Y = Bytes(json, "y") });
        if (key._point.X!.Length != CoordinateBytes || key._point.Y!.Length != CoordinateBytes)
            throw new FormatException("A coordinate is 32 bytes.");
        try
        {
            key.Open().Dispose();
            return key;
        }
        catch (CryptographicException fault)
        {
            throw new FormatException("The point is not on P-256.", fault);
        }
    }

    private static string Encode(byte[]? bytes) => Base64Url.EncodeToString(bytes);
}
