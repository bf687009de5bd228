using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Rogatory.Core;

namespace Rogatory.Azure;

/// <summary>Makes links (shared access signatures) that allow a few things with one blob of one account, for a while, to whoever holds them.</summary>
public abstract class BlobLinks
{
    /// <summary>A link to the blob, or to the version that the client names. Over http only where the account itself is reached so.</summary>
    public async Task<Uri> SignAsync(
        BlobBaseClient blob, BlobSasPermissions permissions, DateTimeOffset expiresOn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(blob);
        var address = new BlobUriBuilder(blob.Uri);
        var link = new BlobSasBuilder(permissions, expiresOn)
        {
            BlobContainerName = address.BlobContainerName,
            BlobName = address.BlobName,
            BlobVersionId = address.VersionId,
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };
        try
        {
            address.Sas = await SignAsync(link, expiresOn, cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(address.BlobContainerName, failure);
        }

        return address.ToUri();
    }

    protected abstract ValueTask<BlobSasQueryParameters> SignAsync(BlobSasBuilder link, DateTimeOffset expiresOn, CancellationToken cancellationToken);
}
