using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;

namespace Rogatory.LocalHost.Tests.Gate;

[Collection(GateCollection.Name)]
public sealed class PutBlockFromUrlTests(GateFixture gate)
{
    [Fact]
    public async Task Blocks_are_copied_by_range_and_can_be_committed()
    {
        var container = await gate.ContainerAsync();
        var source = Readable(await container.BlobAsync("source", "0123456789"));
        var target = container.GetBlockBlobClient("target");

        await target.StageBlockFromUriAsync(source, BlobCalls.BlockId(0), Range(5, 5));
        await target.StageBlockFromUriAsync(source, BlobCalls.BlockId(1), Range(0, 5));
        await target.StageBlockFromUriAsync(source, BlobCalls.BlockId(2), new StageBlockFromUriOptions());
        await target.CommitBlockListAsync([BlobCalls.BlockId(0), BlobCalls.BlockId(1), BlobCalls.BlockId(2)]);

        Assert.Equal("56789012340123456789", await container.GetBlobClient("target").ReadAsync());
    }

    [Fact]
    public async Task A_large_block_goes_through_whole_between_accounts()
    {
        var content = RandomNumberGenerator.GetBytes(9 * 1024 * 1024 + 1);
        var container = await gate.ContainerAsync();
        var blob = container.GetBlobClient("source");
        await blob.UploadAsync(new BinaryData(content));
        var second = GateFixture.ServiceOf(gate.Azurite, gate.Gate.Origin, gate.Azurite.Accounts[1]);
        var target = (await second.CreateBlobContainerAsync(container.Name)).Value.GetBlockBlobClient("target");

        await target.StageBlockFromUriAsync(Readable(blob), BlobCalls.BlockId(0), new StageBlockFromUriOptions());
        await target.CommitBlockListAsync([BlobCalls.BlockId(0)]);

        Assert.Equal(SHA256.HashData(content), SHA256.HashData((await target.DownloadContentAsync()).Value.Content.ToArray()));
    }

    [Fact]
    public async Task The_answer_carries_the_crc64_and_with_a_declared_md5_that()
    {
        var container = await gate.ContainerAsync();
        var source = Readable(await container.BlobAsync("source", "123456789"));
        var target = container.GetBlockBlobClient("target");
        var md5 = Md5("123456789");

        var plain = await target.StageBlockFromUriAsync(source, BlobCalls.BlockId(0), new StageBlockFromUriOptions());
        var declared = await target.StageBlockFromUriAsync(source, BlobCalls.BlockId(1), new StageBlockFromUriOptions { SourceContentHash = md5 });

        // The published check value of CRC-64/NVME, least significant byte first.
        Assert.Equal(Convert.FromHexString("8898790A86148BAE"), plain.Value.ContentCrc64);
        Assert.Equal(md5, declared.Value.ContentHash);
    }

    [Fact]
    public async Task A_source_other_than_declared_stages_nothing()
    {
        var container = await gate.ContainerAsync();
        var source = Readable(await container.BlobAsync("source", "0123456789"));
        var target = container.GetBlockBlobClient("target");

        await Expect.RefusedAsync(400, "Md5Mismatch", () => target.StageBlockFromUriAsync(
            source, BlobCalls.BlockId(0), new StageBlockFromUriOptions { SourceContentHash = Md5("other") }));

        await Expect.RefusedAsync(400, "InvalidBlockList", () => target.CommitBlockListAsync([BlobCalls.BlockId(0)]));
    }

    [Theory]
    [InlineData("x-ms-source-content-crc64", "iJh5CoYUi64=", 201)]
    [InlineData("x-ms-source-content-crc64", "iJh5CoYUi60=", 400)]
    [InlineData("x-ms-source-content-crc64", "AAAA", 400)]
    [InlineData("x-ms-source-content-md5", "AAAA", 400)]
    public async Task A_declared_digest_is_checked(string header, string value, int status)
    {
        var container = await gate.ContainerAsync();
        var source = Readable(await container.BlobAsync("source", "123456789"));
        using var call = new HttpRequestMessage(HttpMethod.Put, new Uri(
            $"{Signed(container.GetBlobClient("target"), BlobSasPermissions.Write)}&comp=block&blockid=AAAA"));
        call.Headers.Add("x-ms-copy-source", source.AbsoluteUri);
        call.Headers.Add(header, value);
        using var client = new HttpClient();
        using var answer = await client.SendAsync(call);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_sources_conditions_are_honoured()
    {
        var container = await gate.ContainerAsync();
        var blob = await container.BlobAsync("source");
        var source = Readable(blob);
        var now = (await blob.GetPropertiesAsync()).Value.ETag;
        var target = container.GetBlockBlobClient("target");
        await Expect.RefusedAsync(412, "SourceConditionNotMet", () => target.StageBlockFromUriAsync(source, BlobCalls.BlockId(0),
            new StageBlockFromUriOptions { SourceConditions = new RequestConditions { IfMatch = new ETag("\"0x1\"") } }));
        await Expect.RefusedAsync(412, "SourceConditionNotMet", () => target.StageBlockFromUriAsync(source, BlobCalls.BlockId(0),
            new StageBlockFromUriOptions { SourceConditions = new RequestConditions { IfNoneMatch = now } }));
        await target.StageBlockFromUriAsync(source, BlobCalls.BlockId(0),
            new StageBlockFromUriOptions { SourceConditions = new RequestConditions { IfMatch = now } });
    }

    [Fact]
    public async Task A_source_that_may_not_be_read_is_not_read()
    {
        var container = await gate.ContainerAsync();
        var unsigned = await container.BlobAsync("source");
        var target = container.GetBlockBlobClient("target");
        await Expect.RefusedAsync(403, "CannotVerifyCopySource", () => target.StageBlockFromUriAsync(unsigned.Uri, BlobCalls.BlockId(0)));
        await Expect.RefusedAsync(404, "CannotVerifyCopySource", () => target.StageBlockFromUriAsync(
            Readable(container.GetBlobClient("missing")), BlobCalls.BlockId(0)));
        await Expect.RefusedAsync(404, "CannotVerifyCopySource", () => target.StageBlockFromUriAsync(
            new Uri(gate.Azurite.BlobOrigin, unsigned.Uri.PathAndQuery), BlobCalls.BlockId(0)));
    }

    [Fact]
    public async Task A_caller_who_may_not_write_the_target_is_refused_by_Azurite()
    {
        var container = await gate.ContainerAsync();
        var source = Readable(await container.BlobAsync("source"));
        var target = new BlockBlobClient(new Uri($"{container.Uri}/target"), new StorageSharedKeyCredential("devstoreaccount1", Convert.ToBase64String(new byte[64])));
        await Expect.RefusedAsync(403, "AuthorizationFailure", () => target.StageBlockFromUriAsync(source, BlobCalls.BlockId(0)));
    }

    private static StageBlockFromUriOptions Range(long start, long length) => new() { SourceRange = new HttpRange(start, length) };

    private static Uri Readable(BlobClient blob) => Signed(blob, BlobSasPermissions.Read);

    private static Uri Signed(BlobClient blob, BlobSasPermissions permissions) =>
        blob.GenerateSasUri(permissions, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static byte[] Md5(string text)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(System.Text.Encoding.UTF8.GetBytes(text));
        return md5.GetHashAndReset();
    }
}
