using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Azure.Sealing;

/// <summary>Sealed bodies as block blobs, each under a locked immutability policy of its own. Uses no right to delete.</summary>
public sealed class BlobVault(BlobContainerClient container) : IVault
{
    private readonly BlockBuffers buffers = new();

    public VaultUpload BeginUpload(SealedPath path, long expectedSize) =>
        new BlobVaultUpload(container.GetBlockBlobClient(path.ToString()), expectedSize, buffers);

    public ISealedSource OpenSource(SealedPath path, string? version, long size)
    {
        BlobBaseClient blob = container.GetBlockBlobClient(path.ToString());
        return new BlobSealedSource(version is null ? blob : blob.WithVersion(version), size, buffers);
    }
}
