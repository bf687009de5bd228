using Azure.Storage.Blobs;

namespace Rogatory.Azure.Disclosure;

/// <summary>The storage that partners collect from in one region.</summary>
/// <param name="Region">The region, by its programmatic name.</param>
/// <param name="Container">The container <c>outbound</c> of the account there.</param>
/// <param name="Links">Signs for that account.</param>
public sealed record OutboundAccount(string Region, BlobContainerClient Container, BlobLinks Links);
