using Azure.Storage.Blobs;
using Rogatory.Core.Receipt;

namespace Rogatory.Azure.Receipt;

/// <summary>Signed statements as blobs under their names. The container's own immutability policy protects them.</summary>
public sealed class BlobStatementStore(BlobContainerClient container) : IStatementStore
{
    public Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> statement, CancellationToken cancellationToken) =>
        SmallBlob.TryCreateAsync(container, name, statement, "application/jose", cancellationToken);

    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await SmallBlob.ReadAsync(container, name, cancellationToken))?.Content.ToArray();
}
