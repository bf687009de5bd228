using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Rogatory.Core.Access.Signatures;

/// <summary>The SHA-256 of a message's content, as the <c>Content-Digest</c> field declares it (RFC 9530 section 2).</summary>
/// <remarks>Two are equal when their bytes are; the comparison takes the same time wherever they differ.</remarks>
public sealed class ContentDigest : IEquatable<ContentDigest>
{
    /// <summary>The longest field value that is read; a longer one is refused as malformed.</summary>
    public const int MostCharacters = 1024;

    private const string Algorithm = "sha-256";
    private const int MostAlgorithms = 8;
    private readonly byte[] _sha256;

    private ContentDigest(byte[] sha256) => _sha256 = sha256;

    /// <summary>The digest in lower-case hex, as a request declares an item's.</summary>
    public string Hex => Convert.ToHexStringLower(_sha256);

    /// <summary>The digest of content held in memory.</summary>
    public static ContentDigest Of(ReadOnlySpan<byte> content) => new(SHA256.HashData(content));

    /// <summary>The digest given as the 32 bytes of a SHA-256.</summary>
    /// <exception cref="ArgumentException">It is not 32 bytes.</exception>
    public static ContentDigest FromSha256(ReadOnlySpan<byte> sha256) =>
        sha256.Length == SHA256.HashSizeInBytes
            ? new(sha256.ToArray())
            : throw new ArgumentException("A SHA-256 is 32 bytes.", nameof(sha256));

    /// <summary>Reads a <c>Content-Digest</c> field value. Digests by other algorithms are ignored; <c>sha-256</c> must be there.</summary>
    /// <returns>False when the value is not a dictionary of byte sequences, is over the limits, or has no 32-byte <c>sha-256</c>.</returns>
    public static bool TryParse(string? field, [NotNullWhen(true)] out ContentDigest? digest)
    {
        digest = null;
        if (field is null || field.Length > MostCharacters) return false;
        if (!StructuredFieldReader.TryReadDictionary(field, MostAlgorithms, out var members)) return false;
        foreach (var (algorithm, item) in members)
        {
            if (item.Value is not byte[] bytes) return false;
            if (algorithm != Algorithm) continue;
            if (bytes.Length != SHA256.HashSizeInBytes) return false;
            digest = new ContentDigest(bytes);
        }

        return digest is not null;
    }

    /// <summary>The field value: <c>sha-256=:</c>base64<c>:</c>.</summary>
    public override string ToString() => $"{Algorithm}={StructuredFieldWriter.WriteBytes(_sha256)}";

    /// <summary>Whether the 32 bytes are this digest.</summary>
    public bool IsSha256(ReadOnlySpan<byte> sha256) => CryptographicOperations.FixedTimeEquals(_sha256, sha256);

    /// <inheritdoc/>
    public bool Equals(ContentDigest? other) => other is not null && IsSha256(other._sha256);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ContentDigest);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(_sha256);
}
