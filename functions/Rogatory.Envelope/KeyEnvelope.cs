using System.Security.Cryptography;
using System.Text.Json;

namespace Rogatory.Envelope;

/// <summary>
/// A key envelope (FORMAT.md, section 2) before it is unwrapped: a JWE (RFC 7516) in JSON General Serialization for one recipient. What it
/// says of itself is unproven until then.
/// </summary>
public sealed class KeyEnvelope
{
    /// <summary>In bytes; a longer envelope is refused unread.</summary>
    public const int MaximumSize = 64 * 1024;

    internal const string Algorithm = "RSA-OAEP-256";
    internal const string Encryption = "A256GCM";
    internal const string MediaType = "rogatory-key+jwe";
    internal const int NonceSize = 12;
    internal const int TagSize = 16;

    // 1,024 bytes are an RSA key of 8,192 bits.
    private const int MaximumWrappedKeySize = 1024;
    private const int MaximumKeyIdLength = 512;

    private readonly byte[] _protected;
    private readonly byte[] _wrappedKey;
    private readonly byte[] _nonce;
    private readonly byte[] _ciphertext;
    private readonly byte[] _tag;

    private KeyEnvelope(JsonElement envelope)
    {
        StrictJson.RequireMembers(envelope, "protected", "recipients", "iv", "ciphertext", "tag");
        _protected = StrictJson.Base64UrlText(envelope, "protected", 1, MaximumSize).ToArray();
        _nonce = StrictJson.Base64UrlBytes(envelope, "iv", NonceSize, NonceSize);
        _ciphertext = StrictJson.Base64UrlBytes(envelope, "ciphertext", 1, MaximumSize);
        _tag = StrictJson.Base64UrlBytes(envelope, "tag", TagSize, TagSize);

        var recipients = envelope.GetProperty("recipients");
        StrictJson.Require(recipients.ValueKind == JsonValueKind.Array && recipients.GetArrayLength() == 1);
        StrictJson.RequireMembers(recipients[0], "header", "encrypted_key");
        _wrappedKey = StrictJson.Base64UrlBytes(recipients[0], "encrypted_key", 1, MaximumWrappedKeySize);

        var header = recipients[0].GetProperty("header");
        StrictJson.RequireMembers(header, "alg", "kid");
        StrictJson.RequireText(header, "alg", Algorithm);
        KeyId = StrictJson.Text(header, "kid");
        StrictJson.Require(IsKeyId(KeyId));

        var protectedHeader = StrictJson.Base64UrlBytes(envelope, "protected", 1, MaximumSize);
        (Case, Item) = StrictJson.Read(protectedHeader, ReadProtectedHeader);
    }

    /// <summary>The id with version of the key-encryption key.</summary>
    public string KeyId { get; }

    /// <summary>The id of the case.</summary>
    public string Case { get; }

    /// <summary>The id of the item in that case.</summary>
    public string Item { get; }

    /// <summary>Checks an envelope's form as strictly as opening does, without unwrapping.</summary>
    /// <exception cref="OpenException">With <see cref="OpenFailure.Key"/>: it is not exactly of the form.</exception>
    public static KeyEnvelope Parse(ReadOnlyMemory<byte> keyEnvelope)
    {
        StrictJson.Require(keyEnvelope.Length <= MaximumSize);
        return StrictJson.Read(keyEnvelope, root => new KeyEnvelope(root));
    }

    /// <summary>The id of the key that an envelope says it is wrapped under; null when it is not of the form.</summary>
    public static string? FindKeyId(ReadOnlyMemory<byte> keyEnvelope)
    {
        try
        {
            return Parse(keyEnvelope).KeyId;
        }
        catch (OpenException)
        {
            return null;
        }
    }

    /// <summary>Unwraps an envelope for its description alone.</summary>
    /// <exception cref="OpenException">With <see cref="OpenFailure.Key"/>: the envelope is not of the form, is not that of the item
    /// granted, or does not unwrap. The key wrap's own exceptions pass through, but for <see cref="CryptographicException"/>.</exception>
    public static async Task<ItemDescription> DescribeAsync(
        ContentGrant grant, ReadOnlyMemory<byte> keyEnvelope, IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        using var content = await OpenAsync(grant, keyEnvelope, keyWrap, cancellationToken);
        return content.Description;
    }

    /// <summary>
    /// Makes a new envelope for a partner with exactly the members that a partner's has, from the home authority's own: one unwrap. The body
    /// is not touched.
    /// </summary>
    /// <param name="grant">What permits it.</param>
    /// <param name="partner">The id of the partner whose key <paramref name="partnerWrap"/> is.</param>
    /// <param name="item">The item.</param>
    /// <param name="keyEnvelope">Our envelope of the item.</param>
    /// <param name="recorded">What the ledger recorded of the body: the key must be the one committed to.</param>
    /// <param name="keyWrap">Unwraps ours.</param>
    /// <param name="partnerWrap">Wraps for the partner.</param>
    /// <param name="now">The instant at which the grant must hold.</param>
    /// <param name="cancellationToken">Leaves nothing.</param>
    /// <exception cref="OpenException">With <see cref="OpenFailure.Key"/>: the grant does not permit it, the envelope is not of the form, is another
    /// item's, does not unwrap, or holds another key than the ledger recorded.</exception>
    public static async Task<byte[]> WrapForPartnerAsync(
        DisclosureGrant grant,
        string partner,
        string item,
        ReadOnlyMemory<byte> keyEnvelope,
        SealedReference recorded,
        IKeyWrap keyWrap,
        IKeyWrap partnerWrap,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(keyWrap);
        ArgumentNullException.ThrowIfNull(partnerWrap);
        var envelope = Parse(keyEnvelope);
        StrictJson.Require(grant.Permits(envelope.Case, envelope.Item, partner, now) && envelope.Item == item);
        using var content = await envelope.UnwrapAsync(keyWrap, cancellationToken);
        StrictJson.Require(CryptographicOperations.FixedTimeEquals(content.Key.Commit(recorded.Header.Span), recorded.Commitment));
        return await KeyEnvelopeWriter.WriteAsync(envelope.Case, envelope.Item, content.Key, content.Description, partnerWrap, cancellationToken);
    }

    /// <summary>
    /// Makes a new envelope of ours from our own: one unwrap. The payload is the same, byte for byte, whatever members it has; the content
    /// encryption key and the nonce are new. What is returned was opened again with that key. Only unwrapping shows that the key wrap
    /// wrapped it well: <see cref="VerifyAsync"/>.
    /// </summary>
    /// <param name="grant">What permits it.</param>
    /// <param name="keyEnvelope">Our envelope of the item.</param>
    /// <param name="recorded">What the ledger recorded of the body: the key must be the one committed to.</param>
    /// <param name="keyWrap">Unwraps the one, and wraps the other under the key in use for wrapping.</param>
    /// <param name="cancellationToken">Leaves nothing.</param>
    /// <exception cref="OpenException">With <see cref="OpenFailure.Key"/>: the envelope is not of the form, is not that of the item granted,
    /// does not unwrap, or holds another key than the ledger recorded.</exception>
    public static async Task<byte[]> RewrapAsync(
        RotationGrant grant, ReadOnlyMemory<byte> keyEnvelope, SealedReference recorded, IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        var envelope = ParseFor(grant, keyEnvelope, recorded, keyWrap);
        var payload = await envelope.UnwrapPayloadAsync(keyWrap, cancellationToken);
        try
        {
            envelope.ReadContent(payload, recorded).Dispose();
            return await KeyEnvelopeWriter.WriteAsync(envelope.Case, envelope.Item, payload, keyWrap, cancellationToken);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(payload);
        }
    }

    /// <summary>Unwraps an envelope of ours and checks that it holds the key that the ledger recorded. Nothing of it is handed out.</summary>
    /// <exception cref="OpenException">As <see cref="RewrapAsync"/>.</exception>
    public static async Task VerifyAsync(
        RotationGrant grant, ReadOnlyMemory<byte> keyEnvelope, SealedReference recorded, IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        var envelope = ParseFor(grant, keyEnvelope, recorded, keyWrap);
        var payload = await envelope.UnwrapPayloadAsync(keyWrap, cancellationToken);
        try
        {
            envelope.ReadContent(payload, recorded).Dispose();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(payload);
        }
    }

    internal static async Task<KeyEnvelopeContent> OpenAsync(
        ContentGrant grant, ReadOnlyMemory<byte> keyEnvelope, IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(keyWrap);
        var envelope = Parse(keyEnvelope);
        StrictJson.Require(envelope.Case == grant.Case && envelope.Item == grant.Item);
        return await envelope.UnwrapAsync(keyWrap, cancellationToken);
    }

    private static KeyEnvelope ParseFor(RotationGrant grant, ReadOnlyMemory<byte> keyEnvelope, SealedReference recorded, IKeyWrap keyWrap)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(keyWrap);
        var envelope = Parse(keyEnvelope);
        StrictJson.Require(envelope.Case == grant.Case && envelope.Item == grant.Item);
        return envelope;
    }

    internal static bool IsKeyId(string keyId) =>
        keyId.Length is > 0 and <= MaximumKeyIdLength && !keyId.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static (string Case, string Item) ReadProtectedHeader(JsonElement header)
    {
        StrictJson.RequireMembers(header, "enc", "typ", "case", "item");
        StrictJson.RequireText(header, "enc", Encryption);
        StrictJson.RequireText(header, "typ", MediaType);
        var (@case, item) = (StrictJson.Text(header, "case"), StrictJson.Text(header, "item"));
        StrictJson.Require(AssociatedData.IsId(@case) && AssociatedData.IsId(item));
        return (@case, item);
    }

    internal async Task<KeyEnvelopeContent> UnwrapAsync(IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        var payload = await UnwrapPayloadAsync(keyWrap, cancellationToken);
        try
        {
            return ReadContent(payload);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(payload);
        }
    }

    /// <summary>The payload as it was written, in memory that the collector does not move. The caller zeroes it.</summary>
    private async Task<byte[]> UnwrapPayloadAsync(IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        byte[]? contentEncryptionKey = null;
        try
        {
            contentEncryptionKey = await keyWrap.UnwrapAsync(KeyId, _wrappedKey, cancellationToken);
            StrictJson.Require(contentEncryptionKey.Length == ContentKey.Size);
            return Decrypt(contentEncryptionKey);
        }
        catch (CryptographicException exception)
        {
            throw new OpenException(OpenFailure.Key, exception);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(contentEncryptionKey);
        }
    }

    /// <summary>As <see cref="UnwrapPayloadAsync"/>, for whoever has the content encryption key.</summary>
    /// <exception cref="CryptographicException">It is another key.</exception>
    internal byte[] Decrypt(ReadOnlySpan<byte> contentEncryptionKey)
    {
        var payload = GC.AllocateArray<byte>(_ciphertext.Length, pinned: true);
        using var aes = new AesGcm(contentEncryptionKey, TagSize);
        aes.Decrypt(_nonce, _ciphertext, _tag, payload, _protected);
        return payload;
    }

    private KeyEnvelopeContent ReadContent(ReadOnlyMemory<byte> payload) => KeyEnvelopeContent.Read(payload, AssociatedData.Text(Case, Item));

    private KeyEnvelopeContent ReadContent(ReadOnlyMemory<byte> payload, SealedReference recorded)
    {
        var content = ReadContent(payload);
        if (CryptographicOperations.FixedTimeEquals(content.Key.Commit(recorded.Header.Span), recorded.Commitment))
            return content;
        content.Dispose();
        throw new OpenException(OpenFailure.Key);
    }
}
