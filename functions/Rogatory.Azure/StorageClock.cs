using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Rogatory.Core;

namespace Rogatory.Azure;

/// <summary>Compares the program's clock with storage's: entries are dated by the one, protected by the other.</summary>
public sealed class StorageClock(BlobContainerClient container, TimeProvider time)
{
    /// <summary>Beyond this, in either direction, the clocks do not agree.</summary>
    public static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(5);

    /// <summary>Throws <see cref="StorageUnavailableException"/> when storage does not answer, or with another time than ours.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            Response<BlobContainerProperties> answer = await container.GetPropertiesAsync(cancellationToken: cancellationToken);
            if (answer.GetRawResponse().Headers.Date is { } date && (time.GetUtcNow() - date).Duration() <= MostSkew)
                return;
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(container.Name, failure);
        }

        throw new StorageUnavailableException("clock");
    }
}
