using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// The root of the RFC 9162 section 2.1.1 Merkle tree over the pieces of a sealed body as stored, in order: every piece but the last has
/// <see cref="SealedBody.SegmentSize"/> bytes, the first begins with the header. Needs no key. Keeps one digest for each level of the tree.
/// </summary>
public sealed class SealedRoot
{
    private const int HashSize = SHA256.HashSizeInBytes;

    // The roots of the complete subtrees so far, the largest first: one for each one bit of the count.
    private readonly byte[] _subtrees = new byte[64 * HashSize];
    private int _depth;
    private long _count;

    /// <summary>How many pieces were added.</summary>
    internal long Count => _count;

    /// <summary>Takes up what <see cref="State"/> gave.</summary>
    internal static SealedRoot Restore(ReadOnlySpan<byte> state)
    {
        var root = new SealedRoot { _count = BinaryPrimitives.ReadInt64BigEndian(state), _depth = (state.Length - sizeof(long)) / HashSize };
        state[sizeof(long)..].CopyTo(root._subtrees);
        return root;
    }

    /// <summary>The count (8 bytes, big endian) and the roots of the complete subtrees: all that it takes to go on adding.</summary>
    internal byte[] State()
    {
        var state = new byte[sizeof(long) + (_depth * HashSize)];
        BinaryPrimitives.WriteInt64BigEndian(state, _count);
        _subtrees.AsSpan(0, _depth * HashSize).CopyTo(state.AsSpan(sizeof(long)));
        return state;
    }

    /// <summary>Adds the next piece.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> leaf = stackalloc byte[HashSize];
        HashLeaf(piece, hash, leaf);
        AddLeaf(leaf);
    }

    /// <summary>Adds the next piece by its leaf hash, SHA-256 of 0x00 and the piece.</summary>
    /// <exception cref="ArgumentException">The hash is not 32 bytes.</exception>
    public void AddLeaf(ReadOnlySpan<byte> leafHash)
    {
        if (leafHash.Length != HashSize)
            throw new ArgumentException("A leaf hash has 32 bytes.", nameof(leafHash));
        leafHash.CopyTo(Subtree(_depth++));

        // Leaf number n (from 0) completes as many subtrees as n has trailing one bits.
        for (var completed = BitOperations.TrailingZeroCount(~_count); completed > 0; completed--)
        {
            _depth--;
            HashNode(Subtree(_depth - 1), Subtree(_depth), Subtree(_depth - 1));
        }

        _count++;
    }

    /// <summary>The root over what was added so far, 32 bytes; over nothing it is the SHA-256 of nothing. More may be added afterwards.</summary>
    public byte[] Root()
    {
        if (_depth == 0)
            return SHA256.HashData([]);
        var root = Subtree(_depth - 1).ToArray();
        for (var level = _depth - 2; level >= 0; level--)
            HashNode(Subtree(level), root, root);
        return root;
    }

    internal static void HashLeaf(ReadOnlySpan<byte> piece, IncrementalHash hash, Span<byte> leaf)
    {
        hash.AppendData([0x00]);
        hash.AppendData(piece);
        hash.GetHashAndReset(leaf);
    }

    private static void HashNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> node)
    {
        Span<byte> input = stackalloc byte[1 + (2 * HashSize)];
        input[0] = 0x01;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + HashSize)..]);
        SHA256.HashData(input, node);
    }

    private Span<byte> Subtree(int level) => _subtrees.AsSpan(level * HashSize, HashSize);
}
