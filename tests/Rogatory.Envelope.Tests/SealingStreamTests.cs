using FsCheck;
using FsCheck.Fluent;

namespace Rogatory.Envelope.Tests;

public sealed class SealingStreamTests
{
    // A test of overlap would wait for ever where there is none.
    private const int Patience = 60_000;
    private const int Lanes = BodySealer.DefaultLanes;

    private static readonly byte[] LongPlaintext = Some.Bytes(100 * 112);

    [Fact]
    public void A_plaintext_seals_to_the_same_body_in_whatever_parts_it_arrives() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
            Gen.Choose(0, 1500).ToArbitrary(),
            Gen.Choose(1, 300).NonEmptyListOf().ToArbitrary(),
            (length, parts) =>
            {
                var plaintext = Some.Bytes(length);
                return SealAsync(plaintext).Result.SequenceEqual(SealAsync(plaintext, [.. parts]).Result);
            }));

    [Fact(Timeout = Patience)]
    public async Task The_source_is_read_on_while_the_destination_takes_its_time()
    {
        var readOn = new TaskCompletionSource();
        WatchedStream? source = null;
        source = new WatchedStream(LongPlaintext)
        {
            Before = _ =>
            {
                if (source!.BytesRead > 2 * 112)
                    readOn.TrySetResult();
                return Task.CompletedTask;
            },
        };
        await using var destination = new WatchedStream([]) { Before = _ => readOn.Task };
        using var sealer = Sealer();

        await sealer.SealAsync(source, destination, CancellationToken.None);

        Assert.Equal(SealedLength(LongPlaintext), destination.Written.Length);
    }

    [Fact(Timeout = Patience)]
    public async Task The_destination_is_written_while_the_source_takes_its_time()
    {
        var written = new TaskCompletionSource();
        WatchedStream? source = null;
        source = new WatchedStream(LongPlaintext) { Before = _ => source!.BytesRead > 3 * 112 ? written.Task : Task.CompletedTask };
        await using var destination = new WatchedStream([])
        {
            Before = _ =>
            {
                written.TrySetResult();
                return Task.CompletedTask;
            },
        };
        using var sealer = Sealer();

        await sealer.SealAsync(source, destination, CancellationToken.None);

        Assert.Equal(SealedLength(LongPlaintext), destination.Written.Length);
    }

    [Fact]
    public async Task No_more_segments_are_in_flight_than_there_are_lanes()
    {
        var most = 0L;
        WatchedStream? destination = null;
        var source = new WatchedStream(LongPlaintext);
        destination = new WatchedStream([])
        {
            Before = async _ =>
            {
                await Task.Yield();
                most = Math.Max(most, source.BytesRead - destination!.Written.Length);
            },
        };
        using var sealer = Sealer();

        await sealer.SealAsync(source, destination, CancellationToken.None);

        // One byte of a segment is read ahead with the one before it.
        Assert.InRange(most, 1, (Lanes * 112) + 1);
    }

    [Fact(Timeout = Patience)]
    public async Task Cancelling_ends_a_read_that_waits_and_nothing_is_written_afterwards()
    {
        using var cancellation = new CancellationTokenSource();
        WatchedStream? source = null;
        source = new WatchedStream(LongPlaintext)
        {
            Before = async token =>
            {
                if (source!.BytesRead < 20 * 112)
                    return;
                await cancellation.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
            },
        };
        await using var destination = new WatchedStream([]);
        using var sealer = Sealer();

        var refusal = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sealer.SealAsync(source, destination, cancellation.Token));

        Assert.Equal(cancellation.Token, refusal.CancellationToken);
        Assert.InRange(destination.Written.Length, 0, SealedLength(LongPlaintext) - 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => sealer.WrapKeyAsync(Some.Description(LongPlaintext), RsaKeyWrap.Shared, default));
    }

    [Fact]
    public async Task A_cancelled_call_reads_nothing()
    {
        await using var source = new WatchedStream(LongPlaintext);
        using var sealer = Sealer();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sealer.SealAsync(source, Stream.Null, new CancellationToken(canceled: true)));

        Assert.Equal(0, source.BytesRead);
    }

    [Fact]
    public async Task A_source_that_fails_anywhere_fails_the_sealing_with_its_own_exception()
    {
        for (var bytes = 0; bytes < 1500; bytes += 37)
        {
            using var sealer = Sealer();
            await Assert.ThrowsAsync<IOException>(() => sealer.SealAsync(new FailingStream(bytes), Stream.Null, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_destination_that_fails_anywhere_fails_the_sealing_with_its_own_exception()
    {
        for (var bytes = 0; bytes < 1500; bytes += 37)
        {
            using var sealer = Sealer();
            await Assert.ThrowsAsync<IOException>(() => sealer.SealAsync(LongPlaintext.AsMemory(), new FailingStream(bytes), CancellationToken.None));
        }
    }

    private static ItemSealer Sealer() => new(Some.Case, Some.Item, Some.Key(), Some.Header(), Some.SmallLayout);

    private static int SealedLength(byte[] plaintext) => (int)Some.SmallLayout.SealedLength(plaintext.Length);

    private static async Task<byte[]> SealAsync(byte[] plaintext, params int[] parts)
    {
        await using var destination = new WatchedStream([]);
        using var sealer = Sealer();
        await sealer.SealAsync(new WatchedStream(plaintext, parts), destination, CancellationToken.None);
        return destination.Written;
    }
}
