using System.Security.Cryptography;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Access.Signatures;

/// <summary>Verifies the signature on a partner's call (RFC 9421, <c>ecdsa-p256-sha256</c>).</summary>
/// <remarks>
/// Covered must be <c>@method</c>, <c>@target-uri</c>, <c>rogatory-partner</c> and, when there is a body, <c>content-digest</c>, in any
/// order and with any further ones that can be computed. <c>created</c> (within 300 seconds of our clock) and <c>keyid</c> are
/// required; <c>expires</c> is honoured, <c>alg</c> must match if there, further parameters are covered and otherwise ignored.
/// Of up to four labels the first that passes counts, so that a proxy may add its own.
/// </remarks>
public static class HttpMessageVerifier
{
    /// <summary>The only algorithm: ECDSA over P-256 with SHA-256, r and s as 32 bytes each (RFC 9421 section 3.3.4).</summary>
    public const string Algorithm = "ecdsa-p256-sha256";

    private const int MostCharacters = 4096;
    private const int MostLabels = 4;
    private const long Window = 300;
    private const int SignatureBytes = 64;

    /// <summary>The curve's base point as a public key: what an unknown key is verified against, so that it costs the same.</summary>
    internal static readonly EcJwk Nobody = EcJwk.Parse("""
        {"kty":"EC","crv":"P-256","x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY","y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}
        """);

    /// <summary>Verifies a message as received.</summary>
    /// <param name="message">The request.</param>
    /// <param name="now">The verifier's clock.</param>
    /// <param name="findKey">The public key that may sign under a key id at this time, or null. Asked once a label at most.</param>
    /// <returns>Never throws for what a stranger sent; an exception of <paramref name="findKey"/> passes through.</returns>
    public static async ValueTask<SignatureVerdict> VerifyAsync(
        SignedMessage message, DateTimeOffset now, Func<string, ValueTask<EcJwk?>> findKey)
    {
        var (inputField, signatureField) = (message.Header("signature-input"), message.Header("signature"));
        if (string.IsNullOrWhiteSpace(inputField) || string.IsNullOrWhiteSpace(signatureField))
            return SignatureVerdict.Refused(SignatureRefusal.Missing);
        if (inputField.Length > MostCharacters || signatureField.Length > MostCharacters)
            return SignatureVerdict.Refused(SignatureRefusal.TooLong);
        if (!StructuredFieldReader.TryReadDictionary(inputField, MostLabels, out var inputs)
            || !StructuredFieldReader.TryReadDictionary(signatureField, MostLabels, out var signatures))
            return SignatureVerdict.Refused(SignatureRefusal.Malformed);
        if (!inputs.Select(pair => pair.Key).ToHashSet().SetEquals(signatures.Select(pair => pair.Key)))
            return SignatureVerdict.Refused(SignatureRefusal.LabelUnmatched);

        SignatureVerdict? first = null;
        foreach (var (label, input) in inputs)
        {
            var verdict = await VerifyAsync(message, now, input, signatures.First(pair => pair.Key == label).Value, findKey);
            if (verdict.IsAccepted) return verdict;
            first ??= verdict;
        }

        return first!;
    }

    private static async ValueTask<SignatureVerdict> VerifyAsync(
        SignedMessage message, DateTimeOffset now, StructuredItem member, StructuredItem signature, Func<string, ValueTask<EcJwk?>> findKey)
    {
        if (signature.Value is not byte[] { Length: SignatureBytes } bytes) return SignatureVerdict.Refused(SignatureRefusal.Malformed);
        if (!SignatureInput.TryRead(member, out var input, out var refusal)) return SignatureVerdict.Refused(refusal);
        if (FaultInParameters(input, now) is { } fault) return SignatureVerdict.Refused(fault);
        if (!Required(message).All(input.Components.Contains)) return SignatureVerdict.Refused(SignatureRefusal.ComponentNotCovered);

        ContentDigest? digest = null;
        if (input.Components.Contains("content-digest") && message.Header("content-digest") is { } field
            && !ContentDigest.TryParse(field, out digest))
            return SignatureVerdict.Refused(SignatureRefusal.DigestMalformed);
        var signed = SignatureBase.Build(input.Components, input.Serialized, name => MessageComponents.Value(message, name));
        if (signed is null) return SignatureVerdict.Refused(SignatureRefusal.ComponentAbsent);

        var keyId = input.Text("keyid")!;
        var key = await findKey(keyId);
        return IsSignedBy(key ?? Nobody, signed, bytes) && key is not null
            ? SignatureVerdict.Accepted(keyId, input.Text("nonce"), digest)
            : SignatureVerdict.Refused(SignatureRefusal.NotVerified);
    }

    private static string[] Required(SignedMessage message) =>
        message.HasBody ? ["@method", "@target-uri", "rogatory-partner", "content-digest"] : ["@method", "@target-uri", "rogatory-partner"];

    private static string? FaultInParameters(SignatureInput input, DateTimeOffset now)
    {
        if (input.Integer("created") is not { } created || input.Text("keyid") is null) return SignatureRefusal.ParameterInvalid;
        if (input.Has("expires") && input.Integer("expires") is null) return SignatureRefusal.ParameterInvalid;
        if (input.Has("nonce") && input.Text("nonce") is null) return SignatureRefusal.ParameterInvalid;
        if (input.Has("alg") && input.Text("alg") != Algorithm) return SignatureRefusal.AlgorithmUnsupported;
        var seconds = now.ToUnixTimeSeconds();
        if (Math.Abs(seconds - created) > Window) return SignatureRefusal.NotCurrent;
        return input.Integer("expires") <= seconds ? SignatureRefusal.Expired : null;
    }

    internal static bool IsSignedBy(EcJwk key, byte[] signed, byte[] signature)
    {
        using var ecdsa = key.Open();
        return ecdsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
