using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Rogatory.Azure.Sealing;
using Rogatory.Core;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Azure.Disclosure;

/// <summary>Copies for partners as block blobs, in one account per permitted region.</summary>
/// <param name="vault">The container <c>vault</c>.</param>
/// <param name="accounts">The regions there are, the preferred one first.</param>
/// <param name="copies">Copies out of the vault's account.</param>
/// <param name="time">The clock.</param>
public sealed class BlobOutbound(BlobContainerClient vault, IReadOnlyList<OutboundAccount> accounts, BlobCopy copies, TimeProvider time) : IOutbound
{
    private readonly BlockBuffers buffers = new();

    public IReadOnlyList<string> Regions { get; } = [.. accounts.Select(one => one.Region)];

    public async Task<long> CopyAsync(
        DisclosureGrant grant, string region, SealedPath copy, SealedPath body, string? version, long size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(grant);
        if (!grant.Permits(body.Case.ToString(), body.Item.ToString(), grant.Partner, time.GetUtcNow()) || copy.Case != body.Case || copy.Item != body.Item)
            throw new InvalidOperationException("The grant does not permit this copy.");
        BlobBaseClient source = vault.GetBlockBlobClient(body.ToString());
        CopiedBlob copied = await copies.RunAsync(version is null ? source : source.WithVersion(version), size, Blob(region, copy), policy: null, cancellationToken);
        return copied.Length;
    }

    public ISealedSource OpenSource(string region, SealedPath copy, long size) => new BlobSealedSource(Blob(region, copy), size, buffers);

    public Task<Uri> LinkAsync(string region, SealedPath copy, DateTimeOffset until, CancellationToken cancellationToken) =>
        Account(region).Links.SignAsync(Blob(region, copy), BlobSasPermissions.Read, until, cancellationToken);

    public async IAsyncEnumerable<SealedPath> ListAsync(string region, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (BlobItem blob in BlobListing.ReadAsync(Account(region).Container, BlobTraits.None, prefix: null, cancellationToken))
        {
            if (SealedPath.TryParse(blob.Name, out SealedPath copy))
                yield return copy;
        }
    }

    public async Task RemoveAsync(string region, SealedPath copy, CancellationToken cancellationToken)
    {
        try
        {
            await Blob(region, copy).DeleteAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsMissing(refusal))
        {
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException("outbound", failure);
        }
    }

    private BlockBlobClient Blob(string region, SealedPath copy) => Account(region).Container.GetBlockBlobClient(copy.ToString());

    private OutboundAccount Account(string region) =>
        accounts.FirstOrDefault(one => one.Region == region) ?? throw new StorageUnavailableException($"outbound in {region}");
}
