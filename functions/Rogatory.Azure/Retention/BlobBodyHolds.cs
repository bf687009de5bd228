using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Core;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;

namespace Rogatory.Azure.Retention;

/// <summary>Sets and lifts legal holds on bodies in <c>vault</c>. Its container client carries the one identity that does nothing else.</summary>
public sealed class BlobBodyHolds(BlobContainerClient container) : IBodyHolds
{
    // The answer says what holds from now on; this identity may read nothing.
    public async Task<bool> HoldAsync(SealedPath path, string? version, CancellationToken cancellationToken) =>
        await SetAsync(path, version, isHeld: true, cancellationToken) == true;

    public async Task ReleaseAsync(SealedPath path, string? version, CancellationToken cancellationToken)
    {
        if (await SetAsync(path, version, isHeld: false, cancellationToken) == true)
            throw new StorageUnavailableException(container.Name);
    }

    private async Task<bool?> SetAsync(SealedPath path, string? version, bool isHeld, CancellationToken cancellationToken)
    {
        BlobBaseClient blob = container.GetBlockBlobClient(path.ToString());
        try
        {
            return (await (version is null ? blob : blob.WithVersion(version)).SetLegalHoldAsync(isHeld, cancellationToken)).Value.HasLegalHold;
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
}
