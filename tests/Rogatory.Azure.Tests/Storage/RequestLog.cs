using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Rogatory.Azure.Tests.Storage;

/// <summary>Every request that one client sends, tries again included; and on demand one whose answer is lost.</summary>
public sealed class RequestLog : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> sent = new();
    private volatile string? losing;

    /// <summary>Such as <c>PUT block</c> or <c>GET</c>: the method, and what <c>comp</c> says.</summary>
    public IReadOnlyList<string> Sent => [.. sent];

    /// <summary>Called with each request before it goes on; one that it does not let go on waits.</summary>
    public Func<string, Task> Gate { get; set; } = _ => Task.CompletedTask;

    public void Clear() => sent.Clear();

    /// <summary>Loses the answer of the next request of this kind: storage has done it, and the connection breaks.</summary>
    public void LoseNextAnswerTo(string request) => losing = request;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var request = Describe(message.Request);
        sent.Enqueue(request);
        await Gate(request);
        await ProcessNextAsync(message, pipeline);
        if (request == losing && Interlocked.Exchange(ref losing, null) is not null)
            throw new IOException("The connection broke.");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    private static string Describe(Request request)
    {
        var comp = request.Uri.Query.Split('?', '&').FirstOrDefault(part => part.StartsWith("comp=", StringComparison.Ordinal));
        return comp is null ? request.Method.Method : $"{request.Method.Method} {comp["comp=".Length..]}";
    }
}
