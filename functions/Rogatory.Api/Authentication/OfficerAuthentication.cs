using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Rogatory.Api.Problems;
using Rogatory.Core;
using Rogatory.Core.Drills;

namespace Rogatory.Api.Authentication;

/// <summary>Finds out which officer calls, from an OIDC bearer token.</summary>
/// <remarks>Accepted is a token of the configured issuer for the configured audience, in its time, signed with ES256, RS256 or PS256 by a
/// key of the issuer that the token names, showing a second factor and at least one role of ours.</remarks>
public sealed class OfficerAuthentication(
    OfficerTokenSettings settings, IssuerKeys keys, ScriptedOfficers scripted, TimeProvider time, ILogger<OfficerAuthentication> log)
{
    private const int MostTokenCharacters = 8192;
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256];
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = MostTokenCharacters };

    /// <summary>The officer, or a refusal.</summary>
    /// <exception cref="RefusedException"><c>token-missing</c>, <c>token-invalid</c>, <c>second-factor-required</c>, <c>role-required</c>
    /// or <c>identity-provider-unavailable</c>.</exception>
    public async Task<OfficerCaller> AuthenticateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization;
        if (header.Count == 0) throw new RefusedException(ProblemCatalogue.TokenMissing, "An officer's call carries one bearer token.");
        if (header.Count > 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw Invalid("NotOneBearerToken");

        var token = value[Scheme.Length..].Trim(' ');
        bool isScripted = scripted.Carries(token);
        var result = isScripted
            ? await Handler.ValidateTokenAsync(token, Parameters(ScriptedOfficer.Issuer, scripted.Keys))
            : await ValidateAsync(token, cancellationToken);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken accepted)
            throw Invalid(result.Exception?.GetType().Name ?? "NotAToken");
        if (OfficerClaims.TryRead(accepted) is not { } claims) throw Invalid("Claims");
        if (!scripted.Allows(claims.Officer, isScripted)) throw Invalid("NotScripted");
        if (!claims.ShowSecondFactor)
            throw new RefusedException(ProblemCatalogue.SecondFactorRequired, "The token's amr shows no second factor: sign in with one.");
        return claims.Roles.Count > 0
            ? new OfficerCaller(claims.Officer, claims.Roles, claims.Session)
            : throw new RefusedException(ProblemCatalogue.RoleRequired, "The token shows no role of this system.");
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        var result = await Handler.ValidateTokenAsync(token, Parameters(settings.Issuer, await keys.GetAsync(cancellationToken)));
        return result.Exception is SecurityTokenSignatureKeyNotFoundException
            ? await Handler.ValidateTokenAsync(token, Parameters(settings.Issuer, await keys.RefreshAsync(cancellationToken)))
            : result;
    }

    private TokenValidationParameters Parameters(string issuer, IEnumerable<SecurityKey> signingKeys) => new()
    {
        ValidIssuer = issuer,
        ValidAudience = settings.Audience,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = signingKeys,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires),
    };

    private bool IsCurrent(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || now >= start - Skew);
    }

    private RefusedException Invalid(string reason)
    {
        log.LogInformation("An officer's token was refused: {Reason}", reason);
        return new RefusedException(ProblemCatalogue.TokenInvalid, "The token is not one that this system accepts now.");
    }
}
