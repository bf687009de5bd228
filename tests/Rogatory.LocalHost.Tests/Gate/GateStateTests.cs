using System.Net.Sockets;
using System.Text;
using global::Azure.Storage.Blobs;
using global::Azure.Storage.Blobs.Models;
using Rogatory.LocalHost.Gate;
using Rogatory.TestKit.Azurite;

namespace Rogatory.LocalHost.Tests.Gate;

/// <summary>What the gate remembers when it, or Azurite, goes away.</summary>
public sealed class GateStateTests : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gate-");
    private readonly MovableClock clock = new();
    private readonly AzuriteProcess azurite;
    private BlobContainerClient container = null!;
    private GateServer gate = null!;

    public GateStateTests() => azurite = new AzuriteProcess { Location = folder.FullName };

    private DateTimeOffset Later => clock.Now.AddDays(30);

    public async Task InitializeAsync()
    {
        await azurite.StartAsync();
        await OpenGateAsync();
        await container.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        await gate.DisposeAsync();
        await azurite.DisposeAsync();
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_gate_started_again_knows_every_policy_and_hold()
    {
        await container.ProtectedAsync(Later, locked: true, name: "locked");
        await container.ProtectedAsync(Later, name: "unlocked/ä b%2Fc");
        await (await container.BlobAsync("held")).SetLegalHoldAsync(true);
        var freed = await container.ProtectedAsync(Later, name: "freed");
        await freed.DeleteImmutabilityPolicyAsync();

        await RestartGateAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => container.GetBlobClient("locked").DeleteAsync());
        await Expect.RefusedAsync(409, Expect.Policy, () => container.GetBlobClient("unlocked/ä b%2Fc").DeleteAsync());
        await Expect.RefusedAsync(409, Expect.LegalHold, () => container.GetBlobClient("held").DeleteAsync());
        var policy = (await container.GetBlobClient("locked").GetPropertiesAsync()).Value.ImmutabilityPolicy;
        Assert.Equal((Later, BlobImmutabilityPolicyMode.Locked), (policy.ExpiresOn, policy.PolicyMode));
        await container.GetBlobClient("freed").DeleteAsync();
    }

    [Fact]
    public async Task A_policy_that_came_with_the_blob_is_known_after_a_restart_of_both()
    {
        await container.CommitAsync("sealed", "content", new CommitBlockListOptions { ImmutabilityPolicy = BlobCalls.Policy(Later, locked: true) });

        await gate.DisposeAsync();
        await azurite.StopAsync();
        await azurite.StartAsync();
        await OpenGateAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => container.GetBlobClient("sealed").DeleteAsync());
    }

    [Fact]
    public async Task While_Azurite_is_away_every_call_is_answered_503()
    {
        var blob = await container.ProtectedAsync(Later);
        await azurite.KillAsync();

        Assert.Equal(503, (await Assert.ThrowsAsync<global::Azure.RequestFailedException>(() => blob.DownloadContentAsync())).Status);
        await Expect.RefusedAsync(503, "ServerBusy", () => container.GetBlobClient("other").UploadAsync(BlobCalls.Text("content")));
        await Expect.RefusedAsync(503, "ServerBusy", () => blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later)));
        await Expect.RefusedAsync(503, "ServerBusy", () => container.DeleteAsync());
    }

    [Fact]
    public async Task What_Azurite_lost_of_the_state_when_it_was_killed_is_put_back()
    {
        var blob = await container.BlobAsync();
        await azurite.StopAsync();
        await azurite.StartAsync();
        await blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later, locked: true));
        await azurite.KillAsync();
        await azurite.StartAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => blob.DeleteAsync());
        Assert.Single(await StoredAsync());
        await RestartGateAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => container.GetBlobClient("blob").DeleteAsync());
    }

    [Fact]
    public async Task A_gate_that_starts_before_Azurite_refuses_until_it_has_read_its_state()
    {
        var blob = await container.ProtectedAsync(Later);
        await gate.DisposeAsync();
        await azurite.StopAsync();
        await OpenGateAsync();
        blob = container.GetBlobClient(blob.Name);
        await Expect.RefusedAsync(503, "ServerBusy", () => blob.DeleteAsync());

        await azurite.StartAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => blob.DeleteAsync());
    }

    [Fact]
    public async Task The_state_is_stored_before_the_write_and_dropped_if_the_gate_died_before_the_write_was_whole()
    {
        using (await StartWriteWithPolicyAsync("cut")) await gate.DisposeAsync();
        Assert.Single(await StoredAsync());

        await OpenGateAsync();

        await container.GetBlobClient("cut").UploadAsync(BlobCalls.Text("content"));
        Assert.Empty(await StoredAsync());
        await container.GetBlobClient("cut").DeleteAsync();
    }

    [Fact]
    public async Task A_policy_whose_write_is_not_known_to_have_failed_is_kept()
    {
        await container.BlobAsync("there");
        using (await StartWriteWithPolicyAsync("there")) await gate.DisposeAsync();

        await OpenGateAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => container.GetBlobClient("there").DeleteAsync());
    }

    [Fact]
    public async Task A_client_that_leaves_in_mid_body_leaves_neither_a_blob_nor_a_policy()
    {
        (await StartWriteWithPolicyAsync("left")).Dispose();

        await container.GetBlobClient("left").UploadAsync(BlobCalls.Text("content"));

        Assert.Null((await container.GetBlobClient("left").GetPropertiesAsync()).Value.ImmutabilityPolicy.ExpiresOn);
    }

    [Fact]
    public async Task No_client_reaches_the_state()
    {
        var state = GateFixture.ServiceOf(azurite, gate.Origin).GetBlobContainerClient(GateServer.StateContainer);
        await container.ProtectedAsync(Later);
        var name = Assert.Single(await StoredAsync());

        await Expect.RefusedAsync(403, "AuthorizationPermissionMismatch", () => state.GetBlobClient(name).DeleteAsync());
        await Expect.RefusedAsync(403, "AuthorizationPermissionMismatch", () => state.GetBlobClient("new").UploadAsync(BlobCalls.Text("x")));
        await Expect.RefusedAsync(403, "AuthorizationPermissionMismatch", () => state.DeleteAsync());
        Assert.Single(await StoredAsync());
    }

    private async Task OpenGateAsync()
    {
        gate = await GateServer.StartAsync(GateFixture.Options(azurite, clock));
        container = GateFixture.ServiceOf(azurite, gate.Origin).GetBlobContainerClient("container");
    }

    private async Task RestartGateAsync()
    {
        await gate.DisposeAsync();
        await OpenGateAsync();
    }

    /// <summary>A Put Blob with a policy, of which a part has come when this returns, and the gate has stored the policy.</summary>
    private async Task<TcpClient> StartWriteWithPolicyAsync(string name)
    {
        var signature = new global::Azure.Storage.Sas.AccountSasBuilder(global::Azure.Storage.Sas.AccountSasPermissions.All, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero),
                global::Azure.Storage.Sas.AccountSasServices.Blobs, global::Azure.Storage.Sas.AccountSasResourceTypes.All)
            .ToSasQueryParameters(new global::Azure.Storage.StorageSharedKeyCredential(azurite.Accounts[0].Name, azurite.Accounts[0].Key));
        var client = new TcpClient();
        await client.ConnectAsync(gate.Origin.Host, gate.Origin.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"PUT /devstoreaccount1/container/{name}?{signature} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\nExpect: 100-continue\r\n" +
            $"x-ms-blob-type: BlockBlob\r\nx-ms-immutability-policy-until-date: {Later:R}\r\n\r\n"));
        // Azurite has asked for the body: so the call is under way, and what had to come before it has happened.
        var asked = new byte[25];
        await client.GetStream().ReadExactlyAsync(asked);
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", Encoding.ASCII.GetString(asked));
        await client.GetStream().WriteAsync("part"u8.ToArray());
        return client;
    }

    private async Task<List<string>> StoredAsync()
    {
        var names = new List<string>();
        await foreach (var blob in GateFixture.ServiceOf(azurite, azurite.BlobOrigin).GetBlobContainerClient(GateServer.StateContainer).GetBlobsAsync())
            names.Add(blob.Name);
        return names;
    }
}
