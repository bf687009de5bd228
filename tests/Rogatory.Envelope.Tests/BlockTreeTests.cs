using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Rogatory.Envelope.Tests;

public sealed class BlockTreeTests
{
    [Fact]
    public void The_root_of_any_text_is_that_of_the_format() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(BlockSample.Any, sample =>
        {
            Assert.Equal(NaiveBlocks.Root(BlockSample.Secret, Some.Item, sample.Kind, sample.Text), sample.Commitment.Root);
            Assert.Equal(NaiveBlocks.Split(sample.Kind, sample.Text).Count, sample.Commitment.Count);
        }));

    [Fact]
    public void Salts_come_in_order_and_are_those_of_the_format()
    {
        using var secret = ContentKey.Copy(BlockSample.Secret);
        using var salts = BlockSalts.Of(secret, Some.Case, Some.Item, BlockKind.Rows);
        var all = Enumerable.Range(0, 70).Select(_ => salts.Next().ToArray()).ToList();

        Assert.Equal(all.Count, all.Select(Convert.ToHexString).Distinct().Count());
        foreach (var block in new[] { 0, 1, 2, 31, 32, 33, 63, 64, 69 })
            Assert.Equal(NaiveBlocks.Salt(BlockSample.Secret, Some.Item, BlockKind.Rows, block), all[block]);
    }

    [Fact]
    public void Under_a_seed_there_are_no_salts_but_those_of_its_blocks()
    {
        using var salts = new BlockSalts(new byte[32], 2);
        for (var i = 0; i < 4; i++)
            salts.Next();

        Assert.Throws<InvalidOperationException>(() => salts.Next());
    }

    [Fact]
    public void The_same_blocks_of_another_item_case_kind_or_secret_have_another_root()
    {
        var text = "a,b\n1,2\n"u8.ToArray();
        var roots = new List<byte[]>
        {
            BlockSample.Commit(BlockKind.Lines, text).Root,
            BlockSample.Commit(BlockKind.Rows, text).Root,
            BlockSample.Commit(BlockKind.Rows, text, item: "other").Root,
            BlockSample.Commit(BlockKind.Rows, text, Some.Bytes(32, "other secret")).Root,
        };
        using var key = ContentKey.Copy(BlockSample.Secret);
        using var tree = new BlockTree("0000-0000-0000", Some.Item, BlockKind.Rows, key);
        tree.Write(text);
        roots.Add(tree.Finish().Root);

        Assert.Equal(roots.Count, roots.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public async Task Memory_does_not_grow_with_the_text()
    {
        var row = Encoding.ASCII.GetBytes("4711,\"Some\nname\",123.45\r\n");
        using var key = ContentKey.Copy(BlockSample.Secret);
        using var tree = new BlockTree(Some.Case, Some.Item, BlockKind.Rows, key);
        await tree.WriteAsync(row);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 2_000; i++)
            tree.Write(row);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 2_000, 0, 64);
        Assert.Equal(2_001, tree.Finish().Count);
    }
}
