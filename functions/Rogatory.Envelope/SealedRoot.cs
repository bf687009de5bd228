using System.Numerics;
using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// The root of the RFC 9162 section 2.1.1 Merkle tree over the pieces of a sealed body as stored, in order: every piece but the last has
/// <see cref="SealedBody.SegmentSize"/> bytes, the first begins with the header. Needs no key. Keeps one digest for each level of the tree.
/// </summary>
public sealed class SealedRoot
{
    private readonly Stack<byte[]> _subtrees = new();
    private long _count;

    /// <summary>The leaf hash of a piece: SHA-256 of 0x00 and the piece.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> piece)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0x00]);
        hash.AppendData(piece);
        return hash.GetHashAndReset();
    }

    /// <summary>Adds the next piece.</summary>
    public void Add(ReadOnlySpan<byte> piece) => AddLeaf(Leaf(piece));

    /// <summary>Adds the next piece by its leaf hash.</summary>
    /// <exception cref="ArgumentException">The hash is not 32 bytes.</exception>
    public void AddLeaf(ReadOnlySpan<byte> leafHash)
    {
        if (leafHash.Length != SHA256.HashSizeInBytes)
            throw new ArgumentException("A leaf hash has 32 bytes.", nameof(leafHash));
        var subtree = leafHash.ToArray();

        // Adding leaf number n completes as many subtrees as n has trailing one bits.
        for (var completed = BitOperations.TrailingZeroCount(~_count); completed > 0; completed--)
            subtree = Node(_subtrees.Pop(), subtree);
        _subtrees.Push(subtree);
        _count++;
    }

    /// <summary>The root over what was added so far, 32 bytes; over nothing it is the SHA-256 of nothing. More may be added afterwards.</summary>
    public byte[] Root()
    {
        byte[]? root = null;
        foreach (var subtree in _subtrees)
            root = root is null ? subtree : Node(subtree, root);
        return root is null ? SHA256.HashData([]) : [.. root];
    }

    private static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * SHA256.HashSizeInBytes)];
        input[0] = 0x01;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + SHA256.HashSizeInBytes)..]);
        return SHA256.HashData(input);
    }
}
