using System.Security.Cryptography;

namespace Rogatory.Ledger.Tests;

/// <summary>RFC 9162 section 2.1 as its definitions stand, over slices of leaf hashes: MTH, PATH and SUBPROOF by recursion.</summary>
internal static class NaiveMerkleTree
{
    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.IsEmpty)
            return SHA256.HashData([]);
        if (leaves.Length == 1)
            return leaves[0];
        var k = Split(leaves.Length);
        return SHA256.HashData([1, .. Root(leaves[..k]), .. Root(leaves[k..])]);
    }

    public static byte[][] Path(int m, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
            return [];
        var k = Split(leaves.Length);
        return m < k ? [.. Path(m, leaves[..k]), Root(leaves[k..])] : [.. Path(m - k, leaves[k..]), Root(leaves[..k])];
    }

    public static byte[][] Proof(int m, ReadOnlySpan<byte[]> leaves) => Subproof(m, leaves, whole: true);

    private static byte[][] Subproof(int m, ReadOnlySpan<byte[]> leaves, bool whole)
    {
        if (m == leaves.Length)
            return whole ? [] : [Root(leaves)];
        var k = Split(leaves.Length);
        return m <= k
            ? [.. Subproof(m, leaves[..k], whole), Root(leaves[k..])]
            : [.. Subproof(m - k, leaves[k..], whole: false), Root(leaves[..k])];
    }

    private static int Split(int count)
    {
        var k = 1;
        while (k * 2 < count)
            k *= 2;
        return k;
    }
}
