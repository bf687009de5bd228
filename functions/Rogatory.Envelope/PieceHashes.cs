using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>Takes the leaf hash of every piece on its way from storage to who opens it, and adds them to the root in order.</summary>
internal sealed class PieceHashes(ISealedSource body, SegmentLayout layout, SealedRoot root) : ISealedSource
{
    private readonly ConcurrentDictionary<long, byte[]> _read = new();

    public long Length => body.Length;

    public async ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
    {
        await body.ReadAsync(offset, destination, cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var leaf = new byte[SHA256.HashSizeInBytes];
        SealedRoot.HashLeaf(destination.Span, hash, leaf);
        _read[offset / layout.SegmentSize] = leaf;
    }

    /// <summary>Adds what was read and follows what the root has. A piece that is read again, for two stretches meet in it, counts once.</summary>
    public void Collect()
    {
        while (_read.TryRemove(root.Count, out var leaf))
            root.AddLeaf(leaf);
        _read.Clear();
    }
}
