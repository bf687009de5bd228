namespace Rogatory.Ledger.Tests;

/// <summary>What must not pass for a proof.</summary>
public sealed class MerkleProofTests
{
    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, 70).Select(i => MerkleTree.LeafHash([(byte)i]))];

    public static TheoryData<int> Sizes => [1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 17, 31, 33, 64, 65];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void An_inclusion_proof_with_any_bit_changed_proves_nothing(int size)
    {
        var leaves = Leaves[..size];
        var root = MerkleTree.Root(leaves);
        foreach (var index in new[] { 0, size / 2, size - 1 })
        {
            var proof = MerkleTree.InclusionProof(leaves, index);
            Assert.All(BitFlips([leaves[index], root, .. proof]), changed =>
                Assert.False(MerkleTree.VerifyInclusion(changed[0], index, size, changed[2..], changed[1])));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void An_inclusion_proof_with_a_node_too_many_or_too_few_proves_nothing(int size)
    {
        var leaves = Leaves[..size];
        var root = MerkleTree.Root(leaves);
        for (var index = 0; index < size; index++)
        {
            byte[][] proof = [.. MerkleTree.InclusionProof(leaves, index)];
            Assert.All(OtherLengths(proof, root), changed =>
                Assert.False(MerkleTree.VerifyInclusion(leaves[index], index, size, changed, root)));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void An_inclusion_proof_holds_for_its_own_place_only(int size)
    {
        var leaves = Leaves[..size];
        var root = MerkleTree.Root(leaves);
        for (var index = 0; index < size; index++)
        {
            var proof = MerkleTree.InclusionProof(leaves, index);
            for (var other = -2; other < size + 3; other++)
                Assert.Equal(other == index, MerkleTree.VerifyInclusion(leaves[index], other, size, proof, root));
            Assert.False(MerkleTree.VerifyInclusion(leaves[index], long.MaxValue, long.MaxValue, proof, root));
            Assert.False(MerkleTree.VerifyInclusion(leaves[index], index, 0, proof, root));
            Assert.False(MerkleTree.VerifyInclusion(leaves[index], index, -1, proof, root));
        }
    }

    /// <summary>
    /// A root does not name its size, so a proof may fit a wrong size whose path has the same shape; the size is the signer's to state.
    /// </summary>
    [Fact]
    public void An_inclusion_proof_passed_off_for_a_place_whose_path_has_another_length_proves_nothing()
    {
        for (var size = 1; size <= 16; size++)
        {
            var leaves = Leaves[..size];
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleTree.InclusionProof(leaves, index);
                foreach (var (otherIndex, otherSize) in Pairs(from: 0, to: 33))
                {
                    if (MerkleTree.VerifyInclusion(leaves[index], otherIndex, otherSize, proof, MerkleTree.Root(leaves)))
                        Assert.Equal(proof.Count, MerkleTree.InclusionProof(Leaves[..otherSize], otherIndex).Count);
                }
            }
        }
    }

    [Fact]
    public void A_consistency_proof_passed_off_for_sizes_that_need_another_length_proves_nothing()
    {
        foreach (var (oldSize, size) in Pairs(from: 1, to: 16).Where(pair => pair.First <= pair.Second))
        {
            var proof = MerkleTree.ConsistencyProof(Leaves[..size], oldSize);
            foreach (var (otherOld, other) in Pairs(from: 1, to: 33))
            {
                if (MerkleTree.VerifyConsistency(otherOld, MerkleTree.Root(Leaves, oldSize), other, MerkleTree.Root(Leaves, size), proof))
                    Assert.Equal(proof.Count, MerkleTree.ConsistencyProof(Leaves[..other], otherOld).Count);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_consistency_proof_with_any_bit_changed_proves_nothing(int size)
    {
        var leaves = Leaves[..size];
        var root = MerkleTree.Root(leaves);
        foreach (var oldSize in new[] { 1, (size / 2) + 1, size })
        {
            var proof = MerkleTree.ConsistencyProof(leaves, oldSize);
            Assert.All(BitFlips([MerkleTree.Root(leaves, oldSize), root, .. proof]), changed =>
                Assert.False(MerkleTree.VerifyConsistency(oldSize, changed[0], size, changed[1], changed[2..])));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_consistency_proof_with_a_node_too_many_or_too_few_proves_nothing(int size)
    {
        var leaves = Leaves[..size];
        var root = MerkleTree.Root(leaves);
        for (var oldSize = 1; oldSize <= size; oldSize++)
        {
            var oldRoot = MerkleTree.Root(leaves, oldSize);
            byte[][] proof = [.. MerkleTree.ConsistencyProof(leaves, oldSize)];
            Assert.All(OtherLengths(proof, root), changed =>
                Assert.False(MerkleTree.VerifyConsistency(oldSize, oldRoot, size, root, changed)));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_tree_that_was_rewritten_is_not_proven_consistent(int size)
    {
        var root = MerkleTree.Root(Leaves, size);
        for (var oldSize = 1; oldSize <= size; oldSize++)
        {
            byte[][] rewritten = [.. Leaves[..size]];
            rewritten[oldSize - 1] = MerkleTree.LeafHash([255]);
            var proof = MerkleTree.ConsistencyProof(rewritten, oldSize);

            Assert.False(MerkleTree.VerifyConsistency(oldSize, MerkleTree.Root(Leaves, oldSize), size, MerkleTree.Root(rewritten), proof));
            Assert.False(MerkleTree.VerifyConsistency(oldSize, MerkleTree.Root(rewritten, oldSize), size, root, proof));
        }
    }

    [Fact]
    public void Nothing_is_proven_of_an_empty_tree_a_shrunk_one_or_a_negative_size()
    {
        var (two, three) = (MerkleTree.Root(Leaves, 2), MerkleTree.Root(Leaves, 3));
        var proof = MerkleTree.ConsistencyProof(Leaves[..3], 2);

        Assert.False(MerkleTree.VerifyConsistency(0, MerkleTree.Root([]), 3, three, []));
        Assert.False(MerkleTree.VerifyConsistency(0, MerkleTree.Root([]), 0, MerkleTree.Root([]), []));
        Assert.False(MerkleTree.VerifyConsistency(-1, two, 3, three, proof));
        Assert.False(MerkleTree.VerifyConsistency(3, three, 2, two, proof));
        Assert.False(MerkleTree.VerifyConsistency(2, two, 3, three, []));
        Assert.False(MerkleTree.VerifyConsistency(2, two, 2, two, proof));
        Assert.True(MerkleTree.VerifyConsistency(2, two, 2, two, []));
    }

    [Fact]
    public void A_hash_of_another_length_proves_nothing()
    {
        var root = MerkleTree.Root(Leaves, 3);
        byte[][] inclusion = [.. MerkleTree.InclusionProof(Leaves[..3], 0)];
        byte[][] consistency = [.. MerkleTree.ConsistencyProof(Leaves[..3], 2)];

        Assert.False(MerkleTree.VerifyInclusion(Leaves[0][..31], 0, 3, inclusion, root));
        Assert.False(MerkleTree.VerifyInclusion(Leaves[0], 0, 3, inclusion, [.. root, 0]));
        Assert.False(MerkleTree.VerifyInclusion(Leaves[0], 0, 3, [inclusion[0], inclusion[1][..31]], root));
        Assert.False(MerkleTree.VerifyInclusion(Leaves[1], 1, 2, [[.. Leaves[0], 0]], MerkleTree.Root(Leaves, 2)));
        Assert.False(MerkleTree.VerifyInclusion(Leaves[0], 0, 1, [], null!));
        Assert.False(MerkleTree.VerifyConsistency(2, MerkleTree.Root(Leaves, 2)[..31], 3, root, consistency));
        Assert.False(MerkleTree.VerifyConsistency(2, MerkleTree.Root(Leaves, 2), 3, root, [[.. consistency[0], 0]]));
        Assert.False(MerkleTree.VerifyConsistency(2, MerkleTree.Root(Leaves, 2), 3, root, [null!]));
    }

    private static IEnumerable<(int First, int Second)> Pairs(int from, int to) =>
        from first in Enumerable.Range(@from, to - @from + 1)
        from second in Enumerable.Range(@from, to - @from + 1)
        select (first, second);

    /// <summary>The hashes again and again, each time with one bit of one of them changed.</summary>
    private static IEnumerable<byte[][]> BitFlips(byte[][] hashes)
    {
        for (var hash = 0; hash < hashes.Length; hash++)
        {
            for (var bit = 0; bit < hashes[hash].Length * 8; bit++)
            {
                byte[][] changed = [.. hashes];
                changed[hash] = [.. hashes[hash]];
                changed[hash][bit / 8] ^= (byte)(1 << (bit % 8));
                yield return changed;
            }
        }
    }

    /// <summary>The proof with each node left out or doubled, and with nodes added at either end.</summary>
    private static IEnumerable<byte[][]> OtherLengths(byte[][] proof, byte[] root)
    {
        for (var node = 0; node < proof.Length; node++)
        {
            yield return [.. proof[..node], .. proof[(node + 1)..]];
            yield return [.. proof[..node], proof[node], .. proof[node..]];
        }
        yield return [root, .. proof];
        yield return [.. proof, root];
        yield return [.. proof, new byte[32]];
        yield return [.. proof, .. Enumerable.Repeat(root, 64)];
    }
}
