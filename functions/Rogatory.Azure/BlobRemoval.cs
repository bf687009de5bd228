using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Core;

namespace Rogatory.Azure;

/// <summary>Removes a blob together with blocks that were never committed, even one that a partner holds a lease on.</summary>
internal static class BlobRemoval
{
    public static async Task RunAsync(BlockBlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                await RemoveAsync(blob, cancellationToken);
            }
            catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.LeaseIdMissing)
            {
                await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: cancellationToken);
                await RemoveAsync(blob, cancellationToken);
            }
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(blob.BlobContainerName, failure);
        }
    }

    private static async Task RemoveAsync(BlockBlobClient blob, CancellationToken cancellationToken)
    {
        // Blocks that were never committed are no blob that could be deleted; writing one over them drops them.
        using var nothing = new MemoryStream();
        await blob.UploadAsync(nothing, cancellationToken: cancellationToken);
        await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
    }
}
