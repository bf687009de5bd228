using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Azure.Sealing;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.TestKit.Contracts;

namespace Rogatory.Azure.Tests.Sealing;

[Collection(nameof(StorageCollection))]
public sealed class BlobArrivalsTests(StorageFixture storage) : ArrivalsContract, IAsyncLifetime
{
    private readonly SealedPath path = new(CaseId.Parse("7K3Q-F2M9-X4TD"), ItemId.Parse("image"), AttemptId.New());
    private BlobContainerClient inbound = null!;
    private BlobContainerClient arriving = null!;
    private BlobContainerClient vault = null!;
    private BlobArrivals arrivals = null!;

    protected override IInbound Inbound => new BlobInbound(inbound, Links);

    protected override IArrivals Arrivals => arrivals;

    protected override IArrivalNotes Notes => arrivals;

    protected override IVault Vault => new BlobVault(vault, BlobImmutabilityPolicyMode.Locked);

    private AccountKeyLinks Links => new(new StorageSharedKeyCredential(storage.Azurite.Accounts[0].Name, storage.Azurite.Accounts[0].Key));

    public async Task InitializeAsync()
    {
        inbound = await storage.ContainerAsync("inbound", new RequestLog());
        arriving = await storage.ContainerAsync("arrivals", new RequestLog());
        vault = await storage.ContainerAsync("vault", new RequestLog());
        arrivals = new BlobArrivals(inbound, arriving, vault, BlobImmutabilityPolicyMode.Locked, new BlobCopy(Links, TimeProvider.System));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Clearing_drops_blocks_that_were_never_committed()
    {
        var blob = new BlockBlobClient(await LinkAsync());
        await blob.StageBlockAsync(Convert.ToBase64String(new byte[16]), new MemoryStream(new byte[1000]));

        await Inbound.ClearAsync(path, default);

        await foreach (BlobItem left in inbound.GetBlobsAsync(BlobTraits.None, BlobStates.All))
            Assert.Fail(left.Name);
    }

    [Fact]
    public async Task Clearing_takes_away_what_its_sender_holds_a_lease_on()
    {
        var blob = new BlockBlobClient(await LinkAsync());
        await blob.UploadAsync(new MemoryStream(new byte[1000]));
        await blob.GetBlobLeaseClient().AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);

        await Inbound.ClearAsync(path, default);

        Assert.Null(await Inbound.FindSizeAsync(path, default));
    }

    protected override async Task UploadAsync(SealedPath path, byte[] body) =>
        await new BlockBlobClient(await Inbound.LinkAsync(path, TimeProvider.System.GetUtcNow().AddMinutes(5), default)).UploadAsync(new MemoryStream(body));

    private Task<Uri> LinkAsync() => Inbound.LinkAsync(path, TimeProvider.System.GetUtcNow().AddMinutes(5), default);
}
