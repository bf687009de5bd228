using Rogatory.Core.Sealing;
using Xunit;

namespace Rogatory.TestKit.Contracts;

public abstract class VaultContract
{
    private static readonly DateTimeOffset Retained = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SealedPath path = Sample.Path();

    protected abstract IVault Vault { get; }

    [Theory]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData((1 << 20) + 1)]
    [InlineData(20_000_000)]
    public async Task A_committed_body_is_read_back_as_it_was_written(int size)
    {
        var body = Sample.Bytes(size);

        var version = await StoreAsync(path, body);

        Assert.Equal(body, await ReadAllAsync(version, size, size));
        Assert.Equal(body, await ReadAllAsync(version, size, 1 << 20));
    }

    [Fact]
    public async Task An_upload_may_turn_out_larger_or_smaller_than_expected()
    {
        var body = Sample.Bytes(100_000);
        var other = Sample.Path();

        Assert.Equal(body, await ReadAllAsync(await StoreAsync(path, body, expectedSize: 10), body.Length, body.Length));
        var version = await StoreAsync(other, body, expectedSize: 30_000_000);
        var read = new byte[body.Length];
        await Vault.OpenSource(other, version, body.Length).ReadAsync(0, read, default);
        Assert.Equal(body, read);
    }

    [Fact]
    public async Task Nothing_is_readable_before_the_commit()
    {
        await using var upload = Vault.BeginUpload(path, 1000);
        await upload.WriteAsync(Sample.Bytes(1000));

        await Assert.ThrowsAsync<EndOfStreamException>(() => ReadAllAsync(null, 1000, 1000));
    }

    [Fact]
    public async Task An_upload_that_is_left_leaves_nothing_and_its_path_stays_free()
    {
        await using (var upload = Vault.BeginUpload(path, 1000))
            await upload.WriteAsync(Sample.Bytes(1000, seed: 1));
        await Assert.ThrowsAsync<EndOfStreamException>(() => ReadAllAsync(null, 1000, 1000));

        var body = Sample.Bytes(1000, seed: 2);
        Assert.Equal(body, await ReadAllAsync(await StoreAsync(path, body), 1000, 1000));
    }

    [Fact]
    public async Task A_committed_body_is_never_replaced()
    {
        var body = Sample.Bytes(1000, seed: 1);
        var version = await StoreAsync(path, body);

        await Assert.ThrowsAsync<InvalidOperationException>(() => StoreAsync(path, Sample.Bytes(1000, seed: 2)));

        Assert.Equal(body, await ReadAllAsync(version, 1000, 1000));
    }

    [Fact]
    public async Task Of_two_uploads_to_one_path_one_is_committed_whole()
    {
        byte[][] bodies = [Sample.Bytes(9_000_000, seed: 1), Sample.Bytes(9_000_000, seed: 2)];
        var uploads = bodies.Select(body => Vault.BeginUpload(path, body.Length)).ToArray();
        await uploads[1].WriteAsync(bodies[1]);
        await uploads[0].WriteAsync(bodies[0]);

        var version = await uploads[1].CommitAsync(Retained, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => uploads[0].CommitAsync(Retained, default));

        foreach (var upload in uploads)
            await upload.DisposeAsync();
        Assert.Equal(bodies[1], await ReadAllAsync(version, 9_000_000, 9_000_000));
    }

    [Fact]
    public async Task Any_range_is_read_in_any_order_and_many_at_once()
    {
        const int Size = 12_000_000;
        var body = Sample.Bytes(Size);
        var source = Vault.OpenSource(path, await StoreAsync(path, body), Size);
        Assert.Equal(Size, source.Length);

        var random = new Random(7);
        var ranges = Enumerable.Range(0, 40).Select(_ => random.Next(Size)).Select(start => (Start: start, Count: random.Next(Math.Min(1 << 20, Size - start) + 1)));
        await Task.WhenAll(ranges.Select(range => Task.Run(async () =>
        {
            var read = new byte[range.Count];
            await source.ReadAsync(range.Start, read, default);
            Assert.True(body.AsSpan(range.Start, range.Count).SequenceEqual(read));
        })));
    }

    [Theory]
    [InlineData(999)]
    [InlineData(1001)]
    public async Task A_body_of_another_length_than_was_recorded_is_refused(int recorded)
    {
        var version = await StoreAsync(path, Sample.Bytes(1000));

        await Assert.ThrowsAsync<EndOfStreamException>(() => ReadAllAsync(version, recorded, recorded));
        await Assert.ThrowsAsync<EndOfStreamException>(() => ReadAllAsync(version, recorded, 100));
    }

    [Fact]
    public async Task A_body_that_is_not_there_is_refused() =>
        await Assert.ThrowsAsync<EndOfStreamException>(() => ReadAllAsync(null, 1000, 1000));

    [Fact]
    public async Task A_read_past_the_end_is_refused()
    {
        var source = Vault.OpenSource(path, await StoreAsync(path, Sample.Bytes(1000)), 1000);

        await Assert.ThrowsAsync<EndOfStreamException>(() => source.ReadAsync(900, new byte[101], default).AsTask());
    }

    private async Task<string?> StoreAsync(SealedPath to, byte[] body, long? expectedSize = null)
    {
        await using var upload = Vault.BeginUpload(to, expectedSize ?? body.Length);
        // Pieces that fit no block exactly.
        foreach (var piece in body.Chunk(700_001))
            await upload.WriteAsync(piece);
        return await upload.CommitAsync(Retained, default);
    }

    private async Task<byte[]> ReadAllAsync(string? version, int size, int step)
    {
        var source = Vault.OpenSource(path, version, size);
        var read = new byte[size];
        for (var at = 0; at < size; at += step)
            await source.ReadAsync(at, read.AsMemory(at, Math.Min(step, size - at)), default);
        return read;
    }
}
