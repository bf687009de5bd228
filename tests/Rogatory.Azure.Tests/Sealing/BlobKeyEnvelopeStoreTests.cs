using Azure.Storage.Blobs;
using Rogatory.Azure.Sealing;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.TestKit.Contracts;

namespace Rogatory.Azure.Tests.Sealing;

[Collection(nameof(StorageCollection))]
public sealed class BlobKeyEnvelopeStoreTests(StorageFixture storage) : KeyEnvelopeStoreContract, IAsyncLifetime
{
    private readonly SealedPath path = new(CaseId.Parse("7K3Q-F2M9-X4TD"), ItemId.Request, AttemptId.New());
    private readonly RequestLog log = new();
    private BlobContainerClient container = null!;

    protected override IKeyEnvelopeStore Store => new BlobKeyEnvelopeStore(container);

    protected override IEnvelopeEraser Eraser => new BlobEnvelopeEraser(container);

    public async Task InitializeAsync() => container = await storage.ContainerAsync("keys", log);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_call_takes_one_request()
    {
        await Store.TryCreateAsync(path, 0, "envelope"u8.ToArray(), default);
        await Store.ReadAsync(path, 0, default);
        await foreach (var _ in Store.ListAsync(path.Case, default))
        {
        }
        await Eraser.DestroyAsync(path, 0, default);

        Assert.Equal(["PUT", "GET", "GET list", "DELETE"], log.Sent);
    }

    [Fact]
    public async Task A_lost_answer_is_found_out_and_the_envelope_is_this_calls_own()
    {
        log.LoseNextAnswerTo("PUT");

        Assert.True(await Store.TryCreateAsync(path, 0, "envelope"u8.ToArray(), default));
        Assert.Equal(["PUT", "PUT", "GET"], log.Sent);
    }

    [Fact]
    public async Task What_is_no_key_envelope_is_not_listed_as_one()
    {
        foreach (var name in new[] { $"{path}", $"{path}/-1", $"{path}/0/0", $"{path.Case}/Item/{path.Attempt}/0", $"{path.Case}/request/1/0" })
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromString("stray"));

        await foreach (var envelope in Store.ListAsync(path.Case, default))
            Assert.Fail($"{envelope.Path} is listed.");
    }
}
