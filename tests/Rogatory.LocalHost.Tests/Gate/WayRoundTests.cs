using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Rogatory.LocalHost.Tests.Gate;

/// <summary>Every way round a policy that REST, or a careless reader of it, offers: authorised calls, none of which may touch the blob.</summary>
[Collection(GateCollection.Name)]
public sealed class WayRoundTests(GateFixture gate)
{
    private const string Account = "devstoreaccount1";

    private DateTimeOffset Later => gate.Clock.Now.AddDays(30);

    [Theory]
    [InlineData("DELETE", "/{account}/{container}/a/b c")]
    [InlineData("DELETE", "/{account}/{container}/a/b%20c")]
    [InlineData("DELETE", "/{account}/{container}/%61%2Fb%20%63")]
    [InlineData("DELETE", "/{account}/{container}/a%5Cb%20c")]
    [InlineData("DELETE", "/{account}/{container}/a\\b%20c")]
    [InlineData("DELETE", "/{account}%2F{container}%2Fa%2Fb%20c")]
    [InlineData("DELETE", "/{account}-secondary/{container}/a/b%20c")]
    [InlineData("DELETE", "/{account}//{container}/a/b%20c")]
    [InlineData("DELETE", "//{account}/{container}/a/b%20c")]
    [InlineData("DELETE", "/{account}/{container}//a/b%20c")]
    [InlineData("DELETE", "/{account}/{container}/./a/b%20c")]
    [InlineData("DELETE", "/{account}/other/../{container}/a/b%20c")]
    [InlineData("DELETE", "/{account}/{CONTAINER}/a/b%20c")]
    [InlineData("DELETE", "http://127.0.0.1/{account}/{container}/a/b%20c")]
    [InlineData("DELETE", "/{account}/{container}/a/b%20c?x-ms-delete-snapshots=include")]
    [InlineData("DELETE", "/{account}/{container}/a/b%20c?comp=immutabilityPolicies&comp=x")]
    [InlineData("DELETE", "/{account}/{container}/a/b%20c?comp=")]
    [InlineData("DELETE", "/{account}/{container}/a/b%20c?comp[]=immutabilityPolicies")]
    [InlineData("DELETE", "/{account}/{container}/a/b%20c?Comp=immutabilityPolicies")]
    [InlineData("DELETE", "/{account}/{container}/a/b%20c?comp=immutabilitypolicies")]
    [InlineData("DELETE", "/{account}/{container}/a/b%20c#?comp=immutabilityPolicies")]
    [InlineData("DELETE", "/{account}/{container}?restype=container")]
    [InlineData("DELETE", "/{account}/{container}/?restype=container")]
    [InlineData("GET", "/{account}/{container}/a/b%20c", "X-HTTP-Method: DELETE")]
    [InlineData("POST", "/{account}/{container}/a/b%20c", "X-HTTP-Method: DELETE", "Content-Length: 0")]
    [InlineData("POST", "/{account}?comp=batch", "Content-Length: 0", "Content-Type: multipart/mixed; boundary=b")]
    [InlineData("POST", "/{account}/{container}?restype=container&comp=batch", "Content-Length: 0", "Content-Type: multipart/mixed; boundary=b")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c", "Content-Length: 0", "x-ms-blob-type: BlockBlob")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c?comp=lease", "Content-Length: 0", "x-ms-blob-type: BlockBlob")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c?comp=tags", "Content-Length: 0", "x-ms-blob-type: AppendBlob")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c?comp=immutabilityPolicies", "Content-Length: 0", "x-ms-blob-type: BlockBlob")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c?comp=unknown", "Content-Length: 0", "x-ms-blob-type: BlockBlob")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c?comp=block", "Content-Length: 0", "x-ms-copy-source: {source}")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c?comp=block&blockid=AAAA", "Transfer-Encoding: chunked", "x-ms-copy-source: {source}")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c?comp=block&blockid=AAAA", "Content-Length: 0", "x-ms-copy-source: {source}", "x-ms-requires-sync: true")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c?comp=appendblock", "Content-Length: 0", "x-ms-copy-source: {source}")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c?comp=snapshot", "Content-Length: 0", "x-ms-copy-source: {source}")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c", "Content-Length: 0", "x-ms-copy-source: {source}", "x-ms-requires-sync: true")]
    [InlineData("PUT", "/{account}/{container}/a/b%20c?comp=expiry", "Content-Length: 0", "x-ms-expiry-option: Absolute", "x-ms-expiry-time: Fri, 01 Jan 2027 00:00:00 GMT")]
    [InlineData("PATCH", "/{account}/{container}/a/b%20c", "Content-Length: 0")]
    [InlineData("delete", "/{account}/{container}/a/b%20c")]
    [InlineData("DELETE", "/{container}/a/b%20c", "Host: devstoreaccount1.blob.localhost")]
    public async Task It_does_not_touch_the_blob(string method, string target, params string[] headers)
    {
        var container = await gate.ContainerAsync();
        var blob = await container.ProtectedAsync(Later, locked: true, name: "a/b c");
        var before = (await blob.GetPropertiesAsync()).Value.ETag;
        var source = (await container.BlobAsync("source", "other")).Uri.AbsoluteUri;
        string Fill(string text) => text.Replace("{account}", Account, StringComparison.Ordinal).Replace("{container}", container.Name, StringComparison.Ordinal)
            .Replace("{CONTAINER}", container.Name.ToUpperInvariant(), StringComparison.Ordinal).Replace("{source}", source, StringComparison.Ordinal);
        target = Fill(target);
        var fragment = target.IndexOf('#', StringComparison.Ordinal);
        var signed = fragment >= 0
            ? target.Insert(fragment, "?" + gate.AnySignature())
            : $"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{gate.AnySignature()}";

        var answer = await RawCall.SendAsync(gate.Gate, method, signed, [.. headers.Select(Fill)]);

        Assert.InRange(answer.Status, 400, 501);
        var after = gate.Direct.GetBlobContainerClient(container.Name).GetBlobClient("a/b c");
        Assert.Equal((before, "content"), ((await after.GetPropertiesAsync()).Value.ETag, await after.ReadAsync()));
    }

    [Theory]
    [InlineData("PUT", "?comp=appendblock", "Transfer-Encoding: chunked", "x-ms-copy-source: {source}")]
    [InlineData("PUT", "?comp=appendblock", "Content-Length: 0", "x-ms-blob-type: AppendBlob")]
    [InlineData("PUT", "?comp=appendblock", "Content-Length: 0", "x-ms-copy-source: {source}", "x-ms-requires-sync: true")]
    [InlineData("PUT", "", "Content-Length: 0", "x-ms-blob-type: AppendBlob", "If-None-Match: \"0x0\"")]
    [InlineData("PUT", "", "Content-Length: 0", "x-ms-blob-type: AppendBlob", "If-None-Match: *", "If-None-Match: \"0x0\"")]
    [InlineData("PUT", "", "Content-Length: 0", "x-ms-copy-source: {source}", "If-Match: *")]
    public async Task It_does_not_touch_a_ledger_that_takes_appends(string method, string query, params string[] headers)
    {
        var ledger = gate.Service.GetBlobContainerClient(GateFixture.Ledger);
        var log = ledger.GetAppendBlobClient($"case-{Guid.NewGuid()}");
        await log.CreateAsync();
        await log.AppendBlockAsync(BlobCalls.Text("content").ToStream());
        var source = (await (await gate.ContainerAsync()).BlobAsync("source", "other")).Uri.AbsoluteUri;

        var answer = await RawCall.SendAsync(gate.Gate, method, $"/{Account}/ledger/{log.Name}{(query.Length == 0 ? "?" : query + "&")}{gate.AnySignature()}",
            [.. headers.Select(header => header.Replace("{source}", source, StringComparison.Ordinal))]);

        Assert.InRange(answer.Status, 400, 501);
        Assert.Equal("content", await ledger.GetBlobClient(log.Name).ReadAsync());
    }

    [Fact]
    public async Task A_batch_is_not_implemented()
    {
        var answer = await RawCall.SendAsync(gate.Gate, "POST", $"/{Account}?comp=batch&{gate.AnySignature()}", "Content-Length: 0");
        Assert.Equal((501, "APINotImplemented"), answer);
    }

    [Fact]
    public async Task Undeleting_and_promoting_a_snapshot_change_nothing()
    {
        var container = await gate.ContainerAsync();
        var blob = await container.BlobAsync("blob", "old");
        var snapshot = blob.WithSnapshot((await blob.CreateSnapshotAsync()).Value.Snapshot);
        await blob.UploadAsync(BlobCalls.Text("content"), overwrite: true);
        await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later));

        await Assert.ThrowsAsync<RequestFailedException>(() => blob.UndeleteAsync());
        await Expect.RefusedAsync(409, Expect.Policy, () => blob.StartCopyFromUriAsync(snapshot.Uri));
        Assert.Equal("content", await blob.ReadAsync());
    }

    [Fact]
    public async Task Another_blob_whose_name_looks_alike_is_another_blob()
    {
        var container = await gate.ContainerAsync();
        await container.ProtectedAsync(Later, name: "Blob");
        foreach (var name in (string[])["blob", "Blob ", "Blob%20", "Blob.", "a/Blob"])
        {
            var other = await container.BlobAsync(name);
            await other.DeleteAsync();
        }
        await Expect.RefusedAsync(409, Expect.Policy, () => container.GetBlobClient("Blob").DeleteAsync());
    }

    [Fact]
    public async Task A_lease_or_a_moved_name_is_no_way_round()
    {
        var container = await gate.ContainerAsync();
        var blob = await container.ProtectedAsync(Later);
        var lease = blob.GetBlobLeaseClient();
        var id = (await lease.AcquireAsync(TimeSpan.FromSeconds(15))).Value.LeaseId;
        await Expect.RefusedAsync(409, Expect.Policy, () => blob.DeleteAsync(conditions: new BlobRequestConditions { LeaseId = id }));
        await Expect.RefusedAsync(409, Expect.Policy, () => blob.UploadAsync(
            BlobCalls.Text("other"), new BlobUploadOptions { Conditions = new BlobRequestConditions { LeaseId = id } }));
    }
}
