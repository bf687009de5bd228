using Azure.Storage.Blobs.Models;

namespace Rogatory.LocalHost.Tests.Gate;

[Collection(GateCollection.Name)]
public sealed class LegalHoldTests(GateFixture gate)
{
    [Fact]
    public async Task A_held_blob_cannot_be_deleted_until_the_hold_is_lifted()
    {
        var blob = await (await gate.ContainerAsync()).BlobAsync();

        Assert.True((await blob.SetLegalHoldAsync(true)).Value.HasLegalHold);

        Assert.True((await blob.GetPropertiesAsync()).Value.HasLegalHold);
        await Expect.RefusedAsync(409, Expect.LegalHold, () => blob.DeleteAsync());
        await Expect.RefusedAsync(409, Expect.LegalHold, () => blob.UploadAsync(BlobCalls.Text("other"), overwrite: true));
        Assert.False((await blob.SetLegalHoldAsync(false)).Value.HasLegalHold);
        await blob.DeleteAsync();
    }

    [Fact]
    public async Task A_hold_outlasts_the_policy_and_the_policy_outlasts_the_hold()
    {
        var container = await gate.ContainerAsync();
        var held = await container.ProtectedAsync(gate.Clock.Now.AddDays(1), name: "held");
        await held.SetLegalHoldAsync(true);
        var kept = await container.ProtectedAsync(gate.Clock.Now.AddDays(2), name: "kept");
        await kept.SetLegalHoldAsync(true);
        await kept.SetLegalHoldAsync(false);

        gate.Clock.Now = gate.Clock.Now.AddDays(1);

        await Expect.RefusedAsync(409, Expect.LegalHold, () => held.DeleteAsync());
        await Expect.RefusedAsync(409, Expect.Policy, () => kept.DeleteAsync());
    }

    [Fact]
    public async Task A_hold_can_come_with_the_blob()
    {
        var blob = (await gate.ContainerAsync()).GetBlobClient("blob");
        await blob.UploadAsync(BlobCalls.Text("content"), new BlobUploadOptions { LegalHold = true });
        await Expect.RefusedAsync(409, Expect.LegalHold, () => blob.DeleteAsync());
    }
}
