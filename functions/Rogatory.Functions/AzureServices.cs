using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Cryptography;
using Azure.Messaging.ServiceBus;
using Azure.Security.KeyVault.Keys.Cryptography;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Rogatory.Api;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Drills;
using Rogatory.Api.Health;
using Rogatory.Azure;
using Rogatory.Azure.Access;
using Rogatory.Azure.Case;
using Rogatory.Azure.Disclosure;
using Rogatory.Azure.Ledger;
using Rogatory.Azure.Receipt;
using Rogatory.Azure.Retention;
using Rogatory.Azure.Sealing;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Drills;
using Rogatory.Core.Flow;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.Functions.Flow;
using Rogatory.Functions.Health;
using Rogatory.Functions.Keys;
using Rogatory.Ledger;

namespace Rogatory.Functions;

/// <summary>Gives the ports of Core their adapters, in Azure. Every client comes as a managed identity.</summary>
public static class AzureServices
{
    /// <summary>What the front door takes at most: the host's FUNCTIONS_REQUEST_BODY_SIZE_LIMIT says the same.</summary>
    public const long MostBodyBytes = 100 * 1024 * 1024;

    private static readonly TimeSpan AbandonAfter = TimeSpan.FromMinutes(15);

    public static void AddAzure(this IServiceCollection services, Settings settings, PublicKeys keys, TokenCredential writer)
    {
        BlobServiceClient vaultAccount = Account(settings.Vault, writer);
        BlobContainerClient vault = vaultAccount.GetBlobContainerClient("vault");
        BlobContainerClient ledger = Container(settings.Ledger, "ledger", writer);
        BlobContainerClient statements = Container(settings.Ledger, "statements", writer);
        BlobContainerClient envelopes = Container(settings.Keys, "keys", writer);
        BlobContainerClient cases = Container(settings.State, "cases", writer);
        BlobContainerClient nonces = Container(settings.State, "nonces", writer);
        services.AddSingleton<IVault>(new BlobVault(vault, settings.Immutability));
        services.AddSingleton<IKeyEnvelopeStore>(new BlobKeyEnvelopeStore(envelopes));
        services.AddSingleton<IEnvelopeEraser>(new BlobEnvelopeEraser(Container(settings.Keys, "keys", settings.Eraser)));
        services.AddSingleton<IBodyHolds>(new BlobBodyHolds(Container(settings.Vault, "vault", settings.Holder)));
        services.AddSingleton<ILedgerStore>(new BlobLedgerStore(ledger));
        services.AddSingleton<IStatementStore>(new BlobStatementStore(statements));
        services.AddSingleton<IProjectionStore>(new BlobProjectionStore(cases));
        services.AddUploads(settings, vault, writer);
        services.AddOutbound(settings, vault, new DelegatedLinks(vaultAccount, TimeProvider.System), writer);
        services.AddSingleton<INonceMemory>(new BlobNonceMemory(nonces));
        foreach (BlobContainerClient container in (BlobContainerClient[])[vault, ledger, statements, envelopes, cases, nonces])
            services.AddSingleton<IReadinessProbe>(new Probe(container.Name, stop => container.GetPropertiesAsync(cancellationToken: stop)));

        services.AddSingleton<IReadinessProbe>(new Probe("clock", new StorageClock(ledger, TimeProvider.System).ProbeAsync));

        services.AddSingleton(_ => new ServiceBusClient(settings.ServiceBus, writer));
        services.AddSingleton<ServiceBusCaseQueue>().AddSingleton<ICaseQueue>(provider => provider.GetRequiredService<ServiceBusCaseQueue>());
        services.AddSingleton<IReadinessProbe>(provider => new Probe("queue", provider.GetRequiredService<ServiceBusCaseQueue>().ProbeAsync));
        services.AddKeys(settings, keys, writer);

        services.AddSingleton(TimeProvider.System).AddSingleton(new CaseDecider(AbandonAfter)).AddSingleton<Sweep>();
        services.AddSingleton(settings.DrillKeys);
        services.AddSingleton(new PublicOrigin(settings.Origin)).AddSingleton(new OfficerTokenSettings(settings.OfficerIssuer, settings.OfficerAudience)).AddSingleton(settings.Space == Space.Drill ? DrillHome.Founders : settings.Founders);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = MostBodyBytes);
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = MostBodyBytes);
    }

    // Both containers are in one account, which partners reach: no link ever names the second.
    private static void AddUploads(this IServiceCollection services, Settings settings, BlobContainerClient vault, TokenCredential writer)
    {
        BlobServiceClient account = Account(settings.Inbound, writer);
        BlobContainerClient inbound = account.GetBlobContainerClient("inbound");
        BlobContainerClient arriving = account.GetBlobContainerClient("arrivals");
        var links = new DelegatedLinks(account, TimeProvider.System);
        var arrivals = new BlobArrivals(inbound, arriving, vault, settings.Immutability, new BlobCopy(links, TimeProvider.System));
        services.AddSingleton<IInbound>(new BlobInbound(inbound, links)).AddSingleton<IArrivals>(arrivals).AddSingleton<IArrivalNotes>(arrivals);
        foreach (BlobContainerClient container in (BlobContainerClient[])[inbound, arriving])
            services.AddSingleton<IReadinessProbe>(new Probe(container.Name, stop => container.GetPropertiesAsync(cancellationToken: stop)));
    }

    // None of these accounts is probed: the front door works without a region to collect from, and a disclosure waits for its own alone.
    private static void AddOutbound(
        this IServiceCollection services, Settings settings, BlobContainerClient vault, BlobLinks vaultLinks, TokenCredential writer)
    {
        OutboundAccount Outbound(string region, Uri endpoint, string container)
        {
            BlobServiceClient account = Account(endpoint, writer);
            return new OutboundAccount(region, account.GetBlobContainerClient(container), new DelegatedLinks(account, TimeProvider.System));
        }

        OutboundAccount[] accounts = settings.Space == Space.Drill
            ? [.. DrillHome.Regions.Select((region, place) => Outbound(region, settings.Outbound[0].Endpoint, DrillHome.ContainerOf(place)))]
            : [.. settings.Outbound.Select(one => Outbound(one.Region, one.Endpoint, "outbound"))];
        services.AddSingleton<IOutbound>(new BlobOutbound(vault, accounts, new BlobCopy(vaultLinks, TimeProvider.System), TimeProvider.System));
        services.AddSingleton(settings.Space == Space.Drill ? DrillHome.Authority : new HomeAuthority(
            settings.Jurisdiction, settings.Region, settings.IsReplicatedToPair, settings.Residency, settings.Contact));
    }

    private static void AddKeys(this IServiceCollection services, Settings settings, PublicKeys keys, TokenCredential writer)
    {
        IKeyEncryptionKeyResolver keyVault = new KeyResolver(writer);
        var own = new OwnKeyResolver(keyVault, settings.KeyEncryptionKey);
        string kek = settings.KeyEncryptionKey.AbsoluteUri;
        services.AddSingleton<IKeyVersions>(new VaultKeyVersions(settings.KeyEncryptionKey, writer, settings.KeyKeeper));
        services.AddSingleton<IKeyWrap>(provider => new ResolverKeyWrap(own, provider.GetRequiredService<CurrentKeys>()));
        services.AddSingleton<IStatementSigner>(new VaultStatementSigner(keys.SigningKeyId, settings.Space, writer)).AddSingleton(keys.Signing);
        if (settings.Space == Space.Drill)
            services.AddSingleton(new ScriptKey(new VaultStatementSigner(keys.SigningKeyId, Space.Real, writer), keys.Signing.Single(key => key.Key.KeyId == keys.SigningKeyId).Key));
        services.AddSingleton<IReadinessProbe>(new Probe("kek", stop => own.ResolveAsync(kek, stop)));

        var policy = PolicySet.Load();
        var limits = new ApiLimits(RequestLimits.MostBytes, RequestLimits.MostItems, MostBodyBytes);
        services.AddSingleton(policy).AddSingleton(limits).AddSingleton(settings.Space);
        services.AddSingleton(new AuthorityDocument(
            settings.Space == Space.Drill ? DrillHome.Name : settings.Authority,
            (settings.Space == Space.Drill ? DrillHome.Authority.State : settings.Jurisdiction).ToString(),
            [.. keys.Signing.Select(key => Published(key.ToJson(), "sig"))],
            limits,
            policy.Version,
            settings.Space.Name));
    }

    private static JsonObject Published(JsonObject key, string use)
    {
        key["use"] = use;
        return key;
    }

    private static BlobContainerClient Container(Uri endpoint, string name, TokenCredential identity) =>
        Account(endpoint, identity).GetBlobContainerClient(name);

    private static BlobServiceClient Account(Uri endpoint, TokenCredential identity) => new(endpoint, identity, Quick());

    // Few and quick: whoever calls is told 503 and tries again, and the flow comes back by itself.
    private static BlobClientOptions Quick()
    {
        var options = new BlobClientOptions();
        options.Retry.MaxRetries = 2;
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
