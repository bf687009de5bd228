using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// How far a check of a body came: the plaintext bytes checked, the state of their digest, and the root's subtrees. Kept only encrypted
/// under a key derived from the item's own, because a digest of plaintext is sensitive.
/// </summary>
/// <param name="Offset">Plaintext bytes checked, a multiple of <see cref="ResumableSha256.BlockSize"/>.</param>
/// <param name="Digest">The state of the digest over them, 32 bytes.</param>
/// <param name="Root">The state of the root over the pieces read, see <see cref="SealedRoot.State"/>.</param>
internal sealed record CheckProgress(long Offset, byte[] Digest, byte[] Root)
{
    private const int NonceSize = 12;
    private const int RootAt = sizeof(long) + ResumableSha256.StateSize;

    /// <summary>nonce 12 || AES-256-GCM ciphertext || tag 16; bound to the body by its header and size.</summary>
    public byte[] Seal(ContentKey key, SealedReference body)
    {
        var content = new byte[RootAt + Root.Length];
        BinaryPrimitives.WriteInt64BigEndian(content, Offset);
        Digest.CopyTo(content, sizeof(long));
        Root.CopyTo(content, RootAt);
        var sealedBytes = new byte[NonceSize + content.Length + SealedBody.TagSize];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceSize));
        using var aes = Cipher(key);
        aes.Encrypt(
            sealedBytes.AsSpan(0, NonceSize), content, sealedBytes.AsSpan(NonceSize, content.Length), sealedBytes.AsSpan(NonceSize + content.Length), Binding(body));
        return sealedBytes;
    }

    /// <summary>Null for what was not kept for this very body: the check then begins again.</summary>
    public static CheckProgress? TryOpen(ReadOnlySpan<byte> sealedBytes, ContentKey key, SealedReference body)
    {
        var length = sealedBytes.Length - NonceSize - SealedBody.TagSize;
        if (length < RootAt)
            return null;
        var content = new byte[length];
        using var aes = Cipher(key);
        try
        {
            aes.Decrypt(sealedBytes[..NonceSize], sealedBytes[NonceSize..^SealedBody.TagSize], sealedBytes[^SealedBody.TagSize..], content, Binding(body));
        }
        catch (CryptographicException)
        {
            return null;
        }

        return new CheckProgress(BinaryPrimitives.ReadInt64BigEndian(content), content[sizeof(long)..RootAt], content[RootAt..]);
    }

    private static AesGcm Cipher(ContentKey key)
    {
        Span<byte> derived = stackalloc byte[ContentKey.Size];
        try
        {
            key.Derive("rogatory/v1/check"u8, derived);
            return new AesGcm(derived, SealedBody.TagSize);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(derived);
        }
    }

    private static byte[] Binding(SealedReference body)
    {
        var binding = new byte[SealedBody.HeaderSize + sizeof(long)];
        body.Header.Span.CopyTo(binding);
        BinaryPrimitives.WriteInt64BigEndian(binding.AsSpan(SealedBody.HeaderSize), body.Size);
        return binding;
    }
}
