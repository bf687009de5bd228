using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// What a key envelope says of an item's plaintext: file name, media type, size in bytes and SHA-256. All of it is sensitive (a short
/// document can be guessed from its digest), so it is kept in key envelopes and nowhere else, and <see cref="ToString"/> shows none of it.
/// </summary>
/// <exception cref="ArgumentException">The name is empty, over 255 characters, has a control character or is not well-formed UTF-16; the
/// media type is empty, over 127 characters or not visible ASCII; the size is negative; or the digest is not 32 bytes.</exception>
public sealed record ItemDescription(string Name, string Type, long Size, byte[] Sha256)
{
    internal const int MaximumNameLength = 255;
    internal const int MaximumTypeLength = 127;

    /// <summary>The file name, as the sender gave it. It is a name to show, never a path to write to.</summary>
    public string Name { get; } = IsName(Name) ? Name : throw new ArgumentException("Not a name an item can have.", nameof(Name));

    /// <summary>The media type, as the sender gave it.</summary>
    public string Type { get; } = IsType(Type) ? Type : throw new ArgumentException("Not a media type.", nameof(Type));

    /// <summary>The plaintext's size in bytes.</summary>
    public long Size { get; } = Size >= 0 ? Size : throw new ArgumentException("A size is never negative.", nameof(Size));

    /// <summary>The plaintext's SHA-256, 32 bytes.</summary>
    public byte[] Sha256 { get; } = Sha256 is { Length: SHA256.HashSizeInBytes }
        ? Sha256
        : throw new ArgumentException("A SHA-256 digest has 32 bytes.", nameof(Sha256));

    /// <summary>Equal where every member is, the digest by its bytes.</summary>
    public bool Equals(ItemDescription? other) =>
        other is not null && Name == other.Name && Type == other.Type && Size == other.Size && Sha256.AsSpan().SequenceEqual(other.Sha256);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Type, Size);

    /// <summary>The type's name alone.</summary>
    public override string ToString() => nameof(ItemDescription);

    private static bool IsName(string name)
    {
        if (string.IsNullOrEmpty(name) || name.Length > MaximumNameLength)
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsControl(name[i]))
                return false;
            if (char.IsSurrogate(name[i]) && !(i + 1 < name.Length && char.IsSurrogatePair(name[i], name[++i])))
                return false;
        }

        return true;
    }

    private static bool IsType(string type) =>
        !string.IsNullOrEmpty(type) && type.Length <= MaximumTypeLength && !type.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
