using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Ledger;

namespace Rogatory.Core.Receipt;

/// <summary>Signed statements: JWS compact serialisation (RFC 7515 section 3.1) with ES256.</summary>
/// <remarks>The header has exactly <c>alg</c>, <c>kid</c> and <c>typ</c>. The payload is a JSON object, which we write canonically
/// (RFC 8785), and says in <c>at</c> when it was signed, in UTC with milliseconds.</remarks>
public static class Statement
{
    /// <summary>The longest statement that is read, in characters.</summary>
    public const int MostCharacters = 4 * 1024 * 1024;

    private const int SignatureBytes = 64;
    private const int MostKeyIdCharacters = 256;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>A time as statements and ledgers write it: UTC, cut to milliseconds, with <c>Z</c>.</summary>
    public static string FormatTime(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Signs a payload.</summary>
    /// <param name="type">The kind, <c>typ</c>, such as <c>rogatory-receipt+jws</c>.</param>
    /// <param name="payload">With a member <c>at</c>.</param>
    /// <param name="signer">Holds the key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The payload has no <c>at</c> of the right form.</exception>
    /// <exception cref="CanonicalJsonException">The payload has no canonical form.</exception>
    /// <exception cref="CryptographicException">The signer did not give a signature of 64 bytes.</exception>
    public static async Task<string> SignAsync(
        string type, JsonObject payload, IStatementSigner signer, CancellationToken cancellationToken)
    {
        if (ReadTime(payload["at"]) is null) throw new ArgumentException("A statement says at which time it was signed.", nameof(payload));
        var header = new JsonObject { ["alg"] = "ES256", ["kid"] = signer.KeyId, ["typ"] = signer.Space.TypeOf(type) };
        var input = $"{Encode(header)}.{Encode(payload)}";
        var signature = await signer.SignAsync(Encoding.ASCII.GetBytes(input), cancellationToken);
        if (signature.Length != SignatureBytes) throw new CryptographicException("An ES256 signature is 64 bytes, r and s.");
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Signs a payload as <see cref="SignAsync"/> does, for storage that never lets go of it: what nobody could verify is not handed out.</summary>
    /// <param name="type">The kind, <c>typ</c>.</param>
    /// <param name="payload">With a member <c>at</c>.</param>
    /// <param name="signer">Holds the key.</param>
    /// <param name="keys">The keys that it will be verified with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">By these keys it does not verify: by our clock the key does not sign yet, or no longer.</exception>
    public static async Task<string> SignToKeepAsync(
        string type, JsonObject payload, IStatementSigner signer, IReadOnlyList<VerificationKey> keys, CancellationToken cancellationToken)
    {
        string statement = await SignAsync(type, payload, signer, cancellationToken);
        try
        {
            Verify(statement, type, keys);
            return statement;
        }
        catch (InvalidStatementException notOurs)
        {
            throw new StorageUnavailableException("signing-key", notOurs);
        }
    }

    /// <summary>Verifies a statement and gives its payload.</summary>
    /// <param name="statement">The compact serialisation.</param>
    /// <param name="expectedType">The kind it must be: one kind never passes for another.</param>
    /// <param name="keys">The set to look the key up in.</param>
    /// <exception cref="InvalidStatementException">It does not verify; the reason says where it broke.</exception>
    public static JsonObject Verify(string statement, string expectedType, IReadOnlyList<VerificationKey> keys)
    {
        if (statement.Length > MostCharacters) throw new InvalidStatementException("form", "The statement is too long.");
        var parts = statement.Split('.', 4);
        if (parts.Length != 3) throw new InvalidStatementException("form", "A statement has three parts.");
        var (header, payload, signature) = (Decode(parts[0]), Decode(parts[1]), Decode(parts[2]));

        var (keyId, type) = ReadHeader(header);
        var key = keys.FirstOrDefault(candidate => candidate.Key.KeyId == keyId);
        Expect(type, (key?.Space ?? Case.Space.Real).TypeOf(expectedType));
        if (key is null) throw new InvalidStatementException("key-unknown", "The key set does not hold the key that is named.");
        using (var ecdsa = key.Key.Open())
        {
            var input = Encoding.ASCII.GetBytes(statement[..statement.LastIndexOf('.')]);
            if (signature.Length != SignatureBytes
                || !ecdsa.VerifyData(input, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
                throw new InvalidStatementException("signature", "The signature is not by the named key over these bytes.");
        }

        var members = ReadObject(payload, "payload");
        var at = ReadTime(members["at"])
            ?? throw new InvalidStatementException("payload", "The payload does not say at which time it was signed.");
        return key.IsValidAt(at)
            ? members
            : throw new InvalidStatementException("key-validity", "The key did not sign at the statement's time.");
    }

    /// <summary>The id of the key that a statement says to be signed with, so that the key can be looked up; nothing is verified.</summary>
    /// <exception cref="InvalidStatementException">It has not the form of a statement of that kind.</exception>
    public static string KeyIdOf(string statement, string expectedType)
    {
        if (statement.Length > MostCharacters) throw new InvalidStatementException("form", "The statement is too long.");
        var (keyId, type) = ReadHeader(Decode(statement.Split('.', 2)[0]));
        Expect(type, expectedType);
        return keyId;
    }

    /// <summary>The payload of a statement of which nothing is verified: for whoever only answers it.</summary>
    /// <exception cref="InvalidStatementException">It has not the form of a statement.</exception>
    public static JsonObject PayloadOf(string statement) =>
        statement.Split('.', 4) is [_, var payload, _] ? ReadObject(Decode(payload), "payload") : throw new InvalidStatementException("form", "A statement has three parts.");

    internal static DateTimeOffset? ReadTime(JsonNode? node) =>
        JsonText.Read(node) is { } text
        && DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    private static (string KeyId, string Type) ReadHeader(byte[] bytes)
    {
        var header = ReadObject(bytes, "header");
        if (header.Count != 3 || JsonText.Read(header["alg"]) != "ES256" || JsonText.Read(header["typ"]) is not { } type
            || JsonText.Read(header["kid"]) is not { Length: > 0 and <= MostKeyIdCharacters } keyId)
            throw new InvalidStatementException("header", "The header must be exactly alg ES256, a typ and a kid.");
        return (keyId, type);
    }

    private static void Expect(string type, string expected)
    {
        if (type != expected) throw new InvalidStatementException("header", $"The statement is not of typ {expected}.");
    }

    /// <summary>Reads a JSON object with each member once, or refuses with the reason.</summary>
    internal static JsonObject ReadObject(ReadOnlySpan<byte> utf8, string reason)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = CanonicalJson.MaximumDepth };
            return JsonNode.Parse(utf8, documentOptions: options) as JsonObject
                ?? throw new InvalidStatementException(reason, "A JSON object is wanted.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is what the parser throws for names that are no Unicode.
            throw new InvalidStatementException(reason, "It is not JSON with each member once.");
        }
    }

    private static string Encode(JsonObject members) => Base64Url.EncodeToString(CanonicalJson.Serialize(members));

    private static byte[] Decode(string part) =>
        StrictBase64Url.TryDecode(part) ?? throw new InvalidStatementException("form", "A part is not base64url without padding.");
}
