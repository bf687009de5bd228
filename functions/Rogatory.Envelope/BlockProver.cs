using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// Makes the proof for blocks that are kept of an item, as its whole text is written to it, and writes these blocks to the extract. Memory
/// grows with the proof alone.
/// </summary>
public sealed class BlockProver : BlockSplitter
{
    private readonly string _case;
    private readonly string _item;
    private readonly BlockCommitment _commitment;
    private readonly IReadOnlyList<BlockRange> _kept;
    private readonly Stream _extract;
    private readonly BlockSalts _salts;
    private readonly BlockLeaves _leaves;
    private readonly BlockPlan _plan;
    private readonly byte[] _nodes;
    private readonly SealedRoot _tree = new();
    private SealedRoot _subtree = new();
    private int _at;

    internal BlockProver(
        string @case, string item, BlockCommitment commitment, ContentKey secret, IReadOnlyList<BlockRange> kept, Stream extract)
        : base(commitment.Kind)
    {
        if (!BlockPlan.AreRanges(kept, commitment.Count))
            throw new ArgumentException("Not blocks of the text, in order and each range as long as it can be.", nameof(kept));
        _plan = new BlockPlan(commitment.Count, kept, BlockProof.MaximumNodes);
        if (_plan.Subtrees.Count > BlockProof.MaximumNodes)
            throw new ArgumentException("So many and so scattered blocks that the proof would be too long.", nameof(kept));
        _case = @case;
        _item = item;
        _commitment = commitment;
        _kept = kept;
        _extract = extract;
        _nodes = new byte[_plan.Subtrees.Count * BlockProof.NodeSize];
        _salts = BlockSalts.Of(secret, @case, item, commitment.Kind);
        _leaves = new BlockLeaves(_salts);
    }

    /// <summary>The proof, once the whole text was written.</summary>
    /// <exception cref="ProofException">The text is not the one of the commitment: with <see cref="ProofFailure.Blocks"/> it has another number of blocks,
    /// with <see cref="ProofFailure.Root"/> other ones. What was written to the extract is then to be thrown away.</exception>
    public BlockProof Finish()
    {
        End();
        if (_tree.Count != _commitment.Count)
            throw new ProofException(ProofFailure.Blocks);
        var found = BlockCommitment.Of(_case, _item, Kind, _tree.Count, _tree.Root());
        if (!CryptographicOperations.FixedTimeEquals(found.Root, _commitment.Root))
            throw new ProofException(ProofFailure.Root);
        return new BlockProof(_case, _item, Kind, _commitment.Count, _kept, [], _nodes);
    }

    private protected override void Take(ReadOnlySpan<byte> block)
    {
        if (_at == _plan.Subtrees.Count)
            throw new ProofException(ProofFailure.Blocks);
        var subtree = _plan.Subtrees[_at];
        Span<byte> leaf = stackalloc byte[SHA256.HashSizeInBytes];
        _leaves.Hash(block, leaf);
        if (subtree.IsKept)
        {
            _extract.Write(block);
            if (_tree.Count == subtree.Start)
                _salts.Over(subtree.Height).CopyTo(Node());
        }
        else
        {
            _subtree.AddLeaf(leaf);
        }

        _tree.AddLeaf(leaf);
        if (_tree.Count < subtree.End)
            return;
        if (!subtree.IsKept)
        {
            _subtree.Root().CopyTo(Node());
            _subtree = new SealedRoot();
        }

        _at++;
    }

    /// <summary>Zeroes the salts, and what is held of the text.</summary>
    protected override void Dispose(bool disposing)
    {
        _leaves.Dispose();
        base.Dispose(disposing);
    }

    private Span<byte> Node() => _nodes.AsSpan(_at * BlockProof.NodeSize, BlockProof.NodeSize);
}
