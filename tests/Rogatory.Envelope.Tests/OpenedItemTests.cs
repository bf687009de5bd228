using FsCheck;
using FsCheck.Fluent;

namespace Rogatory.Envelope.Tests;

public sealed class OpenedItemTests
{
    [Fact]
    public void Whatever_is_sealed_opens_to_itself() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(
            Gen.Choose(0, 3000).ToArbitrary(),
            length => SealedSample.MakeSmallAsync(length).Result is var sample && sample.OpenRecordedAsync(sample.Body).Result is null));

    [Fact]
    public async Task Every_range_is_the_slice_of_the_plaintext()
    {
        var sample = await SealedSample.MakeSmallAsync(1000);
        using var opened = await sample.OpenAsync(new MemorySource(sample.Body));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
            Gen.Choose(0, 1000).Two().ToArbitrary(),
            ends =>
            {
                var (offset, end) = (Math.Min(ends.Item1, ends.Item2), Math.Max(ends.Item1, ends.Item2));
                using var written = new MemoryStream();
                opened.CopyRangeAsync(written, offset, end - offset, CancellationToken.None).Wait();
                return written.ToArray().AsSpan().SequenceEqual(sample.Plaintext.AsSpan(offset, end - offset));
            }));
    }

    [Theory]
    [InlineData(0, 1, 0, 1)]
    [InlineData(1_048_519, 1, 0, 1)]
    [InlineData(1_048_520, 1, 1, 1)]
    [InlineData(1_048_519, 2, 0, 2)]
    [InlineData(2_097_079, 2, 1, 2)]
    [InlineData(2_999_999, 1, 2, 1)]
    [InlineData(3_000_000, 0, 0, 0)]
    public async Task A_range_reads_only_the_pieces_that_hold_it(long offset, long count, long firstPiece, int pieces)
    {
        var sample = await SealedSample.MakeAsync(3_000_000, SegmentLayout.Standard);
        var source = new MemorySource(sample.Body);
        using var opened = await sample.OpenAsync(source);

        using var written = new MemoryStream();
        await opened.CopyRangeAsync(written, offset, count, CancellationToken.None);

        Assert.Equal(sample.Plaintext.AsSpan((int)offset, (int)count).ToArray(), written.ToArray());
        Assert.Equal(
            Enumerable.Range((int)firstPiece, pieces).Select(piece => piece * 1L << 20), source.Reads.Select(read => read.Offset).Order());
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(0, 1001)]
    [InlineData(1001, 0)]
    [InlineData(1000, 1)]
    [InlineData(1, long.MaxValue)]
    public async Task A_range_outside_the_plaintext_is_refused(long offset, long count)
    {
        var sample = await SealedSample.MakeSmallAsync(1000);
        using var opened = await sample.OpenAsync(new MemorySource(sample.Body));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => opened.CopyRangeAsync(Stream.Null, offset, count, CancellationToken.None));
    }

    [Fact]
    public async Task A_changed_piece_spoils_only_the_ranges_that_touch_it()
    {
        var sample = await SealedSample.MakeSmallAsync(1000);
        var changed = sample.Body.ToArray();
        changed[(3 * 128) + 5] ^= 1;
        using var opened = await sample.OpenAsync(new MemorySource(changed));

        await opened.CopyRangeAsync(Stream.Null, 0, 72 + (2 * 112), CancellationToken.None);
        await opened.CopyRangeAsync(Stream.Null, 72 + (3 * 112), 100, CancellationToken.None);

        await RefusedAsync(OpenFailure.Payload, () => opened.CopyRangeAsync(Stream.Null, 72 + (3 * 112) - 1, 1, CancellationToken.None));
    }

    [Fact]
    public async Task Opening_reads_nothing_of_the_body()
    {
        var sample = await SealedSample.MakeSmallAsync(1000);
        var source = new MemorySource(sample.Body);

        using var opened = await sample.OpenAsync(source);

        Assert.Empty(source.Reads);
        Assert.Equal(Some.Description(sample.Plaintext), opened.Description);
    }

    [Fact]
    public async Task A_plaintext_that_is_not_the_one_described_is_refused_before_its_last_segment()
    {
        var sample = await SealedSample.MakeSmallAsync(1000);
        var description = new ItemDescription("a", "b/c", 1000, new byte[32]);
        var lying = await KeyEnvelopeWriter.WriteAsync(Some.Case, Some.Item, Some.Key(), description, RsaKeyWrap.Shared, CancellationToken.None);
        using var opened = await sample.OpenAsync(new MemorySource(sample.Body), keyEnvelope: lying);
        using var written = new MemoryStream();

        await RefusedAsync(OpenFailure.Payload, () => opened.CopyToAsync(written, CancellationToken.None));

        Assert.Equal(sample.Plaintext[..(72 + (8 * 112))], written.ToArray());
    }

    [Fact]
    public async Task A_key_that_was_not_committed_to_is_refused()
    {
        var sample = await SealedSample.MakeSmallAsync(10);
        var body = new MemorySource(sample.Body);
        for (var i = 0; i < 32; i++)
        {
            var commitment = sample.Recorded.Commitment.ToArray();
            commitment[i] ^= 1;
            await RefusedAsync(OpenFailure.Key, () => sample.OpenAsync(body, recorded: new SealedReference(sample.Recorded.Header, commitment, sample.Body.Length)));
        }

        using var other = ContentKey.Generate();
        var envelope = await KeyEnvelopeWriter.WriteAsync(
            Some.Case, Some.Item, other, Some.Description(sample.Plaintext), RsaKeyWrap.Shared, CancellationToken.None);
        await RefusedAsync(OpenFailure.Key, () => sample.OpenAsync(body, keyEnvelope: envelope));
    }

    [Fact]
    public async Task A_recorded_header_without_the_mark_of_the_format_is_refused_before_the_key_is_asked_for()
    {
        var sample = await SealedSample.MakeSmallAsync(10);
        var header = sample.Recorded.Header.ToArray();
        header[0] = 0x29;
        var recorded = new SealedReference(header, sample.Recorded.Commitment, sample.Recorded.Size);

        await RefusedAsync(OpenFailure.Header, () => sample.OpenAsync(new MemorySource(sample.Body), keyEnvelope: [], recorded: recorded));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_recorded_size_that_is_not_that_of_the_described_plaintext_is_refused(int difference)
    {
        var sample = await SealedSample.MakeSmallAsync(10);
        var recorded = new SealedReference(sample.Recorded.Header, sample.Recorded.Commitment, sample.Recorded.Size + difference);

        await RefusedAsync(OpenFailure.Key, () => sample.OpenAsync(new MemorySource(sample.Body), recorded: recorded));
    }

    [Theory]
    [InlineData(Some.Case, "other")]
    [InlineData("OTHE-R000-0000", Some.Item)]
    [InlineData(Some.Case, "Statement")]
    public async Task A_grant_for_another_item_opens_nothing(string @case, string item)
    {
        var sample = await SealedSample.MakeSmallAsync(10);
        var grant = new ConsultationGrant(@case, item);

        await RefusedAsync(OpenFailure.Key, () => sample.OpenAsync(new MemorySource(sample.Body), grant));
        await RefusedAsync(OpenFailure.Key, () => KeyEnvelope.DescribeAsync(grant, sample.KeyEnvelope, RsaKeyWrap.Shared, CancellationToken.None));
    }

    [Fact]
    public async Task Storage_that_ends_before_its_length_is_truncated()
    {
        var sample = await SealedSample.MakeSmallAsync(1000);
        using var opened = await sample.OpenAsync(new SteppedSource(sample.Body, (_, _) => throw new EndOfStreamException()));

        await RefusedAsync(OpenFailure.Truncated, () => opened.CopyToAsync(Stream.Null, CancellationToken.None));
    }

    [Fact]
    public async Task What_storage_throws_passes_through()
    {
        var sample = await SealedSample.MakeSmallAsync(1000);
        using var opened = await sample.OpenAsync(new SteppedSource(sample.Body, (_, _) => throw new TimeoutException()));

        await Assert.ThrowsAsync<TimeoutException>(() => opened.CopyToAsync(Stream.Null, CancellationToken.None));
    }

    [Fact(Timeout = 60_000)]
    public async Task Storage_is_read_ahead_and_may_answer_in_any_order()
    {
        var sample = await SealedSample.MakeSmallAsync(1000);
        var firstMayAnswer = new TaskCompletionSource();
        var source = new SteppedSource(sample.Body, (offset, _) =>
        {
            if (offset == 0)
                return firstMayAnswer.Task;
            if (offset == 5 * 128)
                firstMayAnswer.SetResult();
            return Task.CompletedTask;
        });
        using var opened = await sample.OpenAsync(source);
        using var written = new MemoryStream();

        await opened.CopyToAsync(written, CancellationToken.None);

        Assert.Equal(sample.Plaintext, written.ToArray());
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancelling_ends_the_reads_that_wait()
    {
        var sample = await SealedSample.MakeSmallAsync(1000);
        using var cancellation = new CancellationTokenSource();
        using var opened = await sample.OpenAsync(new SteppedSource(sample.Body, async (offset, token) =>
        {
            if (offset < 4 * 128)
                return;
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opened.CopyToAsync(Stream.Null, cancellation.Token));
    }

    [Fact]
    public async Task An_item_that_was_disposed_of_opens_no_more()
    {
        var sample = await SealedSample.MakeSmallAsync(10);
        var opened = await sample.OpenAsync(new MemorySource(sample.Body));
        opened.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => opened.CopyToAsync(Stream.Null, CancellationToken.None));
    }

    private static async Task RefusedAsync(OpenFailure failure, Func<Task> open) =>
        Assert.Equal(failure, (await Assert.ThrowsAsync<OpenException>(open)).Failure);

    /// <summary>A stored body where a test steps in before each read.</summary>
    private sealed class SteppedSource(byte[] body, Func<long, CancellationToken, Task> before) : ISealedSource
    {
        public long Length => body.Length;

        public async ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
        {
            await before(offset, cancellationToken);
            body.AsMemory((int)offset, destination.Length).CopyTo(destination);
        }
    }
}
