using System.Net;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Rogatory.LocalHost.Gate;

/// <summary>The immutability gate: a reverse proxy in front of Azurite's blob service that keeps what Azure would keep.</summary>
public sealed class GateServer : IAsyncDisposable
{
    /// <summary>The container, in the first account, of the gate's state. No call through the gate reaches it.</summary>
    public const string StateContainer = "immutability-gate";

    private readonly WebApplication application;
    private readonly Upstream upstream;
    private readonly StateStore store;
    private readonly ProtectionState state;
    private readonly UpstreamWatch watch;
    private readonly OperationCounts counts = new();

    private GateServer(GateOptions options)
    {
        upstream = new Upstream(options.Upstream, options.Accounts);
        store = new StateStore(options, upstream);
        state = new ProtectionState(store, upstream);
        watch = new UpstreamWatch(options.Upstream, upstream, state);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        application = builder.Build();
        application.Run(new GateHandler(options, upstream, state, counts).HandleAsync);
    }

    /// <summary>Where the gate listens.</summary>
    public Uri Origin => new(application.Urls.First());

    /// <summary>Calls through the gate so far, by method, resource and <c>comp</c>: <c>PUT blob blocklist</c>.</summary>
    public IReadOnlyDictionary<string, long> Operations => counts.Snapshot();

    /// <summary>Starts listening. Azurite may come later: until its state is read, every call that could matter is refused.</summary>
    public static async Task<GateServer> StartAsync(GateOptions options, CancellationToken cancellation = default)
    {
        var gate = new GateServer(options);
        try
        {
            await gate.application.StartAsync(cancellation);
            gate.watch.Start();
            return gate;
        }
        catch
        {
            await gate.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when the process is told to end.</summary>
    public Task WaitForShutdownAsync() => application.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        await watch.DisposeAsync();
        state.Dispose();
        store.Dispose();
        upstream.Dispose();
    }

    private static void Configure(KestrelServerOptions kestrel, GateOptions options)
    {
        var address = options.Listen.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(options.Listen.DnsSafeHost);
        kestrel.Listen(address, options.Listen.Port, listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.AddServerHeader = false;
        // A header's bytes come out as they went in, whatever their encoding: signatures cover them.
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        // Azurite sets the limits of a blob; the gate only hands on what it takes.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        // A name of 1024 characters, each escaped as up to twelve, and a signature.
        kestrel.Limits.MaxRequestLineSize = 16 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 256;
    }
}
