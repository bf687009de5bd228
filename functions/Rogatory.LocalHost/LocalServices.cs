using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Rogatory.Api;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Drills;
using Rogatory.Api.Health;
using Rogatory.Azure;
using Rogatory.Azure.Access;
using Rogatory.Azure.Case;
using Rogatory.Azure.Disclosure;
using Rogatory.Azure.Flow;
using Rogatory.Azure.Ledger;
using Rogatory.Azure.Receipt;
using Rogatory.Azure.Retention;
using Rogatory.Azure.Sealing;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Drills;
using Rogatory.Core.Flow;
using Rogatory.Core.Incidents;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.Ledger;
using Rogatory.LocalHost.Health;
using Rogatory.LocalHost.Keys;
using Rogatory.LocalHost.Worker;

namespace Rogatory.LocalHost;

/// <summary>Gives the ports of Core their adapters, for one machine.</summary>
internal static class LocalServices
{
    // The account and key that Azurite publishes; it protects nothing.
    private const string AzuriteKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string[] Containers = ["vault", "keys", "ledger", "statements", "cases", "nonces", "inbound", "arrivals"];

    private const string HomeRegion = "westeurope";

    private static readonly StateCode HomeState = StateCode.Parse("NL");

    private static readonly TimeSpan PatrolEvery = TimeSpan.FromHours(1);

    private static readonly TimeSpan ShareEvery = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan CopiesEvery = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan SignalsEvery = TimeSpan.FromHours(1);

    private static readonly TimeSpan IncidentsEvery = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan RotationEvery = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan WakeUpVisibility = TimeSpan.FromSeconds(30);

    public static void AddLocal(this IServiceCollection services, LocalHostOptions options, DataDirectory data)
    {
        BlobServiceClient blobs = new(options.Blob, Credential(options.Blob), Retrying(new BlobClientOptions()));
        QueueServiceClient queues = new(options.Queue, Credential(options.Queue), Retrying(new QueueClientOptions()));
        var links = new AccountKeyLinks(Credential(options.Blob));
        BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(name);
        QueueClient cases = queues.GetQueueClient("cases");
        QueueClient poison = queues.GetQueueClient("cases-poison");

        services.AddSingleton<IVault>(new BlobVault(Container("vault"), BlobImmutabilityPolicyMode.Locked));
        services.AddSingleton<IInbound>(new BlobInbound(Container("inbound"), links));
        var arrivals = new BlobArrivals(
            Container("inbound"), Container("arrivals"), Container("vault"), BlobImmutabilityPolicyMode.Locked, new BlobCopy(links, TimeProvider.System));
        services.AddSingleton<IArrivals>(arrivals).AddSingleton<IArrivalNotes>(arrivals);
        services.AddSingleton<IKeyEnvelopeStore>(new BlobKeyEnvelopeStore(Container("keys")));
        services.AddSingleton<IEnvelopeEraser>(new BlobEnvelopeEraser(Container("keys")));
        services.AddSingleton<IBodyHolds>(new BlobBodyHolds(Container("vault")));
        services.AddSingleton<ILedgerStore>(new BlobLedgerStore(Container("ledger")));
        services.AddSingleton<IStatementStore>(new BlobStatementStore(Container("statements")));
        services.AddSingleton<IProjectionStore>(new BlobProjectionStore(Container("cases")));
        services.AddSingleton<INonceMemory>(new BlobNonceMemory(Container("nonces")));
        OutboundAccount[] outbound = options.Space == Space.Drill
            ? [.. DrillHome.Regions.Select((region, place) => new OutboundAccount(region, Container(DrillHome.ContainerOf(place)), links))]
            : options.Outbound.Count == 0
            ? [new OutboundAccount(HomeRegion, Container("outbound"), links)]
            : [.. options.Outbound.Select(one => OutboundOf(one.Key, one.Value))];
        services.AddSingleton<IOutbound>(new BlobOutbound(Container("vault"), outbound, new BlobCopy(links, TimeProvider.System), TimeProvider.System));
        services.AddSingleton(options.Space == Space.Drill ? DrillHome.Authority : new HomeAuthority(HomeState, HomeRegion, IsReplicatedToPair: false, ["EU"], "Demonstration central authority, mutual assistance desk"));
        services.AddSingleton<ICaseQueue>(new StorageCaseQueue(cases));
        services.AddSingleton(new WakeUpReceiver(cases, poison, WakeUpVisibility));
        foreach (string name in Containers)
            services.AddSingleton<IReadinessProbe>(new ContainerProbe(Container(name)));
        services.AddSingleton<IReadinessProbe>(new QueueProbe(cases));
        services.AddSingleton<IReadinessProbe>(provider => new ClockProbe(new StorageClock(Container("ledger"), provider.GetRequiredService<TimeProvider>())));
        services.AddSingleton(provider => new StorageSetup(
            [.. Containers.Select(Container), .. outbound.Select(one => one.Container)], [cases, poison], provider.GetRequiredService<StorageSpace>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<StorageSetup>());

        AddKeys(services, options, data);
        services.AddSingleton(new CaseDecider(options.AbandonAfter)).AddSingleton<Sweep>();
        services.AddSingleton<ClassificationQueue>();
        services.AddHostedService<QueueWorker>().AddHostedService<ClassificationWorker>();
        services.AddTimed("The sweep", TimeSpan.Zero, options.SweepEvery, (Sweep sweep, CancellationToken stop) => sweep.RunAsync(stop));
        services.AddTimed("The rotation of keys", TimeSpan.Zero, Shorter(RotationEvery, options.SweepEvery), (AdvanceRotation rotation, CancellationToken stop) => rotation.RunAsync(stop));
        services.AddTimed("The checkpoint", TimeSpan.Zero, options.CheckpointEvery, (MakeCheckpoint checkpoint, CancellationToken stop) => checkpoint.RunAsync(stop));
        services.AddTimed("The patrol", TimeSpan.Zero, PatrolEvery, (Patrol patrol, CancellationToken stop) => patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, stop));
        services.AddTimed("The patrol of the day", ShareEvery, ShareEvery, (Patrol patrol, CancellationToken stop) => patrol.RunAsync(PatrolScope.Share, PatrolBounds.OfTimer, stop));
        services.AddSingleton<IncidentWatch>();
        services.AddTimed("The watch over incidents", TimeSpan.Zero, IncidentsEvery, (IncidentWatch watch, CancellationToken stop) => watch.RunAsync(stop));
        services.AddTimed("The look for signals", TimeSpan.Zero, SignalsEvery, (LookForSignals look, CancellationToken stop) => look.RunAsync(stop));
        if (options.Space == Space.Drill)
            services.AddTimed("The drills", options.DrillsEvery, options.DrillsEvery, (DrillEngine drills, CancellationToken stop) => drills.RunAsync(stop));
        services.AddTimed("The patrol of copies", TimeSpan.Zero, CopiesEvery, (CopyPatrol copies, CancellationToken stop) => copies.RunAsync(PatrolBounds.OfTimer, stop));
    }

    private static OutboundAccount OutboundOf(string region, Uri endpoint) => new(
        region, new BlobServiceClient(endpoint, Credential(endpoint), Retrying(new BlobClientOptions())).GetBlobContainerClient("outbound"), new AccountKeyLinks(Credential(endpoint)));

    private static void AddTimed<T>(this IServiceCollection services, string name, TimeSpan first, TimeSpan every, Func<T, CancellationToken, Task> work)
        where T : class =>
        services.AddSingleton<IHostedService>(provider => new TimedWorker(
            name, first, every, stop => work(provider.GetRequiredService<T>(), stop),
            provider.GetRequiredService<ILogger<TimedWorker>>(), provider.GetRequiredService<TimeProvider>()));

    private static void AddKeys(IServiceCollection services, LocalHostOptions options, DataDirectory data)
    {
        var kek = new LocalKeyVersions(data);
        var signer = new LocalStatementSigner(data.Read(data.SigningFile), options.Space);
        VerificationKey[] verification = [new(signer.PublicKey, DataDirectory.MadeAt(data.SigningFile), ValidUntil: null) { Space = options.Space }];
        var policy = PolicySet.Load();
        var limits = new ApiLimits(RequestLimits.MostBytes, RequestLimits.MostItems, options.ItemBytes);

        if (options.Space == Space.Drill)
            services.AddSingleton(new ScriptKey(new LocalStatementSigner(data.Read(data.SigningFile), Space.Real), signer.PublicKey));
        services.AddSingleton<IKeyVersions>(kek);
        services.AddSingleton<IKeyWrap>(provider => new ResolverKeyWrap(kek, provider.GetRequiredService<CurrentKeys>()));
        services.AddSingleton<IStatementSigner>(signer);
        services.AddSingleton<IReadOnlyList<VerificationKey>>(verification);
        services.AddSingleton(policy).AddSingleton(limits).AddSingleton(options.Space);
        services.AddSingleton(new AuthorityDocument(
            options.Space == Space.Drill ? DrillHome.Name : "Demonstration central authority", HomeState.ToString(), [.. verification.Select(key => Published(key.ToJson(), "sig"))], limits, policy.Version, options.Space.Name));
        services.AddSingleton(new PublicOrigin(options.Origin.GetLeftPart(UriPartial.Authority)));
        services.AddSingleton(options.DrillKeys);
        services.AddSingleton(options).AddSingleton(options.TokenSettings).AddSingleton(options.Space == Space.Drill ? DrillHome.Founders : options.Founders);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static JsonObject Published(JsonObject key, string use)
    {
        key["use"] = use;
        return key;
    }

    private static StorageSharedKeyCredential Credential(Uri endpoint) => new(endpoint.Segments[^1].Trim('/'), AzuriteKey);

    // Few and quick: whoever calls is told 503 and tries again, and the flow comes back by itself.
    private static T Retrying<T>(T client)
        where T : ClientOptions
    {
        client.Retry.MaxRetries = 2;
        client.Retry.Delay = TimeSpan.FromMilliseconds(100);
        client.Retry.MaxDelay = TimeSpan.FromMilliseconds(500);
        client.Diagnostics.IsLoggingContentEnabled = false;
        return client;
    }
}
