using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Rogatory.Core.Access;

namespace Rogatory.Azure.Access;

/// <summary>
/// A blob for each nonce, named by its digest and only ever created, so that all instances know it and a restart forgets none. The
/// container's lifecycle removes them after a day; a signature is accepted for ten minutes at most.
/// </summary>
public sealed class BlobNonceMemory(BlobContainerClient container) : INonceMemory
{
    private const int MarkSize = 16;

    public Task<bool> TryUseAsync(PartnerId partner, string keyId, string nonce, CancellationToken cancellationToken)
    {
        // A partner's id and a key's have no line feed. The mark tells this use from another's when an answer is lost.
        string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{partner}\n{keyId}\n{nonce}")));
        return SmallBlob.TryCreateAsync(container, name, RandomNumberGenerator.GetBytes(MarkSize), "application/octet-stream", cancellationToken);
    }
}
