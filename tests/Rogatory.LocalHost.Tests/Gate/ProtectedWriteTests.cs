using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Rogatory.LocalHost.Tests.Gate;

/// <summary>What a policy brought by a write does, and what it then forbids.</summary>
[Collection(GateCollection.Name)]
public sealed class ProtectedWriteTests(GateFixture gate)
{
    private DateTimeOffset Later => gate.Clock.Now.AddDays(30);

    [Fact]
    public async Task Put_blob_put_block_list_and_both_copies_bring_a_policy_and_a_hold()
    {
        var container = await gate.ContainerAsync();
        var source = await container.BlobAsync("source");
        var policy = BlobCalls.Policy(Later);

        await container.GetBlobClient("put").UploadAsync(BlobCalls.Text("content"), new BlobUploadOptions { ImmutabilityPolicy = policy, LegalHold = true });
        await container.CommitAsync("committed", "content", new CommitBlockListOptions { ImmutabilityPolicy = policy, LegalHold = true });
        var copied = await container.GetBlobClient("copied").StartCopyFromUriAsync(
            source.Uri, new BlobCopyFromUriOptions { DestinationImmutabilityPolicy = policy, LegalHold = true });
        await copied.WaitForCompletionAsync();
        await container.GetBlobClient("copied-at-once").SyncCopyFromUriAsync(
            source.Uri, new BlobCopyFromUriOptions { DestinationImmutabilityPolicy = policy, LegalHold = true });
        await container.GetAppendBlobClient("appended").CreateAsync(new AppendBlobCreateOptions { ImmutabilityPolicy = policy, HasLegalHold = true });

        foreach (var name in (string[])["put", "committed", "copied", "copied-at-once", "appended"])
        {
            var properties = (await container.GetBlobClient(name).GetPropertiesAsync()).Value;
            Assert.Equal((Later, true), (properties.ImmutabilityPolicy.ExpiresOn, properties.HasLegalHold));
            await Expect.RefusedAsync(409, Expect.LegalHold, () => container.GetBlobClient(name).DeleteAsync());
        }
    }

    [Fact]
    public async Task A_write_that_Azurite_refuses_leaves_no_policy_behind()
    {
        var container = await gate.ContainerAsync();
        var blob = await container.BlobAsync();

        await Expect.RefusedAsync(409, "BlobAlreadyExists", () => blob.UploadAsync(BlobCalls.Text("other"), new BlobUploadOptions
        {
            ImmutabilityPolicy = BlobCalls.Policy(Later),
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        }));

        Assert.Null((await blob.GetPropertiesAsync()).Value.ImmutabilityPolicy.ExpiresOn);
        await blob.DeleteAsync();
    }

    [Fact]
    public async Task Every_way_to_replace_or_remove_a_protected_block_blob_is_refused()
    {
        var container = await gate.ContainerAsync();
        var blob = await container.ProtectedAsync(Later);
        var other = await container.BlobAsync("other", "other content");

        await RefusedAsync(() => blob.DeleteAsync());
        await RefusedAsync(() => blob.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots));
        await RefusedAsync(() => blob.DeleteIfExistsAsync());
        await RefusedAsync(() => blob.UploadAsync(BlobCalls.Text("other"), overwrite: true));
        await RefusedAsync(() => blob.UploadAsync(BlobCalls.Text("other"), overwrite: false));
        await RefusedAsync(() => container.CommitAsync("blob", "other"));
        await RefusedAsync(() => blob.StartCopyFromUriAsync(other.Uri));
        await RefusedAsync(() => blob.SyncCopyFromUriAsync(other.Uri));
        await RefusedAsync(() => container.GetBlockBlobClient("blob").SyncUploadFromUriAsync(other.Uri, overwrite: true));
        await RefusedAsync(() => container.GetAppendBlobClient("blob").CreateAsync());
        await RefusedAsync(() => container.GetPageBlobClient("blob").CreateAsync(512));
        await RefusedAsync(() => blob.SetMetadataAsync(new Dictionary<string, string> { ["a"] = "b" }));
        await RefusedAsync(() => blob.SetHttpHeadersAsync(new BlobHttpHeaders { ContentType = "text/html" }));
        await RefusedAsync(() => blob.UploadAsync(BlobCalls.Text("other"), new BlobUploadOptions { ImmutabilityPolicy = BlobCalls.Policy(Later.AddDays(1)) }));

        Assert.Equal("content", await blob.ReadAsync());
    }

    [Fact]
    public async Task A_protected_append_blob_takes_no_block_and_no_seal()
    {
        var container = await gate.ContainerAsync();
        var blob = container.GetAppendBlobClient("log");
        await blob.CreateAsync();
        await blob.AppendBlockAsync(BlobCalls.Text("first").ToStream());
        await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later));

        await RefusedAsync(() => blob.AppendBlockAsync(BlobCalls.Text("second").ToStream()));
        await RefusedAsync(() => blob.SealAsync());

        Assert.Equal("first", await container.GetBlobClient("log").ReadAsync());
    }

    [Fact]
    public async Task A_protected_page_blob_takes_no_page_and_no_other_size()
    {
        var container = await gate.ContainerAsync();
        var blob = container.GetPageBlobClient("disk");
        await blob.CreateAsync(1024);
        await blob.UploadPagesAsync(new MemoryStream(new byte[512]), 0);
        await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later));

        await RefusedAsync(() => blob.UploadPagesAsync(new MemoryStream(new byte[512]), 512));
        await RefusedAsync(() => blob.ClearPagesAsync(new HttpRange(0, 512)));
        await RefusedAsync(() => blob.ResizeAsync(512));
        await RefusedAsync(() => blob.UpdateSequenceNumberAsync(SequenceNumberAction.Increment));
    }

    [Fact]
    public async Task Snapshots_tags_tier_lease_and_staged_blocks_are_allowed_as_in_Azure()
    {
        var container = await gate.ContainerAsync();
        var blob = await container.ProtectedAsync(Later);

        await blob.CreateSnapshotAsync();
        await blob.SetTagsAsync(new Dictionary<string, string> { ["stage"] = "Sealing" });
        await blob.SetAccessTierAsync(AccessTier.Cool);
        var lease = blob.GetBlobLeaseClient();
        await lease.AcquireAsync(TimeSpan.FromSeconds(15));
        await lease.ReleaseAsync();
        await container.GetBlockBlobClient("blob").StageBlockAsync(BlobCalls.BlockId(7), BlobCalls.Text("staged").ToStream());

        Assert.Equal("content", await blob.ReadAsync());
    }

    [Fact]
    public async Task The_snapshots_of_a_protected_blob_are_kept_too()
    {
        var container = await gate.ContainerAsync();
        var blob = await container.BlobAsync();
        var snapshot = (await blob.CreateSnapshotAsync()).Value.Snapshot;
        await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later));
        await RefusedAsync(() => blob.WithSnapshot(snapshot).DeleteAsync());
        await RefusedAsync(() => blob.DeleteAsync(DeleteSnapshotsOption.OnlySnapshots));
    }

    [Fact]
    public async Task A_container_that_holds_a_protected_blob_cannot_be_deleted()
    {
        var container = await gate.ContainerAsync();
        var blob = await container.ProtectedAsync(Later);
        await container.BlobAsync("other");

        await RefusedAsync(() => container.DeleteAsync());
        await blob.SetLegalHoldAsync(true);
        await Expect.RefusedAsync(409, Expect.LegalHold, () => container.DeleteAsync());
        Assert.Equal("content", await blob.ReadAsync());

        await blob.SetLegalHoldAsync(false);
        await blob.DeleteImmutabilityPolicyAsync();
        await container.DeleteAsync();
    }

    [Fact]
    public async Task Of_racing_deletes_and_policies_no_protected_blob_is_lost()
    {
        var container = await gate.ContainerAsync();
        for (var round = 0; round < 20; round++)
        {
            var blob = await container.BlobAsync($"blob-{round}");
            var policy = Task.Run(() => blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later)));
            var delete = Task.Run(() => blob.DeleteAsync());
            await Task.WhenAny(Task.WhenAll(policy, delete));
            Assert.True(policy.IsFaulted ^ delete.IsFaulted);
            Assert.Equal(delete.IsFaulted, (await blob.ExistsAsync()).Value);
        }
    }

    private static Task RefusedAsync(Func<Task> call) => Expect.RefusedAsync(409, Expect.Policy, call);
}
