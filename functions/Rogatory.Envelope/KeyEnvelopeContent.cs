using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Rogatory.Envelope;

/// <summary>
/// What a key envelope holds: a JWK (RFC 7517) of type <c>oct</c> with the main key, and what is said of the plaintext. The vault's holds the
/// secret of the item's block trees too. Owns the keys.
/// </summary>
internal sealed class KeyEnvelopeContent(ContentKey key, ContentKey? blockSecret, ItemDescription description) : IDisposable
{
    private const string BlockSecretMember = "blockSecret";

    public ContentKey Key => key;

    /// <summary>None in a partner's envelope, and in one of ours from before there were any.</summary>
    public ContentKey? BlockSecret => blockSecret;

    public ItemDescription Description => description;

    /// <exception cref="OpenException">It is not exactly of the form, or is not for this associated data.</exception>
    public static KeyEnvelopeContent Read(ReadOnlyMemory<byte> json, string associatedData) => StrictJson.Read(json, jwk =>
    {
        var holdsSecret = jwk.ValueKind == JsonValueKind.Object && jwk.TryGetProperty(BlockSecretMember, out _);
        StrictJson.RequireMembers(jwk, ["kty", "k", "name", "type", "size", "sha256", "aad", .. holdsSecret ? [BlockSecretMember] : Array.Empty<string>()]);
        StrictJson.RequireText(jwk, "kty", "oct");
        StrictJson.RequireText(jwk, "aad", associatedData);
        var description = ReadDescription(jwk);
        var key = ReadKey(jwk, "k");
        try
        {
            return new KeyEnvelopeContent(key, holdsSecret ? ReadKey(jwk, BlockSecretMember) : null, description);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    });

    public static void Write(Utf8JsonWriter writer, ContentKey key, ContentKey? blockSecret, ItemDescription description, string associatedData)
    {
        writer.WriteStartObject();
        writer.WriteString("kty", "oct");
        WriteKey(writer, "k", key);
        writer.WriteString("name", description.Name);
        writer.WriteString("type", description.Type);
        writer.WriteNumber("size", description.Size);
        writer.WriteString("sha256", Convert.ToHexStringLower(description.Sha256));
        writer.WriteString("aad", associatedData);
        if (blockSecret is not null)
            WriteKey(writer, BlockSecretMember, blockSecret);
        writer.WriteEndObject();
    }

    public void Dispose()
    {
        key.Dispose();
        blockSecret?.Dispose();
    }

    private static ContentKey ReadKey(JsonElement jwk, string name)
    {
        Span<byte> key = stackalloc byte[ContentKey.Size];
        try
        {
            Base64Url.DecodeFromUtf8(StrictJson.Base64UrlText(jwk, name, ContentKey.Size, ContentKey.Size), key);
            return ContentKey.Copy(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static void WriteKey(Utf8JsonWriter writer, string name, ContentKey key)
    {
        Span<byte> text = stackalloc byte[Base64Url.GetEncodedLength(ContentKey.Size)];
        Base64Url.EncodeToUtf8(key.Bytes, text);
        writer.WriteString(name, text);
        CryptographicOperations.ZeroMemory(text);
    }

    private static ItemDescription ReadDescription(JsonElement jwk)
    {
        var size = jwk.GetProperty("size");
        var length = 0L;
        StrictJson.Require(size.ValueKind == JsonValueKind.Number && size.TryGetInt64(out length));
        var sha256 = StrictJson.Text(jwk, "sha256");
        StrictJson.Require(sha256.Length == 2 * SHA256.HashSizeInBytes && !sha256.AsSpan().ContainsAnyInRange('A', 'F'));
        try
        {
            return new ItemDescription(StrictJson.Text(jwk, "name"), StrictJson.Text(jwk, "type"), length, Convert.FromHexString(sha256));
        }
        catch (ArgumentException)
        {
            throw new OpenException(OpenFailure.Key);
        }
    }
}
