using Rogatory.Core.Receipt;

namespace Rogatory.LocalHost.Issuer;

/// <summary>
/// An OpenID Connect issuer for one machine: discovery and JWKS, so that tokens are verified by the code that verifies them in production.
/// It has no sign-in; a token is made with the <c>token</c> command by whoever can read the issuer's key.
/// </summary>
internal static class LocalIssuer
{
    public static WebApplication Build(Uri origin, EcJwk key)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(origin.ToString());
        WebApplication app = builder.Build();
        string issuer = origin.GetLeftPart(UriPartial.Authority);
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = issuer,
            ["jwks_uri"] = $"{issuer}/jwks",
            ["response_types_supported"] = new[] { "none" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
        }));
        app.MapGet("/jwks", () =>
        {
            var jwk = key.ToJson();
            jwk["use"] = "sig";
            jwk["alg"] = "ES256";
            return Results.Json(new Dictionary<string, object> { ["keys"] = new[] { jwk } });
        });
        return app;
    }
}
