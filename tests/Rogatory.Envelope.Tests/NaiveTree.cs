using System.Security.Cryptography;

namespace Rogatory.Envelope.Tests;

/// <summary>RFC 9162 section 2.1.1, as its definition reads.</summary>
internal static class NaiveTree
{
    public static byte[] Root(byte[][] leaves)
    {
        if (leaves.Length == 0)
            return SHA256.HashData([]);
        if (leaves.Length == 1)
            return SHA256.HashData([0, .. leaves[0]]);
        var split = 1;
        while (2 * split < leaves.Length)
            split *= 2;
        return SHA256.HashData([1, .. Root(leaves[..split]), .. Root(leaves[split..])]);
    }
}
