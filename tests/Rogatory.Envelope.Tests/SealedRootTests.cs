using System.Security.Cryptography;

namespace Rogatory.Envelope.Tests;

public sealed class SealedRootTests
{
    [Fact]
    public void The_root_is_that_of_RFC_9162_at_every_size()
    {
        var root = new SealedRoot();
        for (var size = 0; size <= 300; size++)
        {
            var leaves = Enumerable.Range(0, size).Select(i => BitConverter.GetBytes(i)).ToArray();
            Assert.Equal(NaiveTree.Root(leaves), root.Root());
            root.Add(BitConverter.GetBytes(size));
        }
    }

    [Fact]
    public void A_piece_and_its_leaf_hash_are_the_same_leaf()
    {
        var (byPiece, byHash) = (new SealedRoot(), new SealedRoot());
        foreach (var piece in Some.Bytes(700).Chunk(100))
        {
            byPiece.Add(piece);
            byHash.AddLeaf(SHA256.HashData([0, .. piece]));
        }

        Assert.Equal(byPiece.Root(), byHash.Root());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_leaf_hash_of_another_size_is_refused(int size) =>
        Assert.Throws<ArgumentException>(() => new SealedRoot().AddLeaf(new byte[size]));
}
