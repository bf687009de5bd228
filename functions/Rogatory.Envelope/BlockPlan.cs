using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// The tree over so many blocks, cut into its largest subtrees of which all blocks are kept or none is, in order. What a proof holds follows
/// from it: the seed over each that is kept, the hash of each that is not.
/// </summary>
internal sealed class BlockPlan
{
    /// <summary>As many as there are salts.</summary>
    public const long MostBlocks = 1L << BlockSalts.Height;

    private readonly long _blocks;
    private readonly IReadOnlyList<BlockRange> _kept;
    private readonly List<Subtree> _subtrees = [];
    private readonly int _most;
    private int _range;

    /// <summary>Takes ranges that <see cref="AreRanges"/> accepts.</summary>
    /// <param name="blocks">How many blocks there are.</param>
    /// <param name="kept">Those kept.</param>
    /// <param name="most">Subtrees; once there are more, no more are looked for.</param>
    public BlockPlan(long blocks, IReadOnlyList<BlockRange> kept, int most)
    {
        _blocks = blocks;
        _kept = kept;
        _most = most;
        Cut(0, blocks);
    }

    public IReadOnlyList<Subtree> Subtrees => _subtrees;

    /// <summary>Whether these are blocks out of so many: in order, each range as long as it can be, at least one.</summary>
    public static bool AreRanges(IReadOnlyList<BlockRange> kept, long blocks)
    {
        var end = -1L;
        foreach (var range in kept)
        {
            if (range.First <= end || range.Count < 1 || range.Count > blocks - range.First)
                return false;
            end = range.End;
        }

        return kept.Count > 0 && blocks <= MostBlocks;
    }

    /// <summary>The root of the tree, from the hashes of the subtrees.</summary>
    public byte[] Root(IReadOnlyList<byte[]> hashes)
    {
        var next = 0;
        return Join(0, _blocks, hashes, ref next);
    }

    private byte[] Join(long start, long end, IReadOnlyList<byte[]> hashes, ref int next)
    {
        if (_subtrees[next].Start == start && _subtrees[next].End == end)
            return hashes[next++];
        var split = Split(start, end);
        var left = Join(start, split, hashes, ref next);
        return SHA256.HashData([0x01, .. left, .. Join(split, end, hashes, ref next)]);
    }

    private void Cut(long start, long end)
    {
        if (_subtrees.Count > _most)
            return;
        while (_range < _kept.Count && _kept[_range].End <= start)
            _range++;
        var isOutside = _range == _kept.Count || _kept[_range].First >= end;
        if (isOutside || (_kept[_range].First <= start && _kept[_range].End >= end))
        {
            _subtrees.Add(new Subtree(start, end, !isOutside));
            return;
        }

        var split = Split(start, end);
        Cut(start, split);
        Cut(split, end);
    }

    /// <summary>RFC 9162 section 2.1.1: the left side is the largest power of two smaller than the whole.</summary>
    private static long Split(long start, long end) => start + (1L << BitOperations.Log2((ulong)(end - start - 1)));

    /// <summary>Blocks from <paramref name="Start"/> up to, and not with, <paramref name="End"/>.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Subtree(long Start, long End, bool IsKept)
    {
        /// <summary>Of the lowest seed over it. A subtree begins at a multiple of a power of two not below its size, so that seed is over no block before it.</summary>
        public int Height => BlockSalts.HeightOver(End - Start);
    }
}
