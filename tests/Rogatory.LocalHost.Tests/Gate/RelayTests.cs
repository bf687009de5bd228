using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Rogatory.LocalHost.Gate;

namespace Rogatory.LocalHost.Tests.Gate;

/// <summary>What only passes through comes out as it went in.</summary>
[Collection(GateCollection.Name)]
public sealed class RelayTests(GateFixture gate)
{
    private static readonly DateTimeOffset Far = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("plain")]
    [InlineData("a/b/c.d")]
    [InlineData("blank and+plus%2F%25")]
    [InlineData("ä ö/日本語/😀")]
    [InlineData("!*'();:@&=$,?#[]{}|^~`\"<>")]
    [InlineData("a//b///c")]
    [InlineData("trailing.")]
    public async Task A_signature_holds_whatever_the_name(string name)
    {
        var container = await gate.ContainerAsync();
        var blob = await container.BlobAsync(name);

        Assert.Equal("content", await blob.ReadAsync());
        Assert.Equal(name, Assert.Single(container.GetBlobs()).Name);
        await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(gate.Clock.Now.AddDays(1)));
        await Expect.RefusedAsync(409, Expect.Policy, () => blob.DeleteAsync());
        Assert.Equal("content", await gate.Direct.GetBlobContainerClient(container.Name).GetBlobClient(name).ReadAsync());
    }

    [Fact]
    public async Task Metadata_headers_ranges_and_conditions_pass_through()
    {
        var container = await gate.ContainerAsync();
        var blob = container.GetBlobClient("blob");
        await blob.UploadAsync(BlobCalls.Text("0123456789"), new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { ["Mixed_Case"] = "value with  blanks" },
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/csv", ContentDisposition = "inline", CacheControl = "no-store" },
            Tags = new Dictionary<string, string> { ["stage"] = "Sealing" },
        });

        var properties = (await blob.GetPropertiesAsync()).Value;
        Assert.Equal((10, "text/csv", "no-store"), (properties.ContentLength, properties.ContentType, properties.CacheControl));
        Assert.Equal("value with  blanks", properties.Metadata["Mixed_Case"]);
        Assert.Equal("Sealing", (await blob.GetTagsAsync()).Value.Tags["stage"]);
        var part = (await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(3, 4) })).Value;
        Assert.Equal("3456", part.Content.ToString());
        await Expect.RefusedAsync(412, "ConditionNotMet", () => blob.DeleteAsync(conditions: new BlobRequestConditions { IfMatch = new ETag("\"0x1\"") }));
        Assert.Equal(304, (await blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = properties.ETag } })).GetRawResponse().Status);
    }

    [Fact]
    public async Task Get_blob_metadata_is_answered_without_a_body()
    {
        var container = await gate.ContainerAsync();
        var blob = container.GetBlobClient("blob");
        await blob.UploadAsync(BlobCalls.Text("content"), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["name"] = "value" } });
        using var client = new HttpClient();

        using var found = await client.GetAsync(new Uri($"{blob.GenerateSasUri(BlobSasPermissions.Read, Far)}&comp=metadata"));
        using var missing = await client.GetAsync(new Uri($"{container.GetBlobClient("missing").GenerateSasUri(BlobSasPermissions.Read, Far)}&comp=metadata"));

        Assert.Equal((HttpStatusCode.OK, "value"), (found.StatusCode, Assert.Single(found.Headers.GetValues("x-ms-meta-name"))));
        Assert.Empty(await found.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("BlobNotFound", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Azurite_copies_a_large_blob_between_accounts_through_the_gate()
    {
        var content = RandomNumberGenerator.GetBytes(20 * 1024 * 1024);
        var container = await gate.ContainerAsync();
        var blob = container.GetBlobClient("source");
        await blob.UploadAsync(new BinaryData(content));
        var second = GateFixture.ServiceOf(gate.Azurite, gate.Gate.Origin, gate.Azurite.Accounts[1]);
        var copy = (await second.CreateBlobContainerAsync(container.Name)).Value.GetBlobClient("copy");

        await (await copy.StartCopyFromUriAsync(blob.GenerateSasUri(BlobSasPermissions.Read, Far))).WaitForCompletionAsync();

        Assert.Equal(SHA256.HashData(content), SHA256.HashData((await copy.DownloadContentAsync()).Value.Content.ToArray()));
    }

    [Fact]
    public async Task A_large_blob_in_blocks_comes_back_as_it_was()
    {
        var content = RandomNumberGenerator.GetBytes(33 * 1024 * 1024 + 7);
        var blob = (await gate.ContainerAsync()).GetBlobClient("blob");
        await blob.UploadAsync(new MemoryStream(content), new BlobUploadOptions
        {
            TransferOptions = new StorageTransferOptions { InitialTransferSize = 8 << 20, MaximumTransferSize = 8 << 20, MaximumConcurrency = 4 },
        });
        Assert.Equal(SHA256.HashData(content), SHA256.HashData((await blob.DownloadContentAsync()).Value.Content.ToArray()));
    }

    [Fact]
    public async Task The_calls_that_the_gate_implements_need_the_key_too()
    {
        var container = await gate.ContainerAsync();
        var blob = await container.ProtectedAsync(gate.Clock.Now.AddDays(1));
        foreach (var stranger in (BlobClient[])[
            new(blob.Uri), new(blob.Uri, new StorageSharedKeyCredential(blob.AccountName, Convert.ToBase64String(new byte[64])))])
        {
            await Expect.RefusedAsync(403, "AuthorizationFailure", () => stranger.DeleteImmutabilityPolicyAsync());
            await Expect.RefusedAsync(403, "AuthorizationFailure", () => stranger.SetImmutabilityPolicyAsync(BlobCalls.Policy(gate.Clock.Now.AddDays(2))));
            await Expect.RefusedAsync(403, "AuthorizationFailure", () => stranger.SetLegalHoldAsync(true));
        }
        var properties = (await blob.GetPropertiesAsync()).Value;
        Assert.Equal((gate.Clock.Now.AddDays(1), false), (properties.ImmutabilityPolicy.ExpiresOn, properties.HasLegalHold));
    }

    [Fact]
    public async Task A_write_without_the_key_leaves_no_policy()
    {
        var container = await gate.ContainerAsync();
        var blob = container.GetBlobClient("blob");
        var stranger = new BlobClient(blob.Uri, new StorageSharedKeyCredential(blob.AccountName, Convert.ToBase64String(new byte[64])));
        await Expect.RefusedAsync(403, "AuthorizationFailure", () => stranger.UploadAsync(
            BlobCalls.Text("content"), new BlobUploadOptions { ImmutabilityPolicy = BlobCalls.Policy(gate.Clock.Now.AddDays(1)) }));

        await blob.UploadAsync(BlobCalls.Text("content"));
        Assert.Null((await blob.GetPropertiesAsync()).Value.ImmutabilityPolicy.ExpiresOn);
    }

    [Fact]
    public async Task A_refused_write_is_refused_before_its_body_is_asked_for()
    {
        var container = await gate.ContainerAsync();
        await container.ProtectedAsync(gate.Clock.Now.AddDays(1));
        Assert.StartsWith("HTTP/1.1 409", await FirstLineAsync($"/devstoreaccount1/{container.Name}/blob"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 100", await FirstLineAsync($"/devstoreaccount1/{container.Name}/other"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_body_that_nobody_wants_still_gets_its_409()
    {
        var container = await gate.ContainerAsync();
        var blob = await container.ProtectedAsync(gate.Clock.Now.AddDays(1));
        await Expect.RefusedAsync(409, Expect.Policy, () => blob.UploadAsync(new BinaryData(new byte[64 << 20]), overwrite: true));
    }

    [Fact]
    public async Task Of_fifty_appends_at_one_position_exactly_one_succeeds()
    {
        var log = gate.Service.GetBlobContainerClient(GateFixture.Ledger).GetAppendBlobClient("race");
        await log.CreateAsync();
        var appends = await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            try
            {
                await log.AppendBlockAsync(BlobCalls.Text($"{number:D2}").ToStream(), new AppendBlobAppendBlockOptions
                {
                    Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = 0 },
                });
                return true;
            }
            catch (RequestFailedException refusal) when (refusal.Status == 412)
            {
                return false;
            }
        }));
        Assert.Single(appends, success => success);
    }

    [Fact]
    public async Task Operations_are_counted_by_kind()
    {
        var container = await gate.ContainerAsync();
        var before = gate.Gate.Operations;
        await container.CommitAsync("blob", "content");
        await container.GetBlobClient("blob").DownloadContentAsync();
        using var client = new HttpClient();
        var after = await client.GetFromJsonAsync<Dictionary<string, long>>(new Uri(gate.Gate.Origin, "/-/operations"));

        Assert.Equal([1, 1, 1], ((string[])["PUT blob block", "PUT blob blocklist", "GET blob"])
            .Select(kind => after![kind] - before.GetValueOrDefault(kind)));
        Assert.Equal(after, gate.Gate.Operations);
    }

    private async Task<string> FirstLineAsync(string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(gate.Gate.Origin.Host, gate.Gate.Origin.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"PUT {path}?{gate.AnySignature()} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\nExpect: 100-continue\r\nx-ms-blob-type: BlockBlob\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());
        return (await reader.ReadLineAsync())!;
    }
}
