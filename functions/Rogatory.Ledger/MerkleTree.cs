using System.Buffers;
using System.Numerics;
using System.Security.Cryptography;

namespace Rogatory.Ledger;

/// <summary>
/// The Merkle tree of RFC 9162 section 2.1 over SHA-256. Hashes are 32 bytes; sizes count leaves. What proves is checked to the
/// letter: a proof with a node too many, too few, or of another length proves nothing. A root does not name its size, so whoever
/// verifies takes sizes and roots together from what was signed.
/// </summary>
public static class MerkleTree
{
    /// <summary>The hash of a leaf: SHA-256(0x00 || input).</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> input)
    {
        var prefixed = ArrayPool<byte>.Shared.Rent(1 + input.Length);
        prefixed[0] = 0;
        input.CopyTo(prefixed.AsSpan(1));
        var hash = SHA256.HashData(prefixed.AsSpan(0, 1 + input.Length));
        ArrayPool<byte>.Shared.Return(prefixed);
        return hash;
    }

    /// <summary>The root over all leaves; SHA-256 of nothing when there are none.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leafHashes)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        return Root(leafHashes, leafHashes.Count);
    }

    /// <summary>The root over the first <paramref name="size"/> leaves: the root that the tree had when it was that long.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leafHashes, int size)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, leafHashes.Count);
        return size == 0 ? SHA256.HashData([]) : Subtree(leafHashes, 0, size);
    }

    /// <summary>The audit path of the leaf at <paramref name="index"/>, from the leaf upwards (2.1.3.1).</summary>
    public static IReadOnlyList<byte[]> InclusionProof(IReadOnlyList<byte[]> leafHashes, int index)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leafHashes.Count);

        var proof = new List<byte[]>();
        var (start, end) = (0, leafHashes.Count);
        while (end - start > 1)
        {
            var split = start + LargestPowerOfTwoBelow(end - start);
            var (low, high) = index < split ? (split, end) : (start, split);
            proof.Add(Subtree(leafHashes, low, high));
            (start, end) = index < split ? (start, split) : (split, end);
        }
        proof.Reverse();
        return proof;
    }

    /// <summary>True when the proof shows that the leaf stands at that index in the tree of that size and root (2.1.3.2).</summary>
    public static bool VerifyInclusion(byte[] leafHash, long index, long size, IReadOnlyList<byte[]> proof, byte[] root)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= size || !AreHashes(proof) || !IsHash(leafHash) || !IsHash(root))
            return false;

        var (node, last, hash) = (index, size - 1, leafHash);
        foreach (var sibling in proof)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = NodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = NodeHash(hash, sibling);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && CryptographicOperations.FixedTimeEquals(hash, root);
    }

    /// <summary>
    /// The proof that the tree over all leaves grew from the tree over the first <paramref name="oldSize"/> (2.1.4.1);
    /// empty when the two are the same. There is none from an empty tree.
    /// </summary>
    public static IReadOnlyList<byte[]> ConsistencyProof(IReadOnlyList<byte[]> leafHashes, int oldSize)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, leafHashes.Count);

        var proof = new List<byte[]>();
        var (start, end) = (0, leafHashes.Count);
        while (end != oldSize)
        {
            var split = start + LargestPowerOfTwoBelow(end - start);
            if (oldSize <= split)
            {
                proof.Add(Subtree(leafHashes, split, end));
                end = split;
            }
            else
            {
                proof.Add(Subtree(leafHashes, start, split));
                start = split;
            }
        }
        // The reader knows this subtree's hash when it is the whole old tree.
        if (start > 0)
            proof.Add(Subtree(leafHashes, start, end));
        proof.Reverse();
        return proof;
    }

    /// <summary>
    /// True when the proof shows that the tree of the new size and root begins with the one of the old size and root (2.1.4.2).
    /// The same size takes the same root and an empty proof. An old size below 1 proves nothing and is false.
    /// </summary>
    public static bool VerifyConsistency(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, IReadOnlyList<byte[]> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (oldSize < 1 || oldSize > newSize || !AreHashes(proof) || !IsHash(oldRoot) || !IsHash(newRoot))
            return false;
        if (oldSize == newSize)
            return proof.Count == 0 && CryptographicOperations.FixedTimeEquals(oldRoot, newRoot);
        if (proof.Count == 0)
            return false;

        var path = BitOperations.IsPow2(oldSize) ? [oldRoot, .. proof] : proof;
        var (node, last) = (oldSize - 1, newSize - 1);
        while ((node & 1) == 1)
            (node, last) = (node >> 1, last >> 1);

        var (oldHash, newHash) = (path[0], path[0]);
        foreach (var sibling in path.Skip(1))
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                oldHash = NodeHash(sibling, oldHash);
                newHash = NodeHash(sibling, newHash);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                newHash = NodeHash(newHash, sibling);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0
            && CryptographicOperations.FixedTimeEquals(oldHash, oldRoot)
            && CryptographicOperations.FixedTimeEquals(newHash, newRoot);
    }

    private static byte[] Subtree(IReadOnlyList<byte[]> leafHashes, int start, int end)
    {
        if (end - start == 1)
            return leafHashes[start];
        var split = start + LargestPowerOfTwoBelow(end - start);
        return NodeHash(Subtree(leafHashes, start, split), Subtree(leafHashes, split, end));
    }

    private static byte[] NodeHash(byte[] left, byte[] right)
    {
        Span<byte> input = stackalloc byte[1 + 2 * SHA256.HashSizeInBytes];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + SHA256.HashSizeInBytes)..]);
        return SHA256.HashData(input);
    }

    private static int LargestPowerOfTwoBelow(int count) => 1 << BitOperations.Log2((uint)(count - 1));

    private static bool IsHash(byte[]? hash) => hash is { Length: SHA256.HashSizeInBytes };

    private static bool AreHashes(IReadOnlyList<byte[]> hashes) => hashes.All(IsHash);
}
