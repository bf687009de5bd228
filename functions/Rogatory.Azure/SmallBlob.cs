using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Rogatory.Core;

namespace Rogatory.Azure;

/// <summary>Blobs that are read and written whole, each in one request.</summary>
internal static class SmallBlob
{
    public static async Task<bool> TryCreateAsync(
        BlobContainerClient container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken,
        IDictionary<string, string>? metadata = null)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Metadata = metadata,
        };
        try
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsConflict(refusal))
        {
            // The client repeats a request whose answer was lost, and then meets its own blob.
            var stored = await ReadAsync(container, name, cancellationToken);
            return stored is not null && stored.Content.ToMemory().Span.SequenceEqual(content.Span);
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(container.Name, failure);
        }
    }

    public static async Task<BlobDownloadResult?> ReadAsync(BlobContainerClient container, string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value;
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
