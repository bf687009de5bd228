using System.Net.Sockets;
using System.Text;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Rogatory.LocalHost.Gate;
using Rogatory.TestKit;
using Rogatory.TestKit.Azurite;

namespace Rogatory.LocalHost.Tests.Gate;

/// <summary>What the _gate remembers when it, or Azurite, goes away.</summary>
public sealed class GateStateTests : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gate-");
    private readonly MovableTime _clock = new();
    private readonly AzuriteProcess _azurite;
    private BlobContainerClient _container = null!;
    private GateServer _gate = null!;

    public GateStateTests() => _azurite = new AzuriteProcess { Location = _folder.FullName };

    private DateTimeOffset Later => _clock.Now.AddDays(30);

    private BlobServiceClient Directly => GateFixture.ServiceOf(_azurite, _azurite.BlobOrigin);

    private BlobContainerClient StateDirectly => Directly.GetBlobContainerClient(GateServer.StateContainer);

    public async Task InitializeAsync()
    {
        await _azurite.StartAsync();
        await OpenGateAsync();
        await _container.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        await _gate.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_gate_started_again_knows_every_policy_and_hold()
    {
        await _container.ProtectedAsync(Later, locked: true, name: "locked");
        await _container.ProtectedAsync(Later, name: "unlocked/ä b%2Fc");
        await (await _container.BlobAsync("held")).SetLegalHoldAsync(true);
        var freed = await _container.ProtectedAsync(Later, name: "freed");
        await freed.DeleteImmutabilityPolicyAsync();

        await RestartGateAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => _container.GetBlobClient("locked").DeleteAsync());
        await Expect.RefusedAsync(409, Expect.Policy, () => _container.GetBlobClient("unlocked/ä b%2Fc").DeleteAsync());
        await Expect.RefusedAsync(409, Expect.LegalHold, () => _container.GetBlobClient("held").DeleteAsync());
        var policy = (await _container.GetBlobClient("locked").GetPropertiesAsync()).Value.ImmutabilityPolicy;
        Assert.Equal((Later, BlobImmutabilityPolicyMode.Locked), (policy.ExpiresOn, policy.PolicyMode));
        await _container.GetBlobClient("freed").DeleteAsync();
    }

    [Fact]
    public async Task A_policy_that_came_with_the_blob_is_known_after_a_restart_of_both()
    {
        await _container.CommitAsync("sealed", "content", new CommitBlockListOptions { ImmutabilityPolicy = BlobCalls.Policy(Later, locked: true) });

        await _gate.DisposeAsync();
        await _azurite.StopAsync();
        await _azurite.StartAsync();
        await OpenGateAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => _container.GetBlobClient("sealed").DeleteAsync());
    }

    [Fact]
    public async Task While_Azurite_is_away_every_call_is_answered_503()
    {
        var blob = await _container.ProtectedAsync(Later);
        await _azurite.KillAsync();

        Assert.Equal(503, (await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadContentAsync())).Status);
        await Expect.RefusedAsync(503, "ServerBusy", () => _container.GetBlobClient("other").UploadAsync(BlobCalls.Text("content")));
        await Expect.RefusedAsync(503, "ServerBusy", () => blob.SetImmutabilityPolicyAsync(BlobCalls.Policy(Later)));
        await Expect.RefusedAsync(503, "ServerBusy", () => _container.DeleteAsync());
    }

    [Fact]
    public async Task What_Azurite_lost_of_the_state_is_put_back_once_it_is_up_again()
    {
        var blob = await _container.ProtectedAsync(Later, locked: true);
        await StateDirectly.DeleteBlobAsync(Assert.Single(await StoredAsync()));
        await _azurite.StopAsync();
        await _azurite.StartAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => blob.DeleteAsync());
        Assert.Single(await StoredAsync());
        await RestartGateAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => _container.GetBlobClient("blob").DeleteAsync());
    }

    [Fact]
    public async Task Where_Azurite_lost_the_blob_itself_its_name_is_free_again()
    {
        var blob = await _container.ProtectedAsync(Later);
        await Directly.GetBlobContainerClient("container").DeleteBlobAsync(blob.Name);
        await _azurite.StopAsync();
        await _azurite.StartAsync();

        await blob.UploadAsync(BlobCalls.Text("content"));

        Assert.Null((await blob.GetPropertiesAsync()).Value.ImmutabilityPolicy.ExpiresOn);
    }

    [Fact]
    public async Task A_gate_that_starts_before_Azurite_refuses_until_it_has_read_its_state()
    {
        var blob = await _container.ProtectedAsync(Later);
        await _gate.DisposeAsync();
        await _azurite.StopAsync();
        await OpenGateAsync();
        blob = _container.GetBlobClient(blob.Name);
        await Expect.RefusedAsync(503, "ServerBusy", () => blob.DeleteAsync());

        await _azurite.StartAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => blob.DeleteAsync());
    }

    [Fact]
    public async Task The_state_is_stored_before_the_write_and_dropped_if_the_gate_died_before_the_write_was_whole()
    {
        using (await StartWriteWithPolicyAsync("cut")) await _gate.DisposeAsync();
        Assert.Single(await StoredAsync());

        await OpenGateAsync();

        await _container.GetBlobClient("cut").UploadAsync(BlobCalls.Text("content"));
        Assert.Empty(await StoredAsync());
        await _container.GetBlobClient("cut").DeleteAsync();
    }

    [Fact]
    public async Task A_policy_whose_write_is_not_known_to_have_failed_is_kept()
    {
        await _container.BlobAsync("there");
        using (await StartWriteWithPolicyAsync("there")) await _gate.DisposeAsync();

        await OpenGateAsync();

        await Expect.RefusedAsync(409, Expect.Policy, () => _container.GetBlobClient("there").DeleteAsync());
    }

    [Fact]
    public async Task A_client_that_leaves_in_mid_body_leaves_neither_a_blob_nor_a_policy()
    {
        (await StartWriteWithPolicyAsync("left")).Dispose();

        await _container.GetBlobClient("left").UploadAsync(BlobCalls.Text("content"));

        Assert.Null((await _container.GetBlobClient("left").GetPropertiesAsync()).Value.ImmutabilityPolicy.ExpiresOn);
    }

    [Fact]
    public async Task No_client_reaches_the_state()
    {
        var state = GateFixture.ServiceOf(_azurite, _gate.Origin).GetBlobContainerClient(GateServer.StateContainer);
        await _container.ProtectedAsync(Later);
        var name = Assert.Single(await StoredAsync());

        await Expect.RefusedAsync(403, "AuthorizationPermissionMismatch", () => state.GetBlobClient(name).DeleteAsync());
        await Expect.RefusedAsync(403, "AuthorizationPermissionMismatch", () => state.GetBlobClient("new").UploadAsync(BlobCalls.Text("x")));
        await Expect.RefusedAsync(403, "AuthorizationPermissionMismatch", () => state.DeleteAsync());
        Assert.Single(await StoredAsync());
    }

    private async Task OpenGateAsync()
    {
        _gate = await GateServer.StartAsync(GateFixture.Options(_azurite, _clock));
        _container = GateFixture.ServiceOf(_azurite, _gate.Origin).GetBlobContainerClient("container");
    }

    private async Task RestartGateAsync()
    {
        await _gate.DisposeAsync();
        await OpenGateAsync();
    }

    /// <summary>A Put Blob with a policy, of which a part has come when this returns, and the _gate has stored the policy.</summary>
    private async Task<TcpClient> StartWriteWithPolicyAsync(string name)
    {
        var signature = new AccountSasBuilder(AccountSasPermissions.All, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero),
                AccountSasServices.Blobs, AccountSasResourceTypes.All)
            .ToSasQueryParameters(new StorageSharedKeyCredential(_azurite.Accounts[0].Name, _azurite.Accounts[0].Key));
        var client = new TcpClient();
        await client.ConnectAsync(_gate.Origin.Host, _gate.Origin.Port);
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
        await foreach (var blob in StateDirectly.GetBlobsAsync())
            names.Add(blob.Name);
        return names;
    }
}
