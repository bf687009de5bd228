using System.Net;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Rogatory.LocalHost.Gate;

/// <summary>The immutability gate: a reverse proxy in front of Azurite's blob service that keeps what Azure would keep.</summary>
public sealed class GateServer : IAsyncDisposable
{
    /// <summary>The container, in the first account, of the gate's state. No call through the gate reaches it.</summary>
    public const string StateContainer = "immutability-gate";

    private readonly WebApplication _application;
    private readonly Upstream _upstream;
    private readonly StateStore _store;
    private readonly ProtectionState _state;
    private readonly UpstreamWatch _watch;
    private readonly OperationCounts _counts = new();

    private GateServer(GateOptions options)
    {
        _upstream = new Upstream(options.Upstream, options.Accounts);
        _store = new StateStore(options, _upstream);
        _state = new ProtectionState(_store, _upstream);
        _watch = new UpstreamWatch(options.Upstream, _upstream, _state);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        _application = builder.Build();
        _application.Run(new GateHandler(options, _upstream, _state, _counts).HandleAsync);
    }

    /// <summary>Where the gate listens.</summary>
    public Uri Origin => new(_application.Urls.First());

    /// <summary>Calls through the gate so far, by method, resource and <c>comp</c>: <c>PUT blob blocklist</c>.</summary>
    public IReadOnlyDictionary<string, long> Operations => _counts.Snapshot();

    /// <summary>Starts listening. Azurite may come later: until its state is read, every call that could matter is refused.</summary>
    public static async Task<GateServer> StartAsync(GateOptions options, CancellationToken cancellation = default)
    {
        var gate = new GateServer(options);
        try
        {
            await gate._application.StartAsync(cancellation);
            gate._watch.Start();
            return gate;
        }
        catch
        {
            await gate.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when the process is told to end.</summary>
    public Task WaitForShutdownAsync() => _application.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _watch.DisposeAsync();
        _state.Dispose();
        _store.Dispose();
        _upstream.Dispose();
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
