using Azure.Storage;
using Azure.Storage.Sas;

namespace Rogatory.Azure;

/// <summary>Links signed with the account's own key: for the emulator, which has no user delegation keys.</summary>
public sealed class AccountKeyLinks(StorageSharedKeyCredential account) : BlobLinks
{
    protected override ValueTask<BlobSasQueryParameters> SignAsync(BlobSasBuilder link, DateTimeOffset expiresOn, CancellationToken cancellationToken) =>
        ValueTask.FromResult(link.ToSasQueryParameters(account));
}
