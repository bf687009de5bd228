using System.Globalization;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Rogatory.LocalHost.Gate;
using Rogatory.TestKit.Azurite;

namespace Rogatory.Azure.Tests.Storage;

/// <summary>One Azurite behind the immutability gate. Every test has containers and queues of its own.</summary>
public sealed class StorageFixture : IAsyncLifetime
{
    // The gate takes its container policies at the start, so the containers that tests will want are named before.
    private const int MostContainers = 500;
    private static readonly TimeSpan Retention = TimeSpan.FromDays(3650);

    public AzuriteProcess Azurite { get; } = new() { Accounts = [AzuriteAccount.Development, AzuriteAccount.Named("elsewhere")] };

    /// <summary>A second account behind the same gate, as one of another region would be.</summary>
    public AzuriteAccount Elsewhere => Azurite.Accounts[1];

    private GateServer? gate;
    private int made;

    public async Task InitializeAsync()
    {
        await Azurite.StartAsync();
        gate = await GateServer.StartAsync(new GateOptions
        {
            Listen = new Uri("http://127.0.0.1:0"),
            Upstream = Azurite.BlobOrigin,
            Accounts = [.. Azurite.Accounts.Select(account => new GateAccount(account.Name, account.Key))],
            ContainerPolicies =
            [
                .. Enumerable.Range(1, MostContainers).SelectMany(number => new[]
                {
                    new ContainerPolicy(Named("ledger", number), Retention, AllowsProtectedAppends: true),
                    new ContainerPolicy(Named("statements", number), Retention),
                }),
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (gate is not null)
            await gate.DisposeAsync();
        await Azurite.DisposeAsync();
    }

    /// <summary>A container with the protection that its kind has: <c>ledger</c> and <c>statements</c> have a policy.</summary>
    public async Task<BlobContainerClient> ContainerAsync(string kind, RequestLog log, AzuriteAccount? account = null)
    {
        var number = Interlocked.Increment(ref made);
        Assert.InRange(number, 1, MostContainers);
        var name = Named(kind, number);
        await new BlobContainerClient(Azurite.ConnectionString(account, gate!.Origin), name).CreateAsync();
        return Open(name, gate.Origin, log, account);
    }

    /// <summary>The same container without the gate before it.</summary>
    public BlobContainerClient Ungated(BlobContainerClient container, RequestLog log) => Open(container.Name, Azurite.BlobOrigin, log, null);

    public async Task<QueueClient> QueueAsync(RequestLog log)
    {
        var options = new QueueClientOptions();
        options.AddPolicy(log, HttpPipelinePosition.PerRetry);
        var queue = new QueueClient(Azurite.ConnectionString(), Named("queue", Interlocked.Increment(ref made)), options);
        await queue.CreateAsync();
        log.Clear();
        return queue;
    }

    private BlobContainerClient Open(string name, Uri origin, RequestLog log, AzuriteAccount? account)
    {
        var options = new BlobClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxRetries = 3 } };
        options.AddPolicy(log, HttpPipelinePosition.PerRetry);
        return new BlobContainerClient(Azurite.ConnectionString(account, origin), name, options);
    }

    private static string Named(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
}
