using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Rogatory.Azure.Sealing;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Core;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.TestKit.Contracts;

namespace Rogatory.Azure.Tests.Sealing;

[Collection(nameof(StorageCollection))]
public sealed class BlobVaultTests(StorageFixture storage) : VaultContract, IAsyncLifetime
{
    private const int Block = 8 << 20;
    private static readonly DateTimeOffset Retained = new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(1);

    private readonly SealedPath path = new(CaseId.Parse("7K3Q-F2M9-X4TD"), ItemId.Request, AttemptId.New());
    private readonly RequestLog log = new();
    private BlobContainerClient container = null!;

    protected override IVault Vault => new BlobVault(container, BlobImmutabilityPolicyMode.Locked);

    public async Task InitializeAsync() => container = await storage.ContainerAsync("vault", log);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_body_takes_a_request_for_each_block_one_to_commit_and_one_to_read_back()
    {
        await StoreAsync(Vault, (2 * Block) + 1);

        Assert.Equal(["PUT block", "PUT block", "PUT block", "PUT blocklist", "HEAD"], log.Sent);
    }

    [Fact]
    public async Task A_body_is_locked_until_the_first_full_second_at_or_after_the_one_given()
    {
        await StoreAsync(Vault, 1000);

        BlobProperties stored = await container.GetBlobClient(path.ToString()).GetPropertiesAsync();
        Assert.Equal(BlobImmutabilityPolicyMode.Locked, stored.ImmutabilityPolicy.PolicyMode);
        Assert.Equal(new DateTimeOffset(2090, 1, 1, 0, 0, 1, TimeSpan.Zero), stored.ImmutabilityPolicy.ExpiresOn);
    }

    [Fact]
    public async Task A_body_that_storage_would_not_lock_is_refused() =>
        await Assert.ThrowsAsync<ProtectionMissingException>(() => StoreAsync(new BlobVault(storage.Ungated(container, log), BlobImmutabilityPolicyMode.Locked), 1000));

    [Fact]
    public async Task Until_when_a_body_is_protected_is_what_storage_says_and_nothing_where_it_is_not()
    {
        Assert.Null(await Vault.ProtectedUntilAsync(path, null, default));
        await StoreAsync(Vault, 1000);
        Assert.True(await Vault.ProtectedUntilAsync(path, null, default) >= Retained);

        // A policy that whoever has the right can lift is no protection for one who asked for a locked one.
        Assert.Equal(DateTimeOffset.MinValue, await new BlobVault(container, BlobImmutabilityPolicyMode.Unlocked).ProtectedUntilAsync(path, null, default));
    }

    [Theory]
    [InlineData("PUT block")]
    [InlineData("PUT blocklist")]
    [InlineData("HEAD")]
    public async Task A_lost_answer_changes_nothing(string request)
    {
        log.LoseNextAnswerTo(request);

        await StoreAsync(Vault, Block + 1);

        var read = new byte[Block + 1];
        await Vault.OpenSource(path, null, read.Length).ReadAsync(0, read, default);
        Assert.True(Body(read.Length).AsSpan().SequenceEqual(read));
    }

    [Fact]
    public async Task A_writer_waits_when_three_blocks_are_under_way()
    {
        var open = new TaskCompletionSource();
        log.Gate = request => request == "PUT block" ? open.Task : Task.CompletedTask;
        await using var upload = Vault.BeginUpload(path, 10 * Block);

        await upload.WriteAsync(new byte[3 * Block]);
        var waiting = upload.WriteAsync(new byte[1]).AsTask();
        var (waited, sent) = (!waiting.IsCompleted, log.Sent.Count);
        open.SetResult();
        await waiting;

        Assert.True(waited);
        Assert.Equal(3, sent);
    }

    [Fact]
    public async Task An_upload_that_is_left_stops_its_requests()
    {
        var open = new TaskCompletionSource();
        log.Gate = _ => open.Task;
        var upload = Vault.BeginUpload(path, Block);
        await upload.WriteAsync(new byte[Block]);

        var left = upload.DisposeAsync().AsTask();
        open.SetResult();
        await left;

        await Assert.ThrowsAsync<ObjectDisposedException>(() => upload.WriteAsync(new byte[1]).AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => upload.CommitAsync(Retained, default));
    }

    [Theory]
    [InlineData(0, Block)]
    [InlineData(45_000L * Block, Block)]
    [InlineData((45_000L * Block) + 1, Block + 1)]
    [InlineData(1L << 40, 24_433_592)]
    public void A_body_of_any_expected_size_fits_into_45000_blocks(long expected, int blockSize) =>
        Assert.Equal(blockSize, BodyBlocks.SizeFor(expected));

    [Fact]
    public async Task Reads_in_a_row_share_requests()
    {
        const int Size = 40 << 20;
        await StoreAsync(Vault, Size);
        var body = Body(Size);
        var source = Vault.OpenSource(path, null, Size);
        log.Clear();

        var piece = new byte[1 << 20];
        for (var at = 0; at < Size; at += piece.Length)
        {
            await source.ReadAsync(at, piece, default);
            Assert.True(body.AsSpan(at, piece.Length).SequenceEqual(piece));
        }

        // 2 + 4 + 8 + 8 + 8 + 8 + 2 MiB.
        Assert.Equal(7, log.Sent.Count);
    }

    [Fact]
    public async Task The_second_read_in_a_row_makes_a_request_ahead_and_the_first_does_not()
    {
        await StoreAsync(Vault, Block);
        var source = Vault.OpenSource(path, null, Block);
        log.Clear();
        var ahead = new TaskCompletionSource();
        log.Gate = _ =>
        {
            if (log.Sent.Count == 2)
                ahead.SetResult();
            return Task.CompletedTask;
        };

        await source.ReadAsync(0, new byte[1000], default);
        Assert.Equal(["GET"], log.Sent);

        await source.ReadAsync(1000, new byte[1000], default);
        await ahead.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Reads_in_a_row_that_overtake_one_another_share_requests()
    {
        const int Size = 40 << 20;
        await StoreAsync(Vault, Size);
        var body = Body(Size);
        var source = Vault.OpenSource(path, null, Size);
        log.Clear();

        var pieces = Enumerable.Range(0, 40).Chunk(3).SelectMany(three => three.Reverse());
        using var lanes = new SemaphoreSlim(6);
        await Task.WhenAll(pieces.Select(async piece =>
        {
            await lanes.WaitAsync();
            var read = new byte[1 << 20];
            await source.ReadAsync(piece << 20, read, default);
            lanes.Release();
            Assert.True(body.AsSpan(piece << 20, read.Length).SequenceEqual(read));
        }));

        Assert.InRange(log.Sent.Count, 7, 20);
    }

    [Fact]
    public async Task A_read_by_itself_is_one_request_for_what_it_asks()
    {
        const int Size = 20 << 20;
        await StoreAsync(Vault, Size);
        var body = Body(Size);
        var source = Vault.OpenSource(path, null, Size);
        log.Clear();

        foreach (var at in new[] { 15 << 20, 3 << 20, 18 << 20 })
        {
            var read = new byte[1000];
            await source.ReadAsync(at, read, default);
            Assert.True(body.AsSpan(at, read.Length).SequenceEqual(read));
        }

        Assert.Equal(["GET", "GET", "GET"], log.Sent);
    }

    [Fact]
    public async Task A_request_that_failed_for_one_read_is_made_again_for_the_next()
    {
        await StoreAsync(Vault, 1000);
        var source = Vault.OpenSource(path, null, 1000);
        log.Gate = _ => throw new IOException("The connection broke.");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => source.ReadAsync(0, new byte[1000], default).AsTask());

        log.Gate = _ => Task.CompletedTask;
        var read = new byte[1000];
        await source.ReadAsync(0, read, default);
        Assert.Equal(Body(1000), read);
    }

    private async Task<string?> StoreAsync(IVault vault, int size)
    {
        await using var upload = vault.BeginUpload(path, size);
        await upload.WriteAsync(Body(size));
        return await upload.CommitAsync(Retained, default);
    }

    private static byte[] Body(int size)
    {
        var body = new byte[size];
        new Random(1).NextBytes(body);
        return body;
    }
}
