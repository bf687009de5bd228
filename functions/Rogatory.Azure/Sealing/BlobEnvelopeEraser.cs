using Azure;
using Azure.Storage.Blobs;
using Rogatory.Core;
using Rogatory.Core.Sealing;

namespace Rogatory.Azure.Sealing;

/// <summary>Deletes key envelopes. Its container client carries the one identity that may.</summary>
public sealed class BlobEnvelopeEraser(BlobContainerClient container) : IEnvelopeEraser
{
    public async Task DestroyAsync(SealedPath path, int rotation, CancellationToken cancellationToken)
    {
        try
        {
            await container.GetBlobClient(BlobKeyEnvelopeStore.Name(path, rotation)).DeleteAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsMissing(refusal))
        {
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(container.Name, failure);
        }
    }
}
