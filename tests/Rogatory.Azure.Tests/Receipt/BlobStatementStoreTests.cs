using Rogatory.Azure.Receipt;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Core.Receipt;
using Rogatory.TestKit.Contracts;

namespace Rogatory.Azure.Tests.Receipt;

[Collection(nameof(StorageCollection))]
public sealed class BlobStatementStoreTests(StorageFixture storage) : StatementStoreContract, IAsyncLifetime
{
    private readonly RequestLog log = new();
    private BlobStatementStore store = null!;

    protected override IStatementStore Store => store;

    public async Task InitializeAsync() => store = new BlobStatementStore(await storage.ContainerAsync("statements", log));

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Creating_and_reading_take_one_request_each()
    {
        await store.TryCreateAsync("one", "statement"u8.ToArray(), default);
        await store.ReadAsync("one", default);

        Assert.Equal(["PUT", "GET"], log.Sent);
    }
}
