using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace Rogatory.Azure;

/// <summary>
/// Links signed with a user delegation key, so that each allows no more than the identity that asked for the key may do itself. A link
/// lives 12 hours at most.
/// </summary>
/// <param name="account">The account, reached as an identity that may get such keys there.</param>
/// <param name="time">The clock.</param>
public sealed class DelegatedLinks(BlobServiceClient account, TimeProvider time) : BlobLinks
{
    public static readonly TimeSpan LongestLink = TimeSpan.FromHours(12);

    private static readonly TimeSpan KeyLife = TimeSpan.FromDays(1);
    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(5);

    private volatile UserDelegationKey? key;

    protected override async ValueTask<BlobSasQueryParameters> SignAsync(BlobSasBuilder link, DateTimeOffset expiresOn, CancellationToken cancellationToken) =>
        link.ToSasQueryParameters(await KeyAsync(expiresOn, cancellationToken), account.AccountName);

    private async ValueTask<UserDelegationKey> KeyAsync(DateTimeOffset expiresOn, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expiresOn, now + LongestLink);
        // A link ends with its key, so a key that ends before the link is not used for it. Two that ask at once do no harm.
        if (key is { } known && known.SignedExpiresOn >= expiresOn)
            return known;
        return key = await account.GetUserDelegationKeyAsync(now - ClocksApart, now + KeyLife, cancellationToken);
    }
}
