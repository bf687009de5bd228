using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Rogatory.Core;
using Rogatory.Core.Case;

namespace Rogatory.LocalHost.Worker;

/// <summary>Makes the containers and queues, which a deployment's infrastructure makes, and says of which space they are. Until storage is there, health says so.</summary>
internal sealed class StorageSetup(IReadOnlyList<BlobContainerClient> containers, IReadOnlyList<QueueClient> queues, StorageSpace space, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    /// <summary>Tries once.</summary>
    /// <returns>False where storage is not there yet.</returns>
    /// <exception cref="OtherSpaceException">The storage is of the other space: the host has to stop.</exception>
    public async Task<bool> TryAsync(CancellationToken stop)
    {
        try
        {
            foreach (BlobContainerClient container in containers)
                await container.CreateIfNotExistsAsync(cancellationToken: stop);
            foreach (QueueClient queue in queues)
                await queue.CreateIfNotExistsAsync(cancellationToken: stop);
            await space.ClaimAsync(stop);
            return true;
        }
        catch (Exception notThere) when (notThere is RequestFailedException or AggregateException or OperationCanceledException or StorageUnavailableException)
        {
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && !await TryAsync(stoppingToken))
            await Task.Delay(Again, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
