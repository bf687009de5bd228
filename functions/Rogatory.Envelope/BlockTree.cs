using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>The tree over an item's blocks, as its text is written to it. Keeps one hash for each level of the tree.</summary>
public sealed class BlockTree : BlockSplitter
{
    private readonly string _case;
    private readonly string _item;
    private readonly BlockLeaves _leaves;
    private readonly SealedRoot _tree = new();

    internal BlockTree(string @case, string item, BlockKind kind, ContentKey secret)
        : base(kind)
    {
        _case = @case;
        _item = item;
        _leaves = new BlockLeaves(BlockSalts.Of(secret, @case, item, kind));
    }

    /// <summary>What to record of the text, which is over. Call it once.</summary>
    public BlockCommitment Finish()
    {
        End();
        return BlockCommitment.Of(_case, _item, Kind, _tree.Count, _tree.Root());
    }

    private protected override void Take(ReadOnlySpan<byte> block)
    {
        Span<byte> leaf = stackalloc byte[SHA256.HashSizeInBytes];
        _leaves.Hash(block, leaf);
        _tree.AddLeaf(leaf);
    }

    /// <summary>Zeroes the salts, and what is held of the text.</summary>
    protected override void Dispose(bool disposing)
    {
        _leaves.Dispose();
        base.Dispose(disposing);
    }
}
