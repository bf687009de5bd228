using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Core;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Azure.Sealing;

/// <summary>Sealed bodies as block blobs, each under an immutability policy of its own. Uses no right to delete.</summary>
/// <param name="container">The container <c>vault</c>.</param>
/// <param name="mode">Whether the policies are locked. One that is not can be lifted by who has the right to: for development only.</param>
public sealed class BlobVault(BlobContainerClient container, BlobImmutabilityPolicyMode mode) : IVault
{
    private readonly BlockBuffers buffers = new();

    public VaultUpload BeginUpload(SealedPath path, long expectedSize) =>
        new BlobVaultUpload(container.GetBlockBlobClient(path.ToString()), expectedSize, mode, buffers);

    public ISealedSource OpenSource(SealedPath path, string? version, long size)
    {
        BlobBaseClient blob = container.GetBlockBlobClient(path.ToString());
        return new BlobSealedSource(version is null ? blob : blob.WithVersion(version), size, buffers);
    }

    public async Task<DateTimeOffset?> ProtectedUntilAsync(SealedPath path, string? version, CancellationToken cancellationToken) =>
        await FindAsync(path, version, cancellationToken) is { } stored
            ? stored.ImmutabilityPolicy is { } held && held.PolicyMode == mode ? held.ExpiresOn : DateTimeOffset.MinValue
            : null;

    public async Task<bool> IsHeldAsync(SealedPath path, string? version, CancellationToken cancellationToken) =>
        (await FindAsync(path, version, cancellationToken))?.HasLegalHold == true;

    private async Task<BlobProperties?> FindAsync(SealedPath path, string? version, CancellationToken cancellationToken)
    {
        BlobBaseClient blob = container.GetBlockBlobClient(path.ToString());
        try
        {
            return await (version is null ? blob : blob.WithVersion(version)).GetPropertiesAsync(cancellationToken: cancellationToken);
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
