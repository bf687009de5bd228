using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Rogatory.Core;
using Rogatory.Core.Sealing;

namespace Rogatory.Azure.Sealing;

/// <summary>Sealed uploads in flight, a blob <c>{case}/{item}/{attempt}</c> each, written by partners through links.</summary>
public sealed class BlobInbound(BlobContainerClient container, BlobLinks links) : IInbound
{
    public Task<Uri> LinkAsync(SealedPath path, DateTimeOffset until, CancellationToken cancellationToken) =>
        links.SignAsync(Blob(container, path), BlobSasPermissions.Create | BlobSasPermissions.Write, until, cancellationToken);

    public async Task<long?> FindSizeAsync(SealedPath path, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties found = await Blob(container, path).GetPropertiesAsync(cancellationToken: cancellationToken);
            return found.ContentLength;
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsMissing(refusal))
        {
            return null;
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(container.Name, failure);
        }
    }

    public Task ClearAsync(SealedPath path, CancellationToken cancellationToken) => BlobRemoval.RunAsync(Blob(container, path), cancellationToken);

    internal static BlockBlobClient Blob(BlobContainerClient container, SealedPath path) => container.GetBlockBlobClient(path.ToString());
}
