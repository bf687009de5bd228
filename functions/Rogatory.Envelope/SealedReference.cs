using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>What the ledger recorded of a sealed body when it was sealed.</summary>
public sealed class SealedReference
{
    /// <summary>Takes the recorded values over.</summary>
    /// <exception cref="ArgumentException">The header is not 40 bytes, the commitment is not 32 bytes, or the size is negative.</exception>
    public SealedReference(ReadOnlyMemory<byte> header, byte[] commitment, long size)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        ArgumentOutOfRangeException.ThrowIfNotEqual(header.Length, SealedBody.HeaderSize, nameof(header));
        ArgumentOutOfRangeException.ThrowIfNotEqual(commitment.Length, SHA256.HashSizeInBytes, nameof(commitment));
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        Header = header;
        Commitment = commitment;
        Size = size;
    }

    /// <summary>The body's first 40 bytes.</summary>
    public ReadOnlyMemory<byte> Header { get; }

    /// <summary>SHA-256 of <c>rogatory/v1/commit</c>, main key and header: 32 bytes.</summary>
    public byte[] Commitment { get; }

    /// <summary>The size of the sealed body in bytes.</summary>
    public long Size { get; }
}
