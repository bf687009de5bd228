using Rogatory.Azure.Access;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Core.Access;
using Rogatory.TestKit.Contracts;

namespace Rogatory.Azure.Tests.Access;

[Collection(nameof(StorageCollection))]
public sealed class BlobNonceMemoryTests(StorageFixture storage) : NonceMemoryContract, IAsyncLifetime
{
    private readonly RequestLog log = new();
    private BlobNonceMemory memory = null!;

    protected override INonceMemory Memory => memory;

    public async Task InitializeAsync() => memory = new BlobNonceMemory(await storage.ContainerAsync("nonces", log));

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_nonce_whose_answer_was_lost_still_counts_once()
    {
        log.LoseNextAnswerTo("PUT");
        Assert.True(await memory.TryUseAsync(PartnerId.Parse("fr-pnf"), "key", "nonce", default));
        Assert.False(await memory.TryUseAsync(PartnerId.Parse("fr-pnf"), "key", "nonce", default));
    }
}
