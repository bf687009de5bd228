using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Rogatory.Api.Problems;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.Api.Authentication;

/// <summary>Finds out which partner signed a call (RFC 9421). Whether it may make the call, a suspended one among them, is the access check's to say.</summary>
public sealed class PartnerAuthentication(
    PublicOrigin origin, IPartnerDirectory directory, INonceMemory nonces, TimeProvider time, ILogger<PartnerAuthentication> log)
{
    private const string Wanted =
        "A call carries Rogatory-Partner, Signature-Input and Signature: ecdsa-p256-sha256 over @method, @target-uri, rogatory-partner and, "
        + "with content, content-digest (sha-256), with created and keyid, made within 300 seconds of now.";

    /// <summary>The partner, or a refusal. An unknown partner or key, a key that is not valid and a wrong signature are answered alike, so that only who has a
    /// partner's key can learn how it stands.</summary>
    /// <exception cref="RefusedException"><c>signature-missing</c> or <c>signature-invalid</c>.</exception>
    public async Task<PartnerCaller> AuthenticateAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await VerifyAsync(request, cancellationToken)).Caller;

    /// <summary>For a call that hands out a grant or a link: the signature carries a nonce as well, and counts once.</summary>
    /// <exception cref="RefusedException">As above; or <c>nonce-missing</c>, <c>nonce-used</c>.</exception>
    public async Task<PartnerCaller> AuthenticateOnceAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (caller, keyId, nonce) = await VerifyAsync(request, cancellationToken);
        if (nonce is null)
            throw new RefusedException("nonce-missing", "The signature of this call carries the parameter nonce, another one each time.");
        return await nonces.TryUseAsync(caller.Partner, keyId, nonce, cancellationToken)
            ? caller
            : throw new RefusedException("nonce-used", "The signature's nonce was used before. Sign the call anew.");
    }

    /// <summary>Whether the call says that a partner makes it. One that carries a token too would be two callers', and is taken for neither.</summary>
    /// <exception cref="RefusedException"><c>signature-invalid</c>.</exception>
    internal static bool IsSigned(HttpRequest request)
    {
        bool isSigned = Field(request, "rogatory-partner") is not null || Field(request, "signature-input") is not null || Field(request, "signature") is not null;
        return isSigned && request.Headers.Authorization.Count > 0
            ? throw new RefusedException(ProblemCatalogue.SignatureInvalid, "A call is an officer's, with a token, or a partner's, with a signature; never both.")
            : isSigned;
    }

    internal static RefusedException SignatureInvalid() => new(ProblemCatalogue.SignatureInvalid, Wanted);

    private async Task<(PartnerCaller Caller, string KeyId, string? Nonce)> VerifyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Field(request, "rogatory-partner") is not { } name
            || Field(request, "signature-input") is null || Field(request, "signature") is null)
            throw new RefusedException(ProblemCatalogue.SignatureMissing, Wanted);
        var features = request.HttpContext.Features;
        if (!PartnerId.TryParse(name, out var partner)
            || origin.TargetUri(features.GetRequiredFeature<IHttpRequestFeature>().RawTarget) is not { } target)
            throw Invalid("unreadable");

        // Where the server can't tell whether content follows, a digest is asked for.
        var hasBody = features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        var now = time.GetUtcNow();
        var message = new SignedMessage(request.Method, target, hasBody, field => Field(request, field));
        var verdict = await HttpMessageVerifier.VerifyAsync(message, now, async keyId =>
            await directory.FindKeyAsync(partner, keyId, cancellationToken) is { } key && key.IsValidAt(now) ? key.Key : null);
        return verdict.IsAccepted
            ? (new PartnerCaller(partner, verdict.Digest), verdict.KeyId, verdict.Nonce)
            : throw Invalid(verdict.Refusal);
    }

    /// <summary>A field's lines joined in the order sent (RFC 9421 section 2.1).</summary>
    private static string? Field(HttpRequest request, string name)
    {
        var lines = request.Headers[name];
        return lines.Count == 0 ? null : string.Join(", ", lines.Select(line => line?.Trim(' ', '\t')));
    }

    private RefusedException Invalid(string reason)
    {
        log.LogInformation("A partner's signature was refused: {Reason}", reason);
        return SignatureInvalid();
    }
}
