using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.Cli.Http;

/// <summary>Who calls, and how the call shows it.</summary>
/// <param name="Authorize">Sets the fields that show who calls; the digest is that of the content, null without content.</param>
/// <param name="WhenUnknown">What to look at when the authority does not believe it.</param>
internal sealed record Caller(Action<HttpRequestMessage, ContentDigest?> Authorize, string? WhenUnknown)
{
    private const int NonceCharacters = 32;

    public static Caller Anyone { get; } = new((_, _) => { }, WhenUnknown: null);

    public static Caller Officer(string token) => new(
        (request, digest) =>
        {
            request.Headers.Authorization = new("Bearer", token);
            if (digest is not null) request.Content!.Headers.Add("Content-Digest", digest.ToString());
        },
        "Get a new token: this one may have expired, or be for another authority.");

    /// <summary>Every call carries a nonce, so that none that hands something out counts twice.</summary>
    public static Caller Partner(PartnerId partner, HttpMessageSigner signer, TimeProvider time) => new(
        (request, digest) =>
        {
            var nonce = RandomNumberGenerator.GetHexString(NonceCharacters, lowercase: true);
            var fields = signer.Sign(request.Method.Method, request.RequestUri!.AbsoluteUri, partner, digest, time.GetUtcNow(), nonce);
            foreach (var (name, value) in fields)
            {
                if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content!.Headers.TryAddWithoutValidation(name, value);
            }
        },
        "Check --partner and --key, that the partner is registered with this key, and that this machine's clock is right to five minutes.");
}
