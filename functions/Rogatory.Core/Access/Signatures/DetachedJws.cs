using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Access.Signatures;

/// <summary>Verifies the signature on a message that comes through a queue: a detached JWS (RFC 7515 appendix F) with ES256.</summary>
/// <remarks>
/// It is <c>header..signature</c> over the message's body. The header has exactly <c>alg</c> (ES256), <c>kid</c>, <c>typ</c>
/// (<c>rogatory-request+jws</c>), <c>aud</c> (the public origin of the authority that it is meant for) and <c>iat</c> (seconds since
/// 1970, within 300 of when the queue took the message): what a signature on a call binds by its target URI and <c>created</c>.
/// Anything more, <c>crit</c> and <c>b64</c> (RFC 7797) included, is refused.
/// </remarks>
public static class DetachedJws
{
    /// <summary>The kind, so that no other statement of the partner passes for a request.</summary>
    public const string Type = "rogatory-request+jws";

    private const int MostCharacters = 4096;
    private const int MostKeyIdCharacters = 256;
    private const int SignatureBytes = 64;
    private const long Window = 300;

    /// <summary>Verifies a message as received.</summary>
    /// <param name="jws">The detached JWS; null when the message has none.</param>
    /// <param name="content">The message's body.</param>
    /// <param name="audience">Our public origin, as partners sign it.</param>
    /// <param name="taken">When the queue took the message, by the queue's clock.</param>
    /// <param name="findKey">The public key that may sign under a key id at this time, or null. Asked once at most.</param>
    /// <returns>Never throws for what a stranger sent; an exception of <paramref name="findKey"/> passes through.</returns>
    public static async ValueTask<SignatureVerdict> VerifyAsync(
        string? jws, ReadOnlyMemory<byte> content, string audience, DateTimeOffset taken, Func<string, ValueTask<EcJwk?>> findKey)
    {
        if (string.IsNullOrWhiteSpace(jws)) return SignatureVerdict.Refused(SignatureRefusal.Missing);
        if (jws.Length > MostCharacters) return SignatureVerdict.Refused(SignatureRefusal.TooLong);
        var parts = jws.Split('.', 4);
        if (parts.Length != 3 || parts[1].Length > 0 || StrictBase64Url.TryDecode(parts[0]) is not { } header
            || StrictBase64Url.TryDecode(parts[2]) is not { Length: SignatureBytes } signature)
            return SignatureVerdict.Refused(SignatureRefusal.Malformed);
        var (keyId, refusal) = ReadHeader(header, audience, taken);
        if (keyId is null) return SignatureVerdict.Refused(refusal);

        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{Base64Url.EncodeToString(content.Span)}");
        var key = await findKey(keyId);
        return HttpMessageVerifier.IsSignedBy(key ?? HttpMessageVerifier.Nobody, signed, signature) && key is not null
            ? SignatureVerdict.Accepted(keyId, nonce: null, digest: null)
            : SignatureVerdict.Refused(SignatureRefusal.NotVerified);
    }

    private static (string? KeyId, string Refusal) ReadHeader(byte[] bytes, string audience, DateTimeOffset taken)
    {
        try
        {
            using var parsed = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 2 });
            var header = parsed.RootElement;
            if (header.ValueKind != JsonValueKind.Object) return (null, SignatureRefusal.Malformed);
            if (Text(header, "alg") != "ES256") return (null, SignatureRefusal.AlgorithmUnsupported);
            if (header.GetPropertyCount() != 5 || Text(header, "typ") != Type || Text(header, "aud") is not { } meantFor
                || Text(header, "kid") is not { Length: > 0 and <= MostKeyIdCharacters } keyId
                || !header.TryGetProperty("iat", out var issued) || issued.ValueKind != JsonValueKind.Number || !issued.TryGetInt64(out var at)
                || at is < 0 or > uint.MaxValue)
                return (null, SignatureRefusal.ParameterInvalid);
            if (meantFor != audience) return (null, SignatureRefusal.NotForUs);
            return Math.Abs(taken.ToUnixTimeSeconds() - at) > Window ? (null, SignatureRefusal.NotCurrent) : (keyId, "");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is what the parser throws for strings that are no Unicode.
            return (null, SignatureRefusal.Malformed);
        }
    }

    private static string? Text(JsonElement header, string name) =>
        header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
