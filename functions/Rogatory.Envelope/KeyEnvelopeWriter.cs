using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rogatory.Envelope;

/// <summary>Makes key envelopes, each with a content encryption key of its own.</summary>
internal static class KeyEnvelopeWriter
{
    // Over twice what every member at its longest takes, each character escaped.
    private const int ContentCapacity = 16 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An envelope with exactly the members that a partner's has.</summary>
    public static Task<byte[]> WriteAsync(
        string @case, string item, ContentKey key, ItemDescription description, IKeyWrap keyWrap, CancellationToken cancellationToken) =>
        WriteAsync(@case, item, key, blockSecret: null, description, keyWrap, cancellationToken);

    /// <summary>An envelope of the vault's, with a fresh secret for block trees.</summary>
    public static async Task<byte[]> WriteForVaultAsync(
        string @case, string item, ContentKey key, ItemDescription description, IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        using var blockSecret = ContentKey.Generate();
        return await WriteAsync(@case, item, key, blockSecret, description, keyWrap, cancellationToken);
    }

    private static async Task<byte[]> WriteAsync(
        string @case,
        string item,
        ContentKey key,
        ContentKey? blockSecret,
        ItemDescription description,
        IKeyWrap keyWrap,
        CancellationToken cancellationToken)
    {
        using var content = new PinnedBuffer(ContentCapacity);
        using (var writer = new Utf8JsonWriter(content, Options))
            KeyEnvelopeContent.Write(writer, key, blockSecret, description, AssociatedData.Text(@case, item));
        return await WriteAsync(@case, item, content.Written, keyWrap, cancellationToken);
    }

    /// <summary>An envelope with a payload that is written already, whatever members it has.</summary>
    public static async Task<byte[]> WriteAsync(
        string @case, string item, ReadOnlyMemory<byte> payload, IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        var contentEncryptionKey = GC.AllocateArray<byte>(ContentKey.Size, pinned: true);
        try
        {
            RandomNumberGenerator.Fill(contentEncryptionKey);
            var protectedHeader = Base64Url.EncodeToUtf8(ProtectedHeader(@case, item));
            var nonce = RandomNumberGenerator.GetBytes(KeyEnvelope.NonceSize);
            var ciphertext = new byte[payload.Length];
            var tag = new byte[KeyEnvelope.TagSize];
            using (var aes = new AesGcm(contentEncryptionKey, KeyEnvelope.TagSize))
                aes.Encrypt(nonce, payload.Span, ciphertext, tag, protectedHeader);

            var wrapped = await keyWrap.WrapAsync(contentEncryptionKey, cancellationToken);
            var envelope = Envelope(protectedHeader, wrapped, nonce, ciphertext, tag);
            RequireHolds(envelope, contentEncryptionKey, payload.Span);
            return envelope;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(contentEncryptionKey);
        }
    }

    // What could not be read back must never be the only way to an item.
    private static void RequireHolds(byte[] envelope, ReadOnlySpan<byte> contentEncryptionKey, ReadOnlySpan<byte> payload)
    {
        var read = KeyEnvelope.Parse(envelope).Decrypt(contentEncryptionKey);
        var isSame = CryptographicOperations.FixedTimeEquals(read, payload);
        CryptographicOperations.ZeroMemory(read);
        StrictJson.Require(isSame);
    }

    private static byte[] ProtectedHeader(string @case, string item) => Json(writer =>
    {
        writer.WriteString("enc", KeyEnvelope.Encryption);
        writer.WriteString("typ", KeyEnvelope.MediaType);
        writer.WriteString("case", @case);
        writer.WriteString("item", item);
    });

    private static byte[] Envelope(byte[] protectedHeader, WrappedKey wrapped, byte[] nonce, byte[] ciphertext, byte[] tag) => Json(writer =>
    {
        writer.WriteString("protected", protectedHeader);
        writer.WriteStartArray("recipients");
        writer.WriteStartObject();
        writer.WriteStartObject("header");
        writer.WriteString("alg", KeyEnvelope.Algorithm);
        writer.WriteString("kid", wrapped.KeyId);
        writer.WriteEndObject();
        writer.WriteString("encrypted_key", Base64Url.EncodeToUtf8(wrapped.Bytes));
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("iv", Base64Url.EncodeToUtf8(nonce));
        writer.WriteString("ciphertext", Base64Url.EncodeToUtf8(ciphertext));
        writer.WriteString("tag", Base64Url.EncodeToUtf8(tag));
    });

    private static byte[] Json(Action<Utf8JsonWriter> writeMembers)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return json.ToArray();
    }
}
