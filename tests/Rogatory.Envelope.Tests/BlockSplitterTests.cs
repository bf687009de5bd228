using FsCheck;
using FsCheck.Fluent;

namespace Rogatory.Envelope.Tests;

/// <summary>What the vectors cannot hold: long blocks, texts in pieces, and any text.</summary>
public sealed class BlockSplitterTests
{
    private const int Most = BlockSplitter.MaximumBlockSize;

    [Fact]
    public void Any_text_splits_as_the_format_says_in_whatever_pieces_it_comes() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(BlockSample.Any, Gen.Choose(1, 9).ToArbitrary(), (sample, piece) =>
        {
            using var blocks = new ListedBlocks(sample.Kind);
            foreach (var part in sample.Text.Chunk(piece))
                blocks.Write(part);
            Assert.Equal(NaiveBlocks.Split(sample.Kind, sample.Text), blocks.Finish());
        }));

    [Fact]
    public void Blocks_that_are_kept_split_into_themselves_whatever_is_left_out_between_them() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(BlockSample.Any, sample =>
        {
            var blocks = ListedBlocks.Of(sample.Kind, sample.Text);
            var kept = sample.Kept.SelectMany(range => blocks.Skip((int)range.First).Take((int)range.Count)).ToList();
            Assert.Equal(kept, ListedBlocks.Of(sample.Kind, [.. kept.SelectMany(block => block)]));
        }));

    [Theory]
    [InlineData(BlockKind.Lines, '\n')]
    [InlineData(BlockKind.Rows, '\n')]
    [InlineData(BlockKind.Pages, '\f')]
    public void A_block_that_does_not_end_ends_at_its_maximum(BlockKind kind, char end)
    {
        byte[] Long(int count) => [.. Enumerable.Repeat((byte)'a', count)];
        int[] Lengths(params byte[][] parts) => [.. ListedBlocks.Of(kind, [.. parts.SelectMany(part => part)]).Select(block => block.Length)];
        byte[] ended = [(byte)end];

        Assert.Equal([Most - 1], Lengths(Long(Most - 1)));
        Assert.Equal([Most], Lengths(Long(Most)));
        Assert.Equal([Most], Lengths(Long(Most - 1), ended));
        Assert.Equal([Most, 1], Lengths(Long(Most), ended));
        Assert.Equal([Most, Most, 7], Lengths(Long((2 * Most) + 7)));
        Assert.Equal([2, Most, 3, 1], Lengths(Long(1), ended, Long(Most + 2), ended, Long(1)));
    }

    [Fact]
    public void Quotes_that_are_never_closed_harm_one_block()
    {
        byte[] text = [.. "a,\""u8, .. Enumerable.Repeat((byte)'\n', Most), .. "b,c\n"u8];

        var blocks = ListedBlocks.Of(BlockKind.Rows, text);

        Assert.Equal([Most, 1, 1, 1, 4], blocks.Select(block => block.Length));
    }

    [Fact]
    public async Task It_is_a_stream_that_can_only_be_written()
    {
        using var blocks = new ListedBlocks(BlockKind.Lines);
        await blocks.WriteAsync(new byte[] { 1, 10 });
        await blocks.FlushAsync();

        Assert.Equal((true, false, false), (blocks.CanWrite, blocks.CanRead, blocks.CanSeek));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await blocks.WriteAsync(new byte[1], new CancellationToken(canceled: true)));
        Assert.Single(blocks.Finish());
    }
}
