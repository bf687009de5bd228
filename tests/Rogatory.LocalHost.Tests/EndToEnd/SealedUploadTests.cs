using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Receipt;
using Rogatory.Envelope;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class SealedUploadTests(SystemUnderTest system)
{
    private static readonly byte[] Content = Material.Of(3_000_000);

    private Callers Callers => system.Callers;

    [Fact]
    public async Task A_sealed_body_goes_straight_to_storage_and_is_sealed_once_it_was_verified()
    {
        string @case = await Callers.OpenAsync(("image", Content));
        JsonObject grant = await GrantAsync(@case);
        JsonObject completion = await UploadAsync(@case, grant, Content);

        Answer answer = await CompleteAsync(@case, completion);
        answer.Is(202);
        Assert.Equal("verifying", (string?)answer.Json["state"]);
        await Callers.ReceiptAsync(@case);

        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        Assert.Equal(["image"], ledger.Sealed);
        Assert.Equal((string?)completion["sealedRoot"], (string?)ledger.Of("sealing.item-sealed").Single(line => (string?)line["item"] == "image")["sealedRoot"]);
        (await CompleteAsync(@case, completion)).Is(200);
        await AssertNothingLeftAsync(@case);
        Answer read = await Callers.Officer().ReadAsync(@case, "image");
        Assert.Equal(Content, read.Is(200).Body);
    }

    [Fact]
    public async Task A_grant_writes_one_blob_and_reads_nothing_and_opens_the_way_once()
    {
        string @case = await Callers.OpenAsync(("image", Content));
        string path = $"/api/v1/requests/{@case}/items/image/upload";
        IReadOnlyDictionary<string, string> signature = Callers.Partner.Sign("POST", path, ContentDigest.Of("{}"u8.ToArray()), nonce: "only-once");
        JsonObject grant = (await Callers.Partner.CallAsync(HttpMethod.Post, path, "{}"u8.ToArray(), signature)).Is(201).Json;
        (await Callers.Partner.CallAsync(HttpMethod.Post, path, "{}"u8.ToArray(), signature)).Refuses(401, "nonce-used");
        (await Callers.Partner.CallAsync(HttpMethod.Post, path, "{}"u8.ToArray())).Refuses(401, "nonce-missing");

        var blob = new BlockBlobClient(new Uri((string)grant["url"]!));
        await blob.UploadAsync(new MemoryStream([1]));
        foreach (Func<Task> call in (Func<Task>[])[() => blob.DownloadContentAsync(), () => blob.DeleteAsync(), () => OtherBlob(grant).UploadAsync(new MemoryStream([1]))])
            Assert.Equal(403, (await Assert.ThrowsAsync<global::Azure.RequestFailedException>(call)).Status);
        await Callers.LedgerAsync(@case);
    }

    [Fact]
    public async Task A_body_that_is_not_what_was_said_of_it_is_rejected_and_leaves_nothing()
    {
        string @case = await Callers.OpenAsync(("image", Content));
        JsonObject grant = await GrantAsync(@case);
        JsonObject completion = await UploadAsync(@case, grant, Content, body => body[^1] ^= 1);
        (await CompleteAsync(@case, completion)).Is(202);

        await Eventually.TrueAsync("the upload is rejected", async () =>
            (string?)(await Callers.Partner.GetAsync($"/requests/{@case}")).Is(200).Json["items"]![0]!["rejected"] == "upload-mismatch");
        await Eventually.TrueAsync("it is cleared away", async () => (await Callers.LedgerAsync(@case)).Of("sealing.upload-cleared").Count == 1);

        Assert.Equal(["image upload-mismatch"], (await Callers.LedgerAsync(@case)).Rejected);
        await AssertNothingLeftAsync(@case);
        Assert.Empty(await system.Storage.NamesAsync("vault", $"{@case}/image"));
        (await CompleteAsync(@case, completion)).Refuses(404, "upload-not-granted");
    }

    [Theory]
    [InlineData("attempt", "00000000000000000000000000000000", 404, "upload-not-granted")]
    [InlineData("attempt", "no attempt", 400, "body-malformed")]
    [InlineData("header", "29", 400, "body-malformed")]
    [InlineData("commitment", "AA", 400, "body-malformed")]
    [InlineData("keyEnvelope", "text", 422, "key-envelope-invalid")]
    [InlineData("unknown", "member", 400, "body-malformed")]
    public async Task A_completion_that_is_not_of_its_form_is_refused(string member, string value, int status, string slug)
    {
        string @case = await Callers.OpenAsync(("image", Content));
        JsonObject completion = await UploadAsync(@case, await GrantAsync(@case), Content);
        completion[member] = value;
        (await CompleteAsync(@case, completion)).Refuses(status, slug);
        await Callers.LedgerAsync(@case);
    }

    private async Task<JsonObject> GrantAsync(string @case)
    {
        string path = $"/api/v1/requests/{@case}/items/image/upload";
        string nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        return (await Callers.Partner.CallAsync(HttpMethod.Post, path, content: null, Callers.Partner.Sign("POST", path, nonce: nonce))).Is(201).Json;
    }

    private static async Task<JsonObject> UploadAsync(string @case, JsonObject grant, byte[] plaintext, Action<byte[]>? change = null)
    {
        using var sealer = new ItemSealer(@case, "image");
        using var sealedBody = new MemoryStream();
        SealedContent content = await sealer.SealAsync(plaintext, sealedBody, default);
        byte[] body = sealedBody.ToArray();
        change?.Invoke(body);
        await new BlockBlobClient(new Uri((string)grant["url"]!)).UploadAsync(new MemoryStream(body));
        var description = new ItemDescription("image", "application/octet-stream", content.PlaintextSize, content.PlaintextSha256);
        var wrap = new PartnerKeyWrap(RsaJwk.Parse(grant["key"]!.ToJsonString()));
        return new JsonObject
        {
            ["attempt"] = (string)grant["attempt"]!,
            ["keyEnvelope"] = JsonNode.Parse(await sealer.WrapKeyAsync(description, wrap, default)),
            ["header"] = Convert.ToHexStringLower(sealer.Header.Span),
            ["commitment"] = Convert.ToHexStringLower(sealer.Commitment),
            ["sealedRoot"] = Convert.ToHexStringLower(content.SealedRoot),
            ["size"] = content.Size,
        };
    }

    private Task<Answer> CompleteAsync(string @case, JsonObject completion) => Callers.Partner.CallAsync(
        HttpMethod.Post, $"/api/v1/requests/{@case}/items/image/upload/complete", System.Text.Encoding.UTF8.GetBytes(completion.ToJsonString()));

    private static BlockBlobClient OtherBlob(JsonObject grant) =>
        new(new Uri(((string)grant["url"]!).Replace((string)grant["attempt"]!, new string('0', 32), StringComparison.Ordinal)));

    private Task AssertNothingLeftAsync(string @case) => Eventually.TrueAsync("nothing is left on the way", async () =>
        (await system.Storage.NamesAsync("inbound", $"{@case}/")).Count + (await system.Storage.NamesAsync("arrivals", $"{@case}/")).Count == 0);
}
