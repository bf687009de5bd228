using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// AES-256-GCM over single segments with the nonce of the format: prefix 7, segment index 4 big-endian, 0x01 for the last segment else
/// 0x00. For one thread at a time.
/// </summary>
internal sealed class SegmentCipher : IDisposable
{
    private const int NonceSize = 12;

    private readonly AesGcm _aes;
    private readonly byte[] _nonce = new byte[NonceSize];

    public SegmentCipher(ReadOnlySpan<byte> derivedKey, ReadOnlySpan<byte> noncePrefix)
    {
        _aes = new AesGcm(derivedKey, SealedBody.TagSize);
        noncePrefix.CopyTo(_nonce);
    }

    /// <summary>Encrypts into a segment that is a tag longer than the plaintext; the plaintext may stand at the segment's beginning.</summary>
    public void Seal(long index, bool last, ReadOnlySpan<byte> plaintext, Span<byte> segment)
    {
        SetNonce(index, last);
        _aes.Encrypt(_nonce, plaintext, segment[..^SealedBody.TagSize], segment[^SealedBody.TagSize..]);
    }

    /// <summary>Decrypts a segment in place. False, and nothing of the segment left, where the tag does not verify.</summary>
    public bool TryOpen(long index, bool last, Span<byte> segment)
    {
        SetNonce(index, last);
        var content = segment[..^SealedBody.TagSize];
        try
        {
            _aes.Decrypt(_nonce, content, segment[^SealedBody.TagSize..], content);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            CryptographicOperations.ZeroMemory(segment);
            return false;
        }
    }

    public void Dispose() => _aes.Dispose();

    private void SetNonce(long index, bool last)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_nonce.AsSpan(SealedHeader.NoncePrefixSize), checked((uint)index));
        _nonce[^1] = last ? (byte)1 : (byte)0;
    }
}
