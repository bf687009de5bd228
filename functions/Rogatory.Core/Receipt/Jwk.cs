using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Core.Receipt;

/// <summary>A public key as a JSON Web Key (RFC 7517): <see cref="EcJwk"/> verifies, <see cref="RsaJwk"/> is sealed to.</summary>
/// <remarks>Reading is strict in what makes the key (canonical base64url, known curve or size, no private member) and ignores members it
/// has no use for, as RFC 7517 section 4 asks. <c>use</c> and <c>alg</c>, if there, must be the ones our formats use.</remarks>
public abstract class Jwk
{
    /// <summary>The longest JSON that is read as one key, in characters.</summary>
    public const int MostCharacters = 8192;

    private const int MostKeyIdCharacters = 256;
    private static readonly string[] PrivateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    private protected Jwk(string? keyId, string requiredMembers)
    {
        Thumbprint = System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(requiredMembers)));
        KeyId = keyId ?? Thumbprint;
        if (KeyId.Length is 0 or > MostKeyIdCharacters || KeyId.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new FormatException("A key id is 1 to 256 printable ASCII characters.");
    }

    /// <summary>The key's id, <c>kid</c>: as given, else the thumbprint.</summary>
    public string KeyId { get; }

    /// <summary>The SHA-256 thumbprint of RFC 7638, base64url.</summary>
    public string Thumbprint { get; }

    /// <summary>Reads one public key, of either kind.</summary>
    /// <exception cref="FormatException">It is not JSON, not a key of ours, or holds a private member.</exception>
    public static Jwk Parse(string json)
    {
        if (json.Length > MostCharacters) throw new FormatException("The key is longer than 8,192 characters.");
        using var document = ParseDocument(json);
        return Parse(document.RootElement);
    }

    /// <summary>Reads one public key, of either kind, from JSON parsed without duplicate members.</summary>
    /// <exception cref="FormatException">It is not a key of ours, or holds a private member.</exception>
    public static Jwk Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new FormatException("A key is a JSON object.");
        if (Array.Exists(PrivateMembers, name => json.TryGetProperty(name, out _)))
            throw new FormatException("A public key is wanted; this one holds a private or secret member.");
        return Text(json, "kty") switch
        {
            "EC" => EcJwk.Read(json),
            "RSA" => RsaJwk.Read(json),
            _ => throw new FormatException("The key type must be EC or RSA."),
        };
    }

    /// <summary>The key with <c>kid</c>, <c>use</c> and <c>alg</c>, ready to publish.</summary>
    public abstract JsonObject ToJson();

    private protected static string? Text(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) ? null
        : JsonText.Read(value) ?? throw new FormatException($"The member '{name}' must be a string.");

    private protected static byte[] Bytes(JsonElement json, string name) =>
        StrictBase64Url.TryDecode(Text(json, name)) ?? throw new FormatException($"The member '{name}' must be base64url without padding.");

    private protected static void Expect(JsonElement json, string name, string value)
    {
        if (Text(json, name) is { } found && found != value)
            throw new FormatException($"The member '{name}' must be '{value}' for this kind of key.");
    }

    internal static JsonDocument ParseDocument(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is what the parser throws for names that are no Unicode.
            throw new FormatException("The key is not JSON with each member once.", fault);
        }
    }
}
