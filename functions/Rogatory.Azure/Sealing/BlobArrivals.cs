using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Core;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Azure.Sealing;

/// <summary>
/// Bodies on their way from <c>inbound</c> to <c>vault</c>, as <c>{case}/{item}/{attempt}/body</c> with notes beside it. No link ever names
/// this container.
/// </summary>
public sealed class BlobArrivals(
    BlobContainerClient inbound, BlobContainerClient arrivals, BlobContainerClient vault, BlobImmutabilityPolicyMode mode, BlobCopy copy) : IArrivals, IArrivalNotes
{
    private const string BodyName = "body";

    private readonly BlockBuffers buffers = new();

    public async Task TakeInAsync(SealedPath path, long size, CancellationToken cancellationToken)
    {
        // Once a body is here, what happens to the uploaded one no longer matters.
        if (!await ExistsAsync(Body(path), cancellationToken))
            await copy.RunAsync(BlobInbound.Blob(inbound, path), size, Body(path), policy: null, cancellationToken);
    }

    public ISealedSource OpenSource(SealedPath path, long size) => new BlobSealedSource(Body(path), size, buffers);

    public async Task<string?> AdmitAsync(SealedPath path, long size, DateTimeOffset retainUntil, CancellationToken cancellationToken)
    {
        var policy = new BlobImmutabilityPolicy { ExpiresOn = BlobVaultUpload.InWholeSeconds(retainUntil), PolicyMode = mode };
        CopiedBlob admitted = await copy.RunAsync(Body(path), size, vault.GetBlockBlobClient(path.ToString()), policy, cancellationToken);
        return admitted.Version;
    }

    public async Task ClearAsync(SealedPath path, CancellationToken cancellationToken)
    {
        // The body first, and by its name: one that was never committed is not listed.
        await BlobRemoval.RunAsync(Body(path), cancellationToken);
        await foreach (BlobItem note in BlobListing.ReadAsync(arrivals, BlobTraits.None, $"{path}/", cancellationToken))
            await BlobRemoval.RunAsync(arrivals.GetBlockBlobClient(note.Name), cancellationToken);
    }

    public async Task WriteAsync(SealedPath path, string name, ReadOnlyMemory<byte> note, CancellationToken cancellationToken)
    {
        try
        {
            await arrivals.GetBlobClient($"{path}/{name}").UploadAsync(BinaryData.FromBytes(note), overwrite: true, cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(arrivals.Name, failure);
        }
    }

    public async Task<byte[]?> ReadAsync(SealedPath path, string name, CancellationToken cancellationToken) =>
        (await SmallBlob.ReadAsync(arrivals, $"{path}/{name}", cancellationToken))?.Content.ToArray();

    private BlockBlobClient Body(SealedPath path) => arrivals.GetBlockBlobClient($"{path}/{BodyName}");

    private async Task<bool> ExistsAsync(BlockBlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return await blob.ExistsAsync(cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(arrivals.Name, failure);
        }
    }
}
