using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Problems;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Intake;

/// <summary>What <c>POST /requests</c> does, for partner systems that send through a queue.</summary>
public sealed class ReceiveRequest(
    IPartnerDirectory directory, AccessGate gate, PublicOrigin origin, OpenRequest openRequest, PolicySet policy, ApiLimits limits, ILogger<ReceiveRequest> log)
{
    private const string Wanted =
        "A request through a queue carries rogatory-partner and rogatory-signature: a detached JWS, ES256, whose header has exactly alg, kid, "
        + "typ rogatory-request+jws, aud (our origin) and iat, made within 300 seconds of sending.";

    /// <summary>Opens the case, or refuses; either is an answer, and goes to the sender when the signature shows who that is.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was decided: the message must come again.</exception>
    public async Task<RequestReply> HandleAsync(RequestMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        string? queue = null;
        try
        {
            if (message.Body.Length > limits.RequestBytes)
                throw new RefusedException("too-large", $"A request has at most {limits.RequestBytes} bytes.");
            PartnerId partner = await AuthenticateAsync(message, cancellationToken);

            // Whoever may send must not choose where we send: a partner has one queue for answers, named for it, and only what it signed
            // is answered there. Else anyone could put a refusal of a request that it never sent in another's queue.
            queue = message.ReplyTo == $"replies-{partner}" ? message.ReplyTo : null;
            await gate.AdmitPartnerAsync(partner, AccessAct.PostRequest, cancellationToken);
            OpenedRequest opened = await openRequest.RunAsync(partner, message.Body, cancellationToken);
            return new RequestReply(
                opened.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK,
                "application/json",
                JsonSerializer.SerializeToUtf8Bytes(RequestView.Of(opened.State, policy), ApiJson.Options),
                queue);
        }
        catch (RefusedException refused) when (ProblemCatalogue.Find(refused.Slug) is { } kind)
        {
            return new RequestReply(
                kind.Status, "application/problem+json", ProblemWriter.Serialize(refused.Slug, kind, refused.Detail, refused.Extensions), queue);
        }
    }

    private async Task<PartnerId> AuthenticateAsync(RequestMessage message, CancellationToken cancellationToken)
    {
        if (message.Partner is null || message.Signature is null)
            throw new RefusedException(ProblemCatalogue.SignatureMissing, Wanted);
        if (!PartnerId.TryParse(message.Partner, out PartnerId partner))
            throw Invalid("unreadable");
        SignatureVerdict verdict = await DetachedJws.VerifyAsync(message.Signature, message.Body, origin.ToString(), message.Taken, async keyId =>
            await directory.FindKeyAsync(partner, keyId, cancellationToken) is { } key && key.MaySignAt(message.Taken) ? key.Key : null);
        if (!verdict.IsAccepted)
            throw Invalid(verdict.Refusal);
        return partner;
    }

    private RefusedException Invalid(string reason)
    {
        log.LogInformation("A message's signature was refused: {Reason}", reason);
        return new RefusedException(ProblemCatalogue.SignatureInvalid, Wanted);
    }
}
