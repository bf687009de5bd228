using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Rogatory.Core;
using Rogatory.Core.Case;

namespace Rogatory.Azure.Case;

/// <summary>Projections as blobs named for their case; the tags are written in the call that writes the content.</summary>
public sealed class BlobProjectionStore(BlobContainerClient container) : IProjectionStore
{
    public async Task<StoredProjection?> ReadAsync(CaseId @case, CancellationToken cancellationToken) =>
        await SmallBlob.ReadAsync(container, @case.ToString(), cancellationToken) is { } stored
            ? new StoredProjection(stored.Content.ToArray(), stored.Details.ETag.ToString())
            : null;

    public async Task<string?> TryWriteAsync(
        CaseId @case, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> tags, string? etag, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            Conditions = etag is null
                ? new BlobRequestConditions { IfNoneMatch = ETag.All }
                : new BlobRequestConditions { IfMatch = new ETag(etag) },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Tags = new Dictionary<string, string>(tags, StringComparer.Ordinal),
        };
        try
        {
            BlobContentInfo written = await container.GetBlobClient(@case.ToString()).UploadAsync(BinaryData.FromBytes(content), options, cancellationToken);
            return written.ETag.ToString();
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsConflict(refusal))
        {
            return null;
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(container.Name, failure);
        }
    }

    public async IAsyncEnumerable<ProjectionFound> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in BlobListing.ReadAsync(container, BlobTraits.Tags, prefix: null, cancellationToken))
        {
            if (CaseId.TryParse(blob.Name, out var @case))
                yield return new ProjectionFound(@case, blob.Tags?.AsReadOnly() ?? NoTags);
        }
    }

    private static readonly IReadOnlyDictionary<string, string> NoTags = new Dictionary<string, string>().AsReadOnly();
}
