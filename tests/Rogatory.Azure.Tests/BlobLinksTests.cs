using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Core;
using Rogatory.TestKit;

namespace Rogatory.Azure.Tests;

[Collection(nameof(StorageCollection))]
public sealed class BlobLinksTests(StorageFixture storage)
{
    private readonly AccountKeyLinks links = new(new StorageSharedKeyCredential(storage.Azurite.Accounts[0].Name, storage.Azurite.Accounts[0].Key));

    [Fact]
    public async Task A_link_allows_what_it_names_with_one_blob_and_nothing_else()
    {
        var container = await storage.ContainerAsync("inbound", new RequestLog());
        var blob = container.GetBlockBlobClient("one/two");
        Uri link = await links.SignAsync(blob, BlobSasPermissions.Create | BlobSasPermissions.Write, TimeProvider.System.GetUtcNow().AddHours(1), default);

        await new BlockBlobClient(link).UploadAsync(new MemoryStream([1]));

        await AssertForbiddenAsync(() => new BlockBlobClient(link).DownloadContentAsync());
        await AssertForbiddenAsync(() => new BlockBlobClient(link).DeleteAsync());
        await AssertForbiddenAsync(() => new BlockBlobClient(new Uri(link.AbsoluteUri.Replace("one/two", "one/three", StringComparison.Ordinal))).UploadAsync(new MemoryStream([1])));
    }

    [Fact]
    public async Task A_link_ends_when_it_says()
    {
        var container = await storage.ContainerAsync("inbound", new RequestLog());
        Uri link = await links.SignAsync(container.GetBlockBlobClient("one"), BlobSasPermissions.Write, TimeProvider.System.GetUtcNow().AddSeconds(-1), default);
        await AssertForbiddenAsync(() => new BlockBlobClient(link).UploadAsync(new MemoryStream([1])));
    }

    [Fact]
    public async Task A_link_to_a_version_is_to_that_version_only_and_over_https_only()
    {
        var blob = new BlockBlobClient(new Uri("https://stvault.blob.core.windows.net/vault/one")).WithVersion("2026-11-22T09:00:00.0000000Z");
        Uri link = await links.SignAsync(blob, BlobSasPermissions.Read, new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), default);

        Assert.Contains("versionid=2026-11-22T09", link.Query, StringComparison.Ordinal);
        Assert.Contains("&sr=bv&", link.Query, StringComparison.Ordinal);
        Assert.Contains("&spr=https&", link.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delegated_key_is_asked_for_once_and_again_when_a_link_would_outlive_it()
    {
        var time = new MovableTime();
        var service = new DelegationService(time);
        var delegated = new DelegatedLinks(service.Client, time);
        BlockBlobClient blob = new(new Uri("https://stinbound.blob.core.windows.net/inbound/one"));

        Uri link = await delegated.SignAsync(blob, BlobSasPermissions.Read, time.GetUtcNow().AddHours(12), default);
        await delegated.SignAsync(blob, BlobSasPermissions.Read, time.GetUtcNow().AddHours(1), default);
        Assert.Equal(1, service.Asked);
        time.Advance(TimeSpan.FromHours(13));
        await delegated.SignAsync(blob, BlobSasPermissions.Read, time.GetUtcNow().AddHours(12), default);
        Assert.Equal(2, service.Asked);

        Assert.Contains("&spr=https&", link.Query, StringComparison.Ordinal);
        Assert.Contains("skoid=", link.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delegated_link_of_more_than_twelve_hours_is_not_made()
    {
        var time = new MovableTime();
        var delegated = new DelegatedLinks(new DelegationService(time).Client, time);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => delegated.SignAsync(
            new BlockBlobClient(new Uri("https://stinbound.blob.core.windows.net/inbound/one")), BlobSasPermissions.Read, time.GetUtcNow().AddHours(13), default));
    }

    [Fact]
    public async Task A_key_that_can_not_be_had_stops_the_work()
    {
        var time = new MovableTime();
        var delegated = new DelegatedLinks(new DelegationService(time) { Status = HttpStatusCode.Forbidden }.Client, time);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => delegated.SignAsync(
            new BlockBlobClient(new Uri("https://stinbound.blob.core.windows.net/inbound/one")), BlobSasPermissions.Read, time.GetUtcNow().AddHours(1), default));
    }

    private static async Task AssertForbiddenAsync(Func<Task> call) =>
        Assert.Equal(403, (await Assert.ThrowsAsync<global::Azure.RequestFailedException>(call)).Status);

    /// <summary>Answers as storage does when it is asked for a user delegation key.</summary>
    private sealed class DelegationService(TimeProvider time) : HttpMessageHandler
    {
        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        public int Asked { get; private set; }

        public BlobServiceClient Client => new(
            new Uri("https://stinbound.blob.core.windows.net"), new AnyToken(),
            new BlobClientOptions { Transport = new HttpClientTransport(this), Retry = { MaxRetries = 0 } });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            string expiry = time.GetUtcNow().AddDays(1).ToString("yyyy-MM-ddTHH:mm:ssZ", null);
            string key = $"""
                <?xml version="1.0" encoding="utf-8"?><UserDelegationKey><SignedOid>11111111-1111-1111-1111-111111111111</SignedOid><SignedTid>22222222-2222-2222-2222-222222222222</SignedTid><SignedStart>2026-01-01T00:00:00Z</SignedStart><SignedExpiry>{expiry}</SignedExpiry><SignedService>b</SignedService><SignedVersion>2022-11-02</SignedVersion><Value>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=</Value></UserDelegationKey>
                """;
            return Task.FromResult(new HttpResponseMessage(Status) { Content = new StringContent(key, Encoding.UTF8, "application/xml"), RequestMessage = request });
        }
    }

    private sealed class AnyToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext context, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) => new(GetToken(context, cancellationToken));
    }
}
