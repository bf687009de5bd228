using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Rogatory.LocalHost.Worker;

/// <summary>Makes the containers and queues, which a deployment's infrastructure makes. Until storage is there, health says so.</summary>
internal sealed class StorageSetup(IReadOnlyList<BlobContainerClient> containers, IReadOnlyList<QueueClient> queues, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && !await TryCreateAsync(stoppingToken))
            await Task.Delay(Again, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> TryCreateAsync(CancellationToken stop)
    {
        try
        {
            foreach (BlobContainerClient container in containers)
                await container.CreateIfNotExistsAsync(cancellationToken: stop);
            foreach (QueueClient queue in queues)
                await queue.CreateIfNotExistsAsync(cancellationToken: stop);
            return true;
        }
        catch (Exception notThere) when (notThere is RequestFailedException or AggregateException or OperationCanceledException)
        {
            return false;
        }
    }
}
