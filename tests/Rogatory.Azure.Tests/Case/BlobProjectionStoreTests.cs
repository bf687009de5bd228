using Rogatory.Azure.Case;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Core.Case;
using Rogatory.TestKit.Contracts;

namespace Rogatory.Azure.Tests.Case;

[Collection(nameof(StorageCollection))]
public sealed class BlobProjectionStoreTests(StorageFixture storage) : ProjectionStoreContract, IAsyncLifetime
{
    private readonly RequestLog log = new();
    private BlobProjectionStore store = null!;

    protected override IProjectionStore Store => store;

    public async Task InitializeAsync() => store = new BlobProjectionStore(await storage.ContainerAsync("cases", log));

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Content_and_tags_are_written_in_one_request_and_all_tags_are_listed_in_one()
    {
        var tags = new Dictionary<string, string> { ["stage"] = "Intake" };
        await store.TryWriteAsync(CaseId.Parse("7K3Q-F2M9-X4TD"), "one"u8.ToArray(), tags, etag: null, default);
        await store.TryWriteAsync(CaseId.Parse("7K3Q-F2M9-X4TE"), "two"u8.ToArray(), tags, etag: null, default);
        Assert.Equal(["PUT", "PUT"], log.Sent);

        log.Clear();
        await foreach (var found in store.ListAsync(default))
            Assert.Equal("Intake", found.Tags["stage"]);
        Assert.Equal(["GET list"], log.Sent);
    }
}
