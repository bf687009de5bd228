using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Rogatory.Azure.Retention;
using Rogatory.Azure.Sealing;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Core;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;

namespace Rogatory.Azure.Tests.Retention;

[Collection(nameof(StorageCollection))]
public sealed class BlobBodyHoldsTests(StorageFixture storage) : IAsyncLifetime
{
    private static readonly DateTimeOffset Retained = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly SealedPath path = new(CaseId.Parse("7K3Q-F2M9-X4TD"), ItemId.Request, AttemptId.New());
    private readonly RequestLog log = new();
    private BlobContainerClient container = null!;
    private BlobVault vault = null!;
    private BlobBodyHolds holds = null!;

    public async Task InitializeAsync()
    {
        container = await storage.ContainerAsync("vault", log);
        vault = new BlobVault(container, BlobImmutabilityPolicyMode.Locked);
        holds = new BlobBodyHolds(container);
        await using VaultUpload upload = vault.BeginUpload(path, 3);
        await upload.WriteAsync(new byte[] { 1, 2, 3 });
        await upload.CommitAsync(Retained, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_body_is_held_until_it_is_let_go_however_often_it_is_asked()
    {
        Assert.False(await vault.IsHeldAsync(path, null, default));
        Assert.True(await holds.HoldAsync(path, null, default));
        Assert.True(await holds.HoldAsync(path, null, default));
        Assert.True(await vault.IsHeldAsync(path, null, default));
        await holds.ReleaseAsync(path, null, default);
        await holds.ReleaseAsync(path, null, default);
        Assert.False(await vault.IsHeldAsync(path, null, default));
        Assert.Equal(Retained, await vault.ProtectedUntilAsync(path, null, default));
    }

    [Fact]
    public async Task A_body_that_is_not_there_is_not_held_and_needs_no_letting_go()
    {
        SealedPath missing = path with { Attempt = AttemptId.New() };
        Assert.False(await holds.HoldAsync(missing, null, default));
        await holds.ReleaseAsync(missing, null, default);
        Assert.False(await vault.IsHeldAsync(missing, null, default));
    }

    [Fact]
    public async Task Storage_that_knows_no_holds_is_not_taken_for_holding() =>
        await Assert.ThrowsAsync<StorageUnavailableException>(() => new BlobBodyHolds(storage.Ungated(container, log)).HoldAsync(path, null, default));
}
