using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Rogatory.LocalHost.Gate;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.Gate;

[Collection(GateCollection.Name)]
public sealed class ContainerPolicyTests(GateFixture gate)
{
    private BlobContainerClient Ledger => gate.Service.GetBlobContainerClient(GateFixture.Ledger);

    private BlobContainerClient Statements => gate.Service.GetBlobContainerClient(GateFixture.Statements);

    [Fact]
    public async Task The_ledger_takes_new_append_blobs_and_appends()
    {
        var log = Ledger.GetAppendBlobClient("appended");
        await log.CreateAsync();
        await log.AppendBlockAsync(BlobCalls.Text("first ").ToStream());
        await log.AppendBlockAsync(BlobCalls.Text("second").ToStream(), new AppendBlobAppendBlockOptions
        {
            Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = 6 },
        });
        Assert.Equal("first second", await Ledger.GetBlobClient("appended").ReadAsync());
    }

    [Fact]
    public async Task The_ledger_refuses_to_delete_replace_or_change_what_was_appended()
    {
        var log = Ledger.GetAppendBlobClient("kept");
        await log.CreateAsync();
        await log.AppendBlockAsync(BlobCalls.Text("content").ToStream());

        await RefusedAsync(() => log.DeleteAsync());
        await RefusedAsync(() => log.CreateAsync());
        await RefusedAsync(() => log.SealAsync());
        await RefusedAsync(() => log.SetMetadataAsync(new Dictionary<string, string> { ["a"] = "b" }));
        await RefusedAsync(() => log.SetHttpHeadersAsync(new BlobHttpHeaders { ContentType = "text/html" }));
        await RefusedAsync(() => log.CreateSnapshotAsync());
        await RefusedAsync(() => Ledger.GetBlobClient("kept").UploadAsync(BlobCalls.Text("other"), overwrite: true));
        await RefusedAsync(() => Ledger.GetBlobClient("kept").SyncCopyFromUriAsync(log.Uri));

        Assert.Equal("content", await Ledger.GetBlobClient("kept").ReadAsync());
    }

    [Fact]
    public async Task Creating_once_more_with_if_none_match_is_refused_by_Azurite_itself()
    {
        var log = Ledger.GetAppendBlobClient("once");
        Assert.NotNull(await log.CreateIfNotExistsAsync());
        Assert.Null(await log.CreateIfNotExistsAsync());
        var statement = Statements.GetBlobClient("once");
        await statement.UploadAsync(BlobCalls.Text("content"), overwrite: false);
        await Expect.RefusedAsync(409, "BlobAlreadyExists", () => statement.UploadAsync(BlobCalls.Text("other"), overwrite: false));
        Assert.Equal("content", await statement.ReadAsync());
    }

    [Fact]
    public async Task A_legal_hold_stops_appends_to_the_ledger_too()
    {
        var log = Ledger.GetAppendBlobClient("held");
        await log.CreateAsync();
        await log.SetLegalHoldAsync(true);
        await Expect.RefusedAsync(409, Expect.LegalHold, () => log.AppendBlockAsync(BlobCalls.Text("more").ToStream()));
    }

    [Fact]
    public async Task Statements_can_be_written_once()
    {
        var statement = await Statements.BlobAsync("receipt");
        await Statements.CommitAsync("manifest", "content");

        await RefusedAsync(() => statement.UploadAsync(BlobCalls.Text("other"), overwrite: true));
        await RefusedAsync(() => Statements.CommitAsync("manifest", "other"));
        await RefusedAsync(() => statement.DeleteAsync());
        await RefusedAsync(() => statement.SetMetadataAsync(new Dictionary<string, string> { ["a"] = "b" }));

        Assert.Equal("content", await statement.ReadAsync());
    }

    [Fact]
    public async Task Statements_take_no_appends_once_an_append_blob_is_there()
    {
        var log = Statements.GetAppendBlobClient("log");
        await log.CreateAsync();
        await RefusedAsync(() => log.AppendBlockAsync(BlobCalls.Text("more").ToStream()));
    }

    [Fact]
    public async Task The_containers_themselves_cannot_be_deleted()
    {
        await RefusedAsync(() => Ledger.DeleteAsync());
        await RefusedAsync(() => Statements.DeleteAsync());
    }

    [Fact]
    public async Task After_the_retention_a_blob_may_be_deleted_but_not_overwritten()
    {
        var statement = await Statements.BlobAsync("old");
        // A gate of its own, so that no other test sees this time.
        var clock = new MovableTime { Now = (await statement.GetPropertiesAsync()).Value.LastModified + GateFixture.Retention };
        await using var later = await GateServer.StartAsync(GateFixture.Options(gate.Azurite, clock));
        var same = GateFixture.ServiceOf(gate.Azurite, later.Origin).GetBlobContainerClient(GateFixture.Statements).GetBlobClient("old");

        await RefusedAsync(() => same.UploadAsync(BlobCalls.Text("other"), overwrite: true));
        clock.Now = clock.Now.AddSeconds(-1);
        await RefusedAsync(() => same.DeleteAsync());
        clock.Now = clock.Now.AddSeconds(1);
        await same.DeleteAsync();
    }

    [Fact]
    public async Task The_policies_hold_in_every_account()
    {
        var second = GateFixture.ServiceOf(gate.Azurite, gate.Gate.Origin, gate.Azurite.Accounts[1]);
        var statements = (await second.CreateBlobContainerAsync(GateFixture.Statements)).Value;
        var statement = await statements.BlobAsync("receipt");
        await RefusedAsync(() => statement.DeleteAsync());
    }

    private static Task RefusedAsync(Func<Task> call) => Expect.RefusedAsync(409, Expect.Policy, call);
}
