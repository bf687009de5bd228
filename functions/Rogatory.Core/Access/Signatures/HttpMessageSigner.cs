using System.Collections.ObjectModel;
using System.Globalization;
using System.Security.Cryptography;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Access.Signatures;

/// <summary>Signs a partner's calls the way <see cref="HttpMessageVerifier"/> asks for. Keeps no state; the key stays its
/// owner's.</summary>
public sealed class HttpMessageSigner
{
    private const string Label = "sig";
    private readonly string _keyId;
    private readonly ECDsa _key;

    /// <summary>Signs as the holder of a P-256 private key.</summary>
    /// <exception cref="ArgumentException">The key is not 256 bits, or the id is empty, over 256 characters or not printable
    /// ASCII.</exception>
    public HttpMessageSigner(string keyId, ECDsa key)
    {
        if (key.KeySize != 256) throw new ArgumentException("The signing key must be on P-256.", nameof(key));
        if (!IsText(keyId)) throw new ArgumentException("A key id is 1 to 256 printable ASCII characters.", nameof(keyId));
        (_keyId, _key) = (keyId, key);
    }

    /// <summary>The fields to set on the request: <c>Rogatory-Partner</c>, <c>Signature-Input</c>, <c>Signature</c>, and
    /// <c>Content-Digest</c> where there is one.</summary>
    /// <param name="method">The method, as it will be sent.</param>
    /// <param name="targetUri">The whole URI without fragment, its path and query percent-encoded as they will be sent.</param>
    /// <param name="partner">Who calls.</param>
    /// <param name="digest">The content's digest; null only when no content is sent.</param>
    /// <param name="now">The time of signing.</param>
    /// <param name="nonce">1 to 256 printable characters, used once; asked for on calls that hand out a grant or a link.</param>
    /// <exception cref="ArgumentException">The nonce or the URI is not of that form.</exception>
    public IReadOnlyDictionary<string, string> Sign(
        string method, string targetUri, PartnerId partner, ContentDigest? digest, DateTimeOffset now, string? nonce = null)
    {
        (Dictionary<string, string> fields, string parameters, byte[] signed) = Prepare(_keyId, method, targetUri, partner, digest, now, nonce);
        return Complete(fields, parameters, _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    /// <summary>The same, by a key that is elsewhere.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Sign"/>.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> SignAsync(
        IStatementSigner signer, string method, string targetUri, PartnerId partner, ContentDigest? digest, DateTimeOffset now, string? nonce, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signer);
        (Dictionary<string, string> fields, string parameters, byte[] signed) = Prepare(signer.KeyId, method, targetUri, partner, digest, now, nonce);
        return Complete(fields, parameters, await signer.SignAsync(signed, cancellationToken));
    }

    private static (Dictionary<string, string> Fields, string Parameters, byte[] Signed) Prepare(
        string keyId, string method, string targetUri, PartnerId partner, ContentDigest? digest, DateTimeOffset now, string? nonce)
    {
        if (nonce is not null && !IsText(nonce))
            throw new ArgumentException("A nonce is 1 to 256 printable ASCII characters.", nameof(nonce));
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Rogatory-Partner"] = partner.ToString() };
        List<string> covered = ["@method", "@target-uri", "rogatory-partner"];
        if (digest is not null)
        {
            fields["Content-Digest"] = digest.ToString();
            covered.Add("content-digest");
        }

        var parameters = $"({string.Join(' ', covered.Select(StructuredFieldWriter.WriteString))})"
            + $";created={now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}"
            + $";keyid={StructuredFieldWriter.WriteString(keyId)}"
            + $";alg=\"{HttpMessageVerifier.Algorithm}\""
            + (nonce is null ? "" : $";nonce={StructuredFieldWriter.WriteString(nonce)}");
        var message = new SignedMessage(method, targetUri, digest is not null, fields.GetValueOrDefault);
        var signed = SignatureBase.Build(covered, parameters, name => MessageComponents.Value(message, name))
            ?? throw new ArgumentException("The target must be a percent-encoded http or https URI with a path and no fragment.", nameof(targetUri));
        return (fields, parameters, signed);
    }

    private static ReadOnlyDictionary<string, string> Complete(Dictionary<string, string> fields, string parameters, byte[] signature)
    {
        fields["Signature-Input"] = $"{Label}={parameters}";
        fields["Signature"] = $"{Label}={StructuredFieldWriter.WriteBytes(signature)}";
        return new ReadOnlyDictionary<string, string>(fields);
    }

    private static bool IsText(string text) =>
        text.Length is > 0 and <= SignatureInput.MostTextCharacters && StructuredFieldWriter.IsString(text);
}
