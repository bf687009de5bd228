using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>Takes an extract and comes to the root that its original must have had.</summary>
internal sealed class BlockVerifier : BlockSplitter
{
    private readonly BlockProof _proof;
    private readonly BlockPlan _plan;
    private readonly List<byte[]> _hashes = [];
    private BlockLeaves? _leaves;
    private SealedRoot _subtree = new();
    private long _at;
    private int _range;

    /// <exception cref="ProofException">With <see cref="ProofFailure.Form"/>: the proof has nodes too many or too few.</exception>
    public BlockVerifier(BlockProof proof)
        : base(proof.Kind)
    {
        _proof = proof;
        var nodes = proof.Nodes.Length / BlockProof.NodeSize;
        _plan = new BlockPlan(proof.Count, proof.Kept, nodes);
        if (_plan.Subtrees.Count != nodes)
            throw new ProofException(ProofFailure.Form);
        SkipRemoved();
    }

    /// <exception cref="ProofException">Blocks are missing, or the root is another.</exception>
    public void Finish(ReadOnlySpan<byte> root)
    {
        End();
        if (_hashes.Count < _plan.Subtrees.Count || _range < _proof.Changed.Count)
            throw new ProofException(ProofFailure.Blocks);
        var found = BlockCommitment.Of(_proof.Case, _proof.Item, _proof.Kind, _proof.Count, _plan.Root(_hashes));
        if (!CryptographicOperations.FixedTimeEquals(found.Root, root))
            throw new ProofException(ProofFailure.Root);
    }

    private protected override void Take(ReadOnlySpan<byte> block)
    {
        if (IsChanged())
            return;
        if (_hashes.Count == _plan.Subtrees.Count)
            throw new ProofException(ProofFailure.Blocks);
        var subtree = _plan.Subtrees[_hashes.Count];
        _leaves ??= new BlockLeaves(new BlockSalts(NextNode(), subtree.Height));
        Span<byte> leaf = stackalloc byte[SHA256.HashSizeInBytes];
        _leaves.Hash(block, leaf);
        _subtree.AddLeaf(leaf);
        if (_subtree.Count < subtree.End - subtree.Start)
            return;
        _hashes.Add(_subtree.Root());
        _subtree = new SealedRoot();
        _leaves.Dispose();
        _leaves = null;
        SkipRemoved();
    }

    protected override void Dispose(bool disposing)
    {
        _leaves?.Dispose();
        base.Dispose(disposing);
    }

    private bool IsChanged()
    {
        var at = _at++;
        if (_range == _proof.Changed.Count || at < _proof.Changed[_range].First)
            return false;
        if (_at == _proof.Changed[_range].End)
            _range++;
        return true;
    }

    private void SkipRemoved()
    {
        while (_hashes.Count < _plan.Subtrees.Count && !_plan.Subtrees[_hashes.Count].IsKept)
            _hashes.Add(NextNode().ToArray());
    }

    private ReadOnlySpan<byte> NextNode() => _proof.Nodes.AsSpan(_hashes.Count * BlockProof.NodeSize, BlockProof.NodeSize);
}
