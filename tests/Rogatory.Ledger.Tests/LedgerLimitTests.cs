using System.Text;

namespace Rogatory.Ledger.Tests;

/// <summary>A file from a stranger can be anything; the checker answers with a fault and little memory.</summary>
public sealed class LedgerLimitTests
{
    private const int MostMemory = 8 << 20;

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"data\":[")]
    public void Ten_megabytes_of_nesting_without_a_line_feed_are_refused_as_too_long(string level)
    {
        var report = CheckedWithin(MostMemory, new RepeatingStream(Encoding.UTF8.GetBytes(level), 10 << 20));

        Assert.Equal((LedgerFault.TooLong, 1), (report.Fault, report.LineNumber));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("\"")]
    [InlineData("1")]
    [InlineData("-")]
    [InlineData("\\u00")]
    [InlineData("\0")]
    [InlineData(" ")]
    public void A_whole_line_of_the_same_is_refused_as_not_canonical(string piece)
    {
        var line = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, LedgerLine.MaximumLength / piece.Length)) + "\n");

        var report = CheckedWithin(MostMemory, new MemoryStream(line));

        Assert.Equal((LedgerFault.NotCanonical, 1), (report.Fault, report.LineNumber));
    }

    [Fact]
    public void A_stream_without_end_is_left_after_the_longest_line()
    {
        using var endless = new RepeatingStream("x"u8.ToArray(), long.MaxValue);

        var report = CheckedWithin(MostMemory, endless);

        Assert.Equal(LedgerFault.TooLong, report.Fault);
        Assert.InRange(endless.Given, LedgerLine.MaximumLength, 3 * LedgerLine.MaximumLength);
    }

    [Fact]
    public void Ten_megabytes_of_line_feeds_are_left_at_the_first()
    {
        var report = CheckedWithin(MostMemory, new RepeatingStream("\n"u8.ToArray(), 10 << 20));

        Assert.Equal((LedgerFault.NotCanonical, 1), (report.Fault, report.LineNumber));
    }

    [Fact]
    public void Many_members_in_order_are_read_and_one_line_of_them_out_of_order_is_not()
    {
        var members = Enumerable.Range(0, 50_000).Select(i => $"\"{i:d6}\":0").ToArray();

        Assert.True(CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes($"{{{string.Join(',', members)}}}")));
        Assert.False(CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes($"{{{string.Join(',', members.Reverse())}}}")));
    }

    private static LedgerReport CheckedWithin(long memory, Stream stream)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = LedgerCheck.Check(stream);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, memory);
        return report;
    }

    /// <summary>A piece again and again, never held in memory as a whole.</summary>
    private sealed class RepeatingStream(byte[] piece, long length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - Given);
            for (var i = 0; i < given; i++)
                buffer[offset + i] = piece[(Given + i) % piece.Length];
            Given += given;
            return given;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
