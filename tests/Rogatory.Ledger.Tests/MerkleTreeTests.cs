namespace Rogatory.Ledger.Tests;

public sealed class MerkleTreeTests
{
    private const int LargestSize = 300;

    private static readonly byte[][] Leaves =
        [.. Enumerable.Range(0, LargestSize + 1).Select(i => MerkleTree.LeafHash(BitConverter.GetBytes(i)))];

    [Fact]
    public void Roots_and_proofs_are_those_that_other_implementations_publish()
    {
        var vectors = Vectors.Read("merkle.json");
        var leaves = vectors.Array("inputs").Hex().Select(input => MerkleTree.LeafHash(input)).ToArray();
        var roots = vectors.Array("roots").Hex();

        Assert.Equal(9, roots.Length);
        for (var size = 0; size < roots.Length; size++)
            Assert.Equal(roots[size], MerkleTree.Root(leaves, size));
        foreach (var row in vectors.Array("inclusion"))
            Assert.Equal(row!.Array("proof").Hex(), MerkleTree.InclusionProof(leaves[..row!.Number("size")], row!.Number("index")));
        foreach (var row in vectors.Array("consistency"))
            Assert.Equal(row!.Array("proof").Hex(), MerkleTree.ConsistencyProof(leaves[..row!.Number("size")], row!.Number("oldSize")));
    }

    [Fact]
    public void A_leaf_and_a_node_over_the_same_bytes_have_different_hashes()
    {
        var node = MerkleTree.Root(Leaves[..2]);

        Assert.NotEqual(node, MerkleTree.LeafHash([.. Leaves[0], .. Leaves[1]]));
    }

    [Fact]
    public void A_root_over_the_first_leaves_is_the_root_of_the_shorter_tree()
    {
        for (var size = 0; size <= LargestSize; size++)
        {
            Assert.Equal(NaiveMerkleTree.Root(Leaves.AsSpan(0, size)), MerkleTree.Root(Leaves, size));
            Assert.Equal(NaiveMerkleTree.Root(Leaves.AsSpan(0, size)), MerkleTree.Root(Leaves[..size]));
        }
    }

    [Fact]
    public void Every_leaf_of_every_tree_is_proven_by_the_path_that_the_RFC_defines()
    {
        for (var size = 1; size <= LargestSize; size++)
        {
            var leaves = Leaves[..size];
            var root = MerkleTree.Root(leaves);
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleTree.InclusionProof(leaves, index);
                Assert.True(MerkleTree.VerifyInclusion(leaves[index], index, size, proof, root));
                if (size % 16 < 2)
                    Assert.Equal(NaiveMerkleTree.Path(index, leaves), proof);
            }
        }
    }

    [Fact]
    public void Every_tree_is_proven_to_begin_with_every_shorter_one_by_the_proof_that_the_RFC_defines()
    {
        var roots = Enumerable.Range(0, LargestSize + 1).Select(size => MerkleTree.Root(Leaves, size)).ToArray();
        for (var size = 1; size <= LargestSize; size++)
        {
            var leaves = Leaves[..size];
            for (var oldSize = 1; oldSize <= size; oldSize++)
            {
                var proof = MerkleTree.ConsistencyProof(leaves, oldSize);
                Assert.True(MerkleTree.VerifyConsistency(oldSize, roots[oldSize], size, roots[size], proof));
                if (size % 16 < 2)
                    Assert.Equal(NaiveMerkleTree.Proof(oldSize, leaves), proof);
            }
        }
    }

    [Fact]
    public void Nothing_is_asked_of_a_tree_that_it_does_not_hold()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.Root(Leaves[..3], 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.Root(Leaves[..3], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(Leaves[..3], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(Leaves[..3], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof([], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(Leaves[..3], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(Leaves[..3], 4));
    }
}
