using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Rogatory.Api.Tests.Authentication;

/// <summary>An OIDC issuer that serves discovery and a JWK set, and makes tokens as wrong as a test asks for.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "rogatory";

    /// <summary>One for all tests: making one takes longer than the test.</summary>
    private static readonly RSA Rsa = RSA.Create(2048);

    private readonly WebApplication _app;

    private TestIssuer(WebApplication app) => (_app, NamedIssuer) = (app, app.Urls.Single());

    public string Url => _app.Urls.Single();

    /// <summary>What discovery says the issuer is.</summary>
    public string NamedIssuer { get; set; }

    public string? JwksUri { get; set; }

    public bool IsDown { get; set; }

    public int Discoveries { get; private set; }

    public ECDsa Ec { get; private set; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string EcKeyId { get; private set; } = "ec-1";

    public static async Task<TestIssuer> StartAsync()
    {
        TestIssuer? issuer = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => issuer!.Discovery());
        app.MapGet("/jwks", () => issuer!.IsDown ? Results.StatusCode(503) : Results.Text(issuer.Jwks(), "application/json"));
        await app.StartAsync();
        return issuer = new TestIssuer(app);
    }

    /// <summary>Another key takes the place of the one for ES256.</summary>
    public void Roll(string keyId)
    {
        (Ec, EcKeyId) = (ECDsa.Create(ECCurve.NamedCurves.nistP256), keyId);
    }

    public JsonObject Claims(DateTimeOffset now) => new()
    {
        ["iss"] = Url,
        ["aud"] = Audience,
        ["sub"] = "officer-7",
        ["iat"] = now.ToUnixTimeSeconds(),
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
        ["amr"] = new JsonArray("pwd", "mfa"),
        ["roles"] = new JsonArray("reviewer", "auditor", "somebody-elses-role"),
        ["sid"] = "session-1",
    };

    public string Token(JsonObject claims, string algorithm = "ES256", string? keyId = null)
    {
        keyId ??= algorithm.StartsWith("ES", StringComparison.Ordinal) ? EcKeyId : "rsa-1";
        return TokenWith(new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = keyId }, claims.ToJsonString());
    }

    public string TokenWith(JsonObject header, string claims)
    {
        var input = $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(claims)}";
        var bytes = Encoding.ASCII.GetBytes(input);
        byte[] signature = (string?)header["alg"] switch
        {
            "ES256" => Ec.SignData(bytes, HashAlgorithmName.SHA256),
            "RS256" => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "RS384" => Rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "PS256" => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            // The confusion attack: the public key, which anyone knows, used as the secret of an HMAC.
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Rsa.ExportSubjectPublicKeyInfoPem()), bytes),
            _ => [],
        };
        return $"{input}.{Base64UrlEncoder.Encode(signature)}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Ec.Dispose();
    }

    private IResult Discovery()
    {
        Discoveries++;
        if (IsDown) return Results.StatusCode(503);
        var document = new JsonObject { ["issuer"] = NamedIssuer, ["jwks_uri"] = JwksUri ?? $"{Url}/jwks" };
        return Results.Text(document.ToJsonString(), "application/json");
    }

    private string Jwks()
    {
        var ec = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(Ec));
        var rsa = Rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = ec.X, ["y"] = ec.Y, ["kid"] = EcKeyId, ["use"] = "sig" },
                new JsonObject { ["kty"] = "RSA", ["n"] = Base64UrlEncoder.Encode(rsa.Modulus), ["e"] = Base64UrlEncoder.Encode(rsa.Exponent), ["kid"] = "rsa-1" }),
        }.ToJsonString();
    }
}
