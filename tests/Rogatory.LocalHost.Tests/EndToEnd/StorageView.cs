using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Rogatory.TestKit.Azurite;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>What storage holds, seen past the gate by whoever has the account's key.</summary>
internal sealed class StorageView(AzuriteProcess azurite)
{
    private readonly BlobServiceClient _blobs = new(azurite.ConnectionString());
    private readonly QueueServiceClient _queues = new(azurite.ConnectionString());

    public BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(name);

    public QueueClient Queue(string name) => _queues.GetQueueClient(name);

    public async Task<IReadOnlyList<string>> NamesAsync(string container, string prefix)
    {
        var names = new List<string>();
        await foreach (BlobItem blob in Container(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None))
            names.Add(blob.Name);
        return names;
    }

    /// <summary>Everything there is: each blob's bytes, name, metadata, tags and headers, and each waiting message.</summary>
    public async Task<IReadOnlyList<(string Where, byte[] Bytes)>> EverythingAsync()
    {
        var found = new List<(string, byte[])>();
        await foreach (BlobContainerItem container in _blobs.GetBlobContainersAsync())
        {
            BlobContainerClient client = Container(container.Name);
            await foreach (BlobItem blob in client.GetBlobsAsync(BlobTraits.All, BlobStates.All, null, CancellationToken.None))
            {
                string where = $"{container.Name}/{blob.Name}";
                BlobDownloadResult content = await client.GetBlobClient(blob.Name).DownloadContentAsync();
                found.Add((where, content.Content.ToArray()));
                found.Add(($"{where} (described)", BinaryData.FromObjectAsJson(new { blob.Name, blob.Metadata, blob.Tags, content.Details.ContentDisposition, content.Details.ContentType }).ToArray()));
            }
        }

        await foreach (var queue in _queues.GetQueuesAsync())
        {
            foreach (var message in (await _queues.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value)
                found.Add(($"queue {queue.Name}", message.Body.ToArray()));
        }

        return found;
    }
}
