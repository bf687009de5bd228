using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>Stands between the host and the gate, to do something at an exact call to storage.</summary>
internal sealed class StorageRelay : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _gate = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false });
    private readonly Lock _lock = new();
    private Trap? _trap;

    private StorageRelay(Uri gate)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        _app = builder.Build();
        _app.Run(context => HandleAsync(context, gate));
    }

    public Uri Origin => new(_app.Urls.Single());

    public static async Task<StorageRelay> StartAsync(Uri gate)
    {
        var relay = new StorageRelay(gate);
        await relay._app.StartAsync();
        return relay;
    }

    /// <summary>
    /// Acts once, at the n-th call from here on with the method and about the case, with the text in its target: before the call reaches the gate, or after
    /// it took effect. The caller gets no answer either way.
    /// </summary>
    /// <returns>Done when it acted.</returns>
    public Task Set(string method, string @case, string inTarget, int nth, bool isAfter, Action act)
    {
        var trap = new Trap(method, @case, inTarget, isAfter, act) { Left = nth };
        lock (_lock) _trap = trap;
        return trap.Sprung.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _gate.Dispose();
    }

    private async Task HandleAsync(HttpContext context, Uri gate)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Trap? trap = Take(context.Request.Method, target);
        if (trap is { IsAfter: false })
        {
            Spring(trap, context);
            return;
        }

        using HttpRequestMessage request = RequestOf(context.Request, new Uri(gate.GetLeftPart(UriPartial.Authority) + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        using HttpResponseMessage answer = await _gate.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
        if (trap is not null)
        {
            Spring(trap, context);
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated).Where(field => field.Key != "Transfer-Encoding"))
            context.Response.Headers[name] = values.ToArray();
        if (context.Request.Method != "HEAD") await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private Trap? Take(string method, string target)
    {
        lock (_lock)
        {
            if (_trap is not { } trap || method != trap.Method || !target.Contains(trap.Case, StringComparison.Ordinal)
                || !target.Contains(trap.InTarget, StringComparison.Ordinal) || --trap.Left > 0) return null;
            _trap = null;
            return trap;
        }
    }

    private static void Spring(Trap trap, HttpContext context)
    {
        trap.Act();
        context.Abort();
        trap.Sprung.SetResult();
    }

    private static HttpRequestMessage RequestOf(HttpRequest from, Uri target)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), target);
        if (from.ContentLength is not null) request.Content = new StreamContent(from.Body);
        foreach (var (name, values) in from.Headers.Where(field => field.Key is not ("Connection" or "Expect")))
            _ = request.Headers.TryAddWithoutValidation(name, values.ToArray()) || request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray()) == true;
        return request;
    }

    private sealed record Trap(string Method, string Case, string InTarget, bool IsAfter, Action Act)
    {
        public int Left { get; set; }

        public TaskCompletionSource Sprung { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
