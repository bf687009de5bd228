using System.Security.Cryptography;
using System.Text;

namespace Rogatory.Envelope.Tests;

/// <summary>Section 5 of FORMAT.md, as its definitions read.</summary>
internal static class NaiveBlocks
{
    /// <summary>Of a text that has no block of 1 MiB.</summary>
    public static IReadOnlyList<byte[]> Split(BlockKind kind, byte[] text)
    {
        var blocks = new List<byte[]>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = kind == BlockKind.Rows ? EndOfRow(text, start) : Array.IndexOf(text, kind == BlockKind.Pages ? (byte)'\f' : (byte)'\n', start) + 1;
            end = end == 0 ? text.Length : end;
            blocks.Add(text[start..end]);
        }

        return blocks;
    }

    public static IReadOnlyList<BlockRange> Ranges(bool[] isKept)
    {
        var ranges = new List<BlockRange>();
        for (var i = 0; i < isKept.Length; i++)
        {
            if (isKept[i] && ranges.Count > 0 && ranges[^1].End == i)
                ranges[^1] = new BlockRange(ranges[^1].First, ranges[^1].Count + 1);
            else if (isKept[i])
                ranges.Add(new BlockRange(i, 1));
        }

        return ranges;
    }

    public static byte[] Salt(byte[] secret, string item, BlockKind kind, long block)
    {
        var info = Encoding.ASCII.GetBytes($"rogatory/v1/extract/{Some.Case}/{item}/{BlockCommitment.NameOf(kind)}");
        var seed = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: info);
        for (var bit = 39; bit >= 0; bit--)
            seed = HKDF.Expand(HashAlgorithmName.SHA256, seed, 32, [(byte)((block >> bit) & 1)]);
        return seed;
    }

    public static byte[] Root(byte[] secret, string item, BlockKind kind, byte[] text)
    {
        var leaves = Split(kind, text).Select((block, i) => (byte[])[.. Salt(secret, item, kind, i), .. block]).ToArray();
        var bound = Encoding.ASCII.GetBytes($"rogatory/v1/blocks/{Some.Case}/{item}/{BlockCommitment.NameOf(kind)}/{leaves.Length}");
        return SHA256.HashData([.. bound, .. NaiveTree.Root(leaves)]);
    }

    private static int EndOfRow(byte[] text, int at)
    {
        if (text.AsSpan(at).StartsWith("\uFEFF"u8))
            at += 3;
        while (true)
        {
            if (at < text.Length && text[at] == '"')
                at = EndOfQuotes(text, at + 1);
            while (at < text.Length && text[at] is not ((byte)',' or (byte)';' or (byte)'|' or (byte)'\t' or (byte)'\n'))
                at++;
            if (at == text.Length || text[at++] == '\n')
                return at;
        }
    }

    private static int EndOfQuotes(byte[] text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] != '"')
                continue;
            if (at + 1 == text.Length || text[at + 1] != '"')
                return at + 1;
            at++;
        }

        return at;
    }
}
