using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Rogatory.Envelope;

/// <summary>
/// What a key envelope holds: a JWK (RFC 7517) of type <c>oct</c> with the main key, and what is said of the plaintext. Owns the key.
/// </summary>
internal sealed class KeyEnvelopeContent(ContentKey key, ItemDescription description) : IDisposable
{
    public ContentKey Key => key;

    public ItemDescription Description => description;

    /// <exception cref="OpenException">It is not exactly of the form, or is not for this associated data.</exception>
    public static KeyEnvelopeContent Read(ReadOnlyMemory<byte> json, string associatedData) => StrictJson.Read(json, jwk =>
    {
        StrictJson.RequireMembers(jwk, "kty", "k", "name", "type", "size", "sha256", "aad");
        StrictJson.RequireText(jwk, "kty", "oct");
        StrictJson.RequireText(jwk, "aad", associatedData);
        var description = ReadDescription(jwk);
        Span<byte> key = stackalloc byte[ContentKey.Size];
        try
        {
            Base64Url.DecodeFromUtf8(StrictJson.Base64UrlText(jwk, "k", ContentKey.Size, ContentKey.Size), key);
            return new KeyEnvelopeContent(ContentKey.Copy(key), description);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    });

    public static void Write(Utf8JsonWriter writer, ContentKey key, ItemDescription description, string associatedData)
    {
        Span<byte> text = stackalloc byte[Base64Url.GetEncodedLength(ContentKey.Size)];
        Base64Url.EncodeToUtf8(key.Bytes, text);
        writer.WriteStartObject();
        writer.WriteString("kty", "oct");
        writer.WriteString("k", text);
        writer.WriteString("name", description.Name);
        writer.WriteString("type", description.Type);
        writer.WriteNumber("size", description.Size);
        writer.WriteString("sha256", Convert.ToHexStringLower(description.Sha256));
        writer.WriteString("aad", associatedData);
        writer.WriteEndObject();
        CryptographicOperations.ZeroMemory(text);
    }

    public void Dispose() => key.Dispose();

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
