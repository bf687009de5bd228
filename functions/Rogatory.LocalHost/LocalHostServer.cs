using System.Diagnostics.CodeAnalysis;
using Rogatory.Api;
using Rogatory.Api.Problems;
using Rogatory.Core.Case;
using Rogatory.LocalHost.Issuer;
using Rogatory.LocalHost.Keys;
using Rogatory.LocalHost.Worker;

namespace Rogatory.LocalHost;

/// <summary>The host in one process: the front door on Kestrel, the queue worker, the sweep, and the local issuer on an origin of its own.</summary>
public sealed class LocalHostServer : IAsyncDisposable
{
    // Officers' bodies are small; items raise the limit for themselves.
    private const long MostBodyBytes = 2 * 1024 * 1024;

    private static readonly TimeSpan StorageWait = TimeSpan.FromSeconds(5);

    private readonly WebApplication _issuer;
    private readonly WebApplication _host;

    private LocalHostServer(WebApplication issuer, WebApplication host) => (_issuer, _host) = (issuer, host);

    public IServiceProvider Services => _host.Services;

    /// <summary>Starts it. Where storage is not there yet it is waited for, with health saying so.</summary>
    /// <exception cref="OtherSpaceException">The storage is of the other space.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "Both applications are disposed by this object, and by the catch until it exists.")]
    public static async Task<LocalHostServer> StartAsync(LocalHostOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var data = new DataDirectory(options.Data);
        data.Create();
        WebApplication issuer = LocalIssuer.Build(options.Issuer, data.IssuerKey());
        WebApplication host = Build(options, data, time ?? TimeProvider.System);
        var server = new LocalHostServer(issuer, host);
        try
        {
            using (var wait = new CancellationTokenSource(StorageWait))
                await host.Services.GetRequiredService<StorageSetup>().TryAsync(wait.Token);
            data.WriteIssuer(options.TokenSettings);
            await issuer.StartAsync();
            await host.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public Task WaitForShutdownAsync() => _host.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    private static WebApplication Build(LocalHostOptions options, DataDirectory data, TimeProvider time)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Listen.ToString());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        builder.Services.AddOpenApi("v1", document => document.AddOperationTransformer(AnswersByCaller.DescribeAsync).AddDocumentTransformer((open, _, _) =>
        {
            open.Info.Title = "Rogatory";
            open.Info.Version = "1";
            open.Servers = [];
            return Task.CompletedTask;
        }));
        builder.Services.AddSingleton(time);
        builder.Services.AddRogatory();
        builder.Services.AddLocal(options, data);
        WebApplication app = builder.Build();
        app.UseMiddleware<ProblemMiddleware>();
        app.MapRogatory();
        app.MapOpenApi("/api/{documentName}/openapi.json");
        return app;
    }
}
