using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Rogatory.LocalHost.Gate;
using Rogatory.TestKit;
using Rogatory.TestKit.Azurite;

namespace Rogatory.LocalHost.Tests.Gate;

/// <summary>One Azurite behind one gate, whose clock a test may move forward; each test works in containers of its own.</summary>
public sealed class GateFixture : IAsyncLifetime
{
    public const string Ledger = "ledger";
    public const string Statements = "statements";
    public static readonly TimeSpan Retention = TimeSpan.FromDays(36500);

    private int _containers;

    public AzuriteProcess Azurite { get; } = new() { Accounts = [AzuriteAccount.Development, AzuriteAccount.Named("second")] };

    public MovableTime Clock { get; } = new();

    public GateServer Gate { get; private set; } = null!;

    public BlobServiceClient Service { get; private set; } = null!;

    /// <summary>The same storage, not through the gate.</summary>
    public BlobServiceClient Direct { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Azurite.StartAsync();
        Gate = await GateServer.StartAsync(Options(Azurite, Clock));
        Service = ServiceOf(Azurite, Gate.Origin);
        Direct = ServiceOf(Azurite, Azurite.BlobOrigin);
        await Service.CreateBlobContainerAsync(Ledger);
        await Service.CreateBlobContainerAsync(Statements);
    }

    public async Task DisposeAsync()
    {
        await Gate.DisposeAsync();
        await Azurite.DisposeAsync();
    }

    public static GateOptions Options(AzuriteProcess azurite, TimeProvider clock) => new()
    {
        Listen = new Uri("http://127.0.0.1:0"),
        Upstream = azurite.BlobOrigin,
        Accounts = [.. azurite.Accounts.Select(account => new GateAccount(account.Name, account.Key))],
        ContainerPolicies = [new ContainerPolicy(Ledger, Retention, AllowsProtectedAppends: true), new ContainerPolicy(Statements, Retention)],
        Clock = clock,
    };

    public static BlobServiceClient ServiceOf(AzuriteProcess azurite, Uri origin, AzuriteAccount? account = null) =>
        new(azurite.ConnectionString(account, origin), new BlobClientOptions { Retry = { MaxRetries = 0 } });

    public async Task<BlobContainerClient> ContainerAsync() =>
        await Service.CreateBlobContainerAsync($"container-{Interlocked.Increment(ref _containers)}");

    /// <summary>A query that authorises any call on the account.</summary>
    public string AnySignature(AzuriteAccount? account = null)
    {
        account ??= Azurite.Accounts[0];
        return new AccountSasBuilder(AccountSasPermissions.All, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), AccountSasServices.Blobs, AccountSasResourceTypes.All)
            .ToSasQueryParameters(new StorageSharedKeyCredential(account.Name, account.Key)).ToString();
    }
}
