using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rogatory.Api.Problems;

namespace Rogatory.Api.Tests;

/// <summary>A few paths behind the problem middleware, over Kestrel on a free port.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApp(WebApplication app, CollectedLog log) => (_app, Log, Client) = (app, log, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });

    public HttpClient Client { get; }

    public CollectedLog Log { get; }

    public static async Task<TestApp> StartAsync(Action<WebApplication> map)
    {
        var log = new CollectedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        var app = builder.Build();
        app.UseMiddleware<ProblemMiddleware>();
        map(app);
        await app.StartAsync();
        return new TestApp(app, log);
    }

    public ILogger<T> Logger<T>() => _app.Services.GetRequiredService<ILogger<T>>();

    /// <summary>Sends bytes as they stand and returns the whole answer; the message must ask for the connection to be closed.</summary>
    public async Task<string> SendRawAsync(string message)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Client.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(message));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
