using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>An item's main key, or the secret of its block trees: 32 bytes in memory that the collector does not move; zeroed when disposed of.</summary>
internal sealed class ContentKey : IDisposable
{
    public const int Size = 32;

    private readonly byte[] _bytes = GC.AllocateArray<byte>(Size, pinned: true);
    private bool _disposed;

    private ContentKey()
    {
    }

    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _bytes;
        }
    }

    public static ContentKey Generate()
    {
        var key = new ContentKey();
        RandomNumberGenerator.Fill(key._bytes);
        return key;
    }

    public static ContentKey Copy(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Size);
        var key = new ContentKey();
        bytes.CopyTo(key._bytes);
        return key;
    }

    /// <summary>SHA-256 of <c>rogatory/v1/commit</c>, the main key and the header. AES-GCM alone does not bind a ciphertext to one key.</summary>
    public byte[] Commit(ReadOnlySpan<byte> header)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("rogatory/v1/commit"u8);
        hash.AppendData(Bytes);
        hash.AppendData(header);
        return hash.GetHashAndReset();
    }

    /// <summary>Fills 32 bytes with a key for another purpose: HKDF-SHA256 (RFC 5869) without a salt, the purpose as info.</summary>
    public void Derive(ReadOnlySpan<byte> purpose, Span<byte> derived) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Bytes, derived, salt: [], purpose);

    /// <summary>The AES-256-GCM key of a body: HKDF-SHA256 (RFC 5869) with the header's salt and the associated data as info.</summary>
    public SegmentCipher DeriveCipher(ReadOnlySpan<byte> header, ReadOnlySpan<byte> associatedData)
    {
        Span<byte> derived = stackalloc byte[Size];
        try
        {
            HKDF.DeriveKey(HashAlgorithmName.SHA256, Bytes, derived, SealedHeader.Salt(header), associatedData);
            return new SegmentCipher(derived, SealedHeader.NoncePrefix(header));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(derived);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_bytes);
    }
}
