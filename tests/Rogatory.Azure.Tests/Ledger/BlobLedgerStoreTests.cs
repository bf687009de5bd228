using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Azure.Ledger;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Ledger;
using Rogatory.TestKit.Contracts;

namespace Rogatory.Azure.Tests.Ledger;

[Collection(nameof(StorageCollection))]
public sealed class BlobLedgerStoreTests(StorageFixture storage) : LedgerStoreContract, IAsyncLifetime
{
    private static readonly byte[] Line = "a line\n"u8.ToArray();

    private readonly RequestLog log = new();
    private BlobContainerClient container = null!;

    protected override ILedgerStore Store => store;

    private BlobLedgerStore store = null!;

    public async Task InitializeAsync()
    {
        container = await storage.ContainerAsync("ledger", log);
        store = new BlobLedgerStore(container);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_first_append_takes_two_requests_and_each_after_it_one()
    {
        await store.TryAppendAsync("one", 0, Line, default);
        Assert.Equal(["PUT", "PUT appendblock"], log.Sent);

        log.Clear();
        await store.TryAppendAsync("one", 7, Line, default);
        Assert.Equal(["PUT appendblock"], log.Sent);
    }

    [Fact]
    public async Task A_read_takes_one_request_whatever_there_is_to_read_and_an_append_after_it_one()
    {
        await store.TryAppendAsync("one", 0, Line, default);
        await store.TryAppendAsync("one", 7, Line, default);
        var other = new BlobLedgerStore(container);

        foreach (var (name, offset) in new[] { ("one", 0), ("one", 7), ("one", 14), ("none", 0), ("none", 7) })
        {
            log.Clear();
            await other.ReadAsync(name, offset, default);
            Assert.Equal(["GET"], log.Sent);
        }

        log.Clear();
        Assert.True(await other.TryAppendAsync("one", 14, Line, default));
        Assert.Equal(["PUT appendblock"], log.Sent);
    }

    [Fact]
    public async Task Who_appends_without_having_read_looks_first()
    {
        await store.TryAppendAsync("one", 0, Line, default);
        log.Clear();

        Assert.True(await new BlobLedgerStore(container).TryAppendAsync("one", 7, Line, default));
        Assert.Equal(["HEAD", "PUT appendblock"], log.Sent);
    }

    [Fact]
    public async Task A_lost_answer_writes_nothing_twice()
    {
        await store.TryAppendAsync("one", 0, Line, default);
        log.LoseNextAnswerTo("PUT appendblock");

        Assert.False(await store.TryAppendAsync("one", 7, "other\n"u8.ToArray(), default));

        Assert.Equal("a line\nother\n"u8.ToArray(), await store.ReadAsync("one", 0, default));
    }

    [Fact]
    public async Task A_ledger_that_was_begun_without_a_line_is_no_ledger_yet()
    {
        await container.GetAppendBlobClient("one").CreateAsync();

        Assert.Empty(await store.ReadAsync("one", 0, default));
        await foreach (var extent in store.ListAsync(default))
            Assert.Fail($"{extent.Name} is listed.");
        Assert.True(await store.TryAppendAsync("one", 0, Line, default));
        Assert.Equal(Line, await store.ReadAsync("one", 0, default));
    }

    [Fact]
    public async Task A_name_that_looks_like_a_part_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => store.ReadAsync("one.1", 0, default));
}
