using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Rogatory.Core;

namespace Rogatory.Azure;

internal static class BlobListing
{
    /// <summary>The container's blobs, page by page.</summary>
    public static async IAsyncEnumerable<BlobItem> ReadAsync(
        BlobContainerClient container, BlobTraits traits, string? prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var blobs = container.GetBlobsAsync(traits, BlobStates.None, prefix, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await blobs.MoveNextAsync())
                    yield break;
            }
            catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
            {
                throw new StorageUnavailableException(container.Name, failure);
            }

            yield return blobs.Current;
        }
    }
}
