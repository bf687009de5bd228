using Azure;
using Azure.Storage;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Core;
using Rogatory.Core.Sealing;

namespace Rogatory.Azure.Tests;

[Collection(nameof(StorageCollection))]
public sealed class BlobCopyTests(StorageFixture storage) : IAsyncLifetime
{
    private const int Block = 8 << 20;
    private const string Name = "7K3Q-F2M9-X4TD/statement";
    private static readonly BlobImmutabilityPolicy Policy = new()
    {
        ExpiresOn = new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero),
        PolicyMode = BlobImmutabilityPolicyMode.Locked,
    };

    private readonly RequestLog log = new();
    private BlockBlobClient source = null!;
    private BlockBlobClient target = null!;
    private BlobCopy copy = null!;

    public async Task InitializeAsync()
    {
        source = (await storage.ContainerAsync("vault", new RequestLog())).GetBlockBlobClient(Name);
        target = (await storage.ContainerAsync("outbound", log, storage.Elsewhere)).GetBlockBlobClient(Name);
        copy = new BlobCopy(new AccountKeyLinks(Key(storage.Azurite.Accounts[0])), TimeProvider.System, Block);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(1)]
    [InlineData(Block)]
    [InlineData((2 * Block) + 1)]
    public async Task A_blob_comes_to_another_account_whole_and_says_what_it_is(int length)
    {
        await PutAsync(length);

        CopiedBlob copied = await copy.RunAsync(source, length, target, null, default);

        Assert.Equal(length, copied.Length);
        Assert.Equal((await target.GetPropertiesAsync()).Value.ETag, copied.ETag);
        await AssertCopiedAsync(length);
    }

    [Fact]
    public async Task No_byte_passes_through_the_program()
    {
        await PutAsync(Block + 1);
        log.Clear();

        await copy.RunAsync(source, Block + 1, target, null, default);

        Assert.Equal(["GET blocklist", "PUT block", "PUT block", "PUT blocklist", "HEAD"], log.Sent);
    }

    [Fact]
    public async Task A_copy_is_protected_from_the_call_that_commits_it()
    {
        await PutAsync(1000);
        await copy.RunAsync(source, 1000, target, Policy, default);
        BlobProperties stored = await target.GetPropertiesAsync();
        Assert.Equal((Policy.ExpiresOn, Policy.PolicyMode), (stored.ImmutabilityPolicy.ExpiresOn, stored.ImmutabilityPolicy.PolicyMode));
    }

    [Fact]
    public async Task A_copy_that_was_cut_goes_on_with_the_blocks_that_are_there()
    {
        await PutAsync((3 * Block) + 1);
        int put = 0;
        log.Gate = async request =>
        {
            if (request != "PUT block" || Interlocked.Increment(ref put) <= 2)
                return;
            while (await StagedAsync() < 2)
            {
            }

            throw new IOException("The connection broke.");
        };
        await Assert.ThrowsAsync<StorageUnavailableException>(() => copy.RunAsync(source, (3 * Block) + 1, target, null, default));
        int there = await StagedAsync();
        log.Gate = _ => Task.CompletedTask;
        log.Clear();

        await copy.RunAsync(source, (3 * Block) + 1, target, null, default);

        Assert.Equal(2, there);
        Assert.Equal(4 - there, log.Sent.Count(request => request == "PUT block"));
        await AssertCopiedAsync((3 * Block) + 1);
    }

    [Fact]
    public async Task A_copy_that_is_there_is_not_made_again()
    {
        await PutAsync(1000);
        CopiedBlob first = await copy.RunAsync(source, 1000, target, Policy, default);
        log.Clear();

        Assert.Equal(first, await copy.RunAsync(source, 1000, target, Policy, default));
        Assert.Equal(["GET blocklist", "HEAD"], log.Sent);
    }

    [Fact]
    public async Task What_is_left_of_another_source_is_not_taken_up()
    {
        await PutAsync(Block + 1);
        log.Gate = request => request == "PUT blocklist" ? throw new IOException("The connection broke.") : Task.CompletedTask;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => copy.RunAsync(source, Block + 1, target, null, default));
        log.Gate = _ => Task.CompletedTask;
        await PutAsync(Block + 1, seed: 2);

        await copy.RunAsync(source, Block + 1, target, null, default);

        await AssertCopiedAsync(Block + 1, seed: 2);
    }

    [Fact]
    public async Task A_source_that_is_replaced_meanwhile_is_refused_and_nothing_is_committed()
    {
        await PutAsync(1000);
        log.Gate = async request =>
        {
            if (request == "PUT block")
                await PutAsync(1000, seed: 2);
        };

        await Assert.ThrowsAsync<SourceChangedException>(() => copy.RunAsync(source, 1000, target, null, default));
        Assert.False(await target.ExistsAsync());
    }

    [Fact]
    public async Task A_source_that_vanishes_meanwhile_is_refused()
    {
        await PutAsync(1000);
        log.Gate = async request =>
        {
            if (request == "PUT block")
                await source.DeleteIfExistsAsync();
        };
        await Assert.ThrowsAsync<SourceChangedException>(() => copy.RunAsync(source, 1000, target, null, default));
    }

    [Fact]
    public async Task A_source_that_is_missing_or_of_another_length_is_refused_before_anything_is_asked_of_the_target()
    {
        log.Clear();
        await Assert.ThrowsAsync<SourceChangedException>(() => copy.RunAsync(source, 1000, target, null, default));
        await PutAsync(1001);
        await Assert.ThrowsAsync<SourceChangedException>(() => copy.RunAsync(source, 1000, target, null, default));
        Assert.Empty(log.Sent);
    }

    [Fact]
    public async Task A_target_that_exists_is_never_replaced()
    {
        await PutAsync(1000);
        await target.UploadAsync(new MemoryStream([1, 2, 3]));

        await Assert.ThrowsAsync<InvalidOperationException>(() => copy.RunAsync(source, 1000, target, null, default));

        Assert.Equal([1, 2, 3], (await target.DownloadContentAsync()).Value.Content.ToArray());
    }

    [Theory]
    [InlineData("PUT block")]
    [InlineData("PUT blocklist")]
    [InlineData("HEAD")]
    public async Task A_lost_answer_changes_nothing(string request)
    {
        await PutAsync(Block + 1);
        log.LoseNextAnswerTo(request);
        await copy.RunAsync(source, Block + 1, target, null, default);
        await AssertCopiedAsync(Block + 1);
    }

    [Fact]
    public async Task A_copy_that_is_there_without_the_protection_asked_for_is_refused()
    {
        await PutAsync(1000);
        await copy.RunAsync(source, 1000, target, null, default);
        await Assert.ThrowsAsync<ProtectionMissingException>(() => copy.RunAsync(source, 1000, target, Policy, default));
    }

    private static StorageSharedKeyCredential Key(TestKit.Azurite.AzuriteAccount account) => new(account.Name, account.Key);

    private Task PutAsync(int length, int seed = 1) => source.UploadAsync(new MemoryStream(Bytes(length, seed)));

    private async Task AssertCopiedAsync(int length, int seed = 1)
    {
        byte[] copied = (await target.DownloadContentAsync()).Value.Content.ToArray();
        Assert.True(Bytes(length, seed).AsSpan().SequenceEqual(copied));
    }

    private async Task<int> StagedAsync()
    {
        try
        {
            return (await target.GetBlockListAsync(BlockListTypes.Uncommitted)).Value.UncommittedBlocks.Count();
        }
        catch (RequestFailedException notYet) when (notYet.Status == 404)
        {
            return 0;
        }
    }

    private static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
