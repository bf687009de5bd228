using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Rogatory.LocalHost.Tests.Gate;

[Collection(GateCollection.Name)]
public sealed class ImmutabilityPolicyTests(GateFixture gate)
{
    private DateTimeOffset Later => gate.Clock.Now.AddDays(30);

    [Fact]
    public async Task Setting_answers_and_every_read_shows_the_policy()
    {
        var blob = await (await gate.ContainerAsync()).BlobAsync();

        var set = (await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later))).Value;

        Assert.Equal((Later, BlobImmutabilityPolicyMode.Unlocked), (set.ExpiresOn, set.PolicyMode));
        var properties = (await blob.GetPropertiesAsync()).Value;
        Assert.Equal((Later, BlobImmutabilityPolicyMode.Unlocked), (properties.ImmutabilityPolicy.ExpiresOn, properties.ImmutabilityPolicy.PolicyMode));
        Assert.False(properties.HasLegalHold);
        var read = (await blob.DownloadContentAsync()).Value.Details;
        Assert.Equal((Later, BlobImmutabilityPolicyMode.Unlocked), (read.ImmutabilityPolicy.ExpiresOn, read.ImmutabilityPolicy.PolicyMode));
    }

    [Fact]
    public async Task A_blob_without_a_policy_shows_none()
    {
        var blob = await (await gate.ContainerAsync()).BlobAsync();
        Assert.Null((await blob.GetPropertiesAsync()).Value.ImmutabilityPolicy.ExpiresOn);
    }

    [Fact]
    public async Task Setting_and_removing_change_neither_the_etag_nor_the_metadata()
    {
        var blob = await (await gate.ContainerAsync()).BlobAsync();
        var before = (await blob.GetPropertiesAsync()).Value;

        await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later));
        await blob.SetLegalHoldAsync(true);
        var during = (await blob.GetPropertiesAsync()).Value;
        await blob.SetLegalHoldAsync(false);
        await blob.DeleteImmutabilityPolicyAsync();
        var after = (await blob.GetPropertiesAsync()).Value;

        Assert.Equal((before.ETag, before.LastModified), (during.ETag, during.LastModified));
        Assert.Equal((before.ETag, before.LastModified), (after.ETag, after.LastModified));
        Assert.Empty(during.Metadata);
    }

    [Fact]
    public async Task Unlocked_may_be_raised_and_lowered()
    {
        var blob = await (await gate.ContainerAsync()).ProtectedAsync(Later);
        foreach (var until in (DateTimeOffset[])[Later.AddDays(10), Later.AddDays(-10)])
        {
            await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(until));
            Assert.Equal(until, (await blob.GetPropertiesAsync()).Value.ImmutabilityPolicy.ExpiresOn);
            await Expect.RefusedAsync(409, Expect.Policy, () => blob.DeleteAsync());
        }
    }

    [Fact]
    public async Task Unlocked_may_be_removed_and_the_blob_can_then_be_deleted()
    {
        var blob = await (await gate.ContainerAsync()).ProtectedAsync(Later);

        await blob.DeleteImmutabilityPolicyAsync();

        Assert.Null((await blob.GetPropertiesAsync()).Value.ImmutabilityPolicy.ExpiresOn);
        await blob.DeleteAsync();
    }

    [Fact]
    public async Task Locked_may_be_extended()
    {
        var blob = await (await gate.ContainerAsync()).ProtectedAsync(Later);
        await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later, locked: true));

        await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later.AddDays(1), locked: true));

        Assert.Equal(Later.AddDays(1), (await blob.GetPropertiesAsync()).Value.ImmutabilityPolicy.ExpiresOn);
    }

    [Fact]
    public async Task Locked_may_be_neither_shortened_nor_unlocked_nor_removed()
    {
        var blob = await (await gate.ContainerAsync()).ProtectedAsync(Later, locked: true);

        await Expect.RefusedAsync(409, Expect.Policy, () => blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later.AddSeconds(-1), locked: true)));
        await Expect.RefusedAsync(409, Expect.Policy, () => blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later.AddDays(1))));
        await Expect.RefusedAsync(409, "ImmutabilityPolicyDeleteOnLockedPolicy", () => blob.DeleteImmutabilityPolicyAsync());

        var policy = (await blob.GetPropertiesAsync()).Value.ImmutabilityPolicy;
        Assert.Equal((Later, BlobImmutabilityPolicyMode.Locked), (policy.ExpiresOn, policy.PolicyMode));
    }

    [Fact]
    public async Task A_time_that_is_past_is_refused()
    {
        var blob = await (await gate.ContainerAsync()).BlobAsync();
        await Expect.RefusedAsync(400, "InvalidHeaderValue", () => blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(gate.Clock.Now)));
    }

    [Fact]
    public async Task A_blob_that_is_not_there_gets_no_policy()
    {
        var blob = (await gate.ContainerAsync()).GetBlobClient("missing");
        await Expect.RefusedAsync(404, "BlobNotFound", () => blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later)));
        await Expect.RefusedAsync(404, "BlobNotFound", () => blob.SetLegalHoldAsync(true));
    }

    [Fact]
    public async Task A_policy_on_a_snapshot_is_refused_rather_than_set_on_the_blob()
    {
        var blob = await (await gate.ContainerAsync()).BlobAsync();
        var snapshot = (await blob.CreateSnapshotAsync()).Value.Snapshot;
        await Expect.RefusedAsync(400, "UnsupportedQueryParameter", () => blob.WithSnapshot(snapshot).SetImmutabilityPolicyAsync(BlobCalls.Policy(Later)));
    }

    [Fact]
    public async Task If_unmodified_since_is_honoured()
    {
        var blob = await (await gate.ContainerAsync()).BlobAsync();
        var changed = (await blob.GetPropertiesAsync()).Value.LastModified;
        await Expect.RefusedAsync(412, "ConditionNotMet", () => blob.SetImmutabilityPolicyAsync(
            BlobCalls.Policy(Later), new BlobRequestConditions { IfUnmodifiedSince = changed.AddSeconds(-1) }));
        await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later), new BlobRequestConditions { IfUnmodifiedSince = changed });
    }

    [Fact]
    public async Task When_the_policy_has_ended_the_blob_can_be_overwritten_and_starts_without_one()
    {
        var container = await gate.ContainerAsync();
        var blob = await container.ProtectedAsync(gate.Clock.Now.AddDays(1), locked: true);
        await Expect.RefusedAsync(409, Expect.Policy, () => blob.DeleteAsync());

        gate.Clock.Now = gate.Clock.Now.AddDays(1);

        await blob.UploadAsync(BlobCalls.Text("new"), overwrite: true);
        Assert.Null((await blob.GetPropertiesAsync()).Value.ImmutabilityPolicy.ExpiresOn);
        await blob.DeleteAsync();
    }

    [Fact]
    public async Task A_listing_shows_policies_and_holds_where_it_is_asked_to()
    {
        var container = await gate.ContainerAsync();
        await container.ProtectedAsync(Later, locked: true, name: "a & <b>/ä");
        await (await container.BlobAsync("held")).SetLegalHoldAsync(true);
        var free = await container.BlobAsync("free");
        await free.CreateSnapshotAsync(new Dictionary<string, string> { ["kept"] = "value" });
        await free.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later));

        var plain = container.GetBlobs(BlobTraits.Metadata, BlobStates.Snapshots).ToList();
        var shown = container.GetBlobs(BlobTraits.Metadata | BlobTraits.ImmutabilityPolicy | BlobTraits.LegalHold, BlobStates.Snapshots).ToList();

        Assert.All(plain, blob => Assert.Null(blob.Properties.ImmutabilityPolicy.ExpiresOn));
        Assert.Equal(plain.Select(blob => (blob.Name, blob.Snapshot, blob.Properties.ETag, blob.Metadata.Count)), shown.Select(blob => (blob.Name, blob.Snapshot, blob.Properties.ETag, blob.Metadata.Count)));
        var found = shown.Where(blob => blob.Snapshot is null).ToDictionary(blob => blob.Name, blob => blob.Properties, StringComparer.Ordinal);
        Assert.Equal((Later, BlobImmutabilityPolicyMode.Locked), (found["a & <b>/ä"].ImmutabilityPolicy.ExpiresOn, found["a & <b>/ä"].ImmutabilityPolicy.PolicyMode));
        Assert.True(found["held"].HasLegalHold);
        Assert.Equal(Later, found["free"].ImmutabilityPolicy.ExpiresOn);
        Assert.Null(Assert.Single(shown, blob => blob.Snapshot is not null).Properties.ImmutabilityPolicy.ExpiresOn);
    }

    [Theory]
    [InlineData("x-ms-immutability-policy-until-date", "tomorrow")]
    [InlineData("x-ms-immutability-policy-mode", "Locked")]
    [InlineData("x-ms-legal-hold", "perhaps")]
    public async Task A_write_with_an_unreadable_protection_is_refused_before_it_is_made(string header, string value)
    {
        var container = await gate.ContainerAsync();
        using var call = new HttpRequestMessage(HttpMethod.Put, new Uri(gate.Gate.Origin, $"devstoreaccount1/{container.Name}/blob?{gate.AnySignature()}"));
        call.Content = new StringContent("content");
        call.Headers.Add("x-ms-blob-type", "BlockBlob");
        call.Headers.Add(header, value);
        using var client = new HttpClient();

        using var answer = await client.SendAsync(call);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("InvalidHeaderValue", Assert.Single(answer.Headers.GetValues("x-ms-error-code")));
        Assert.False((await container.GetBlobClient("blob").ExistsAsync()).Value);
    }
}
