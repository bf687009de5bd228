using System.Collections.Concurrent;
using System.Net;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Rogatory.Azure.Tests.Storage;

/// <summary>A storage service that gives every request the same answer; none at all when there is no status.</summary>
public sealed class CannedStorage(HttpStatusCode? status, string errorCode = "") : HttpMessageHandler
{
    private readonly ConcurrentQueue<Uri> asked = new();

    public IReadOnlyList<Uri> Asked => [.. asked];

    public BlobContainerClient Container(string name)
    {
        var options = new BlobClientOptions { Transport = Transport(), Retry = { MaxRetries = 0 } };
        return new BlobContainerClient(new Uri($"https://unused.invalid/{name}"), options);
    }

    public QueueClient Queue(string name)
    {
        var options = new QueueClientOptions { Transport = Transport(), Retry = { MaxRetries = 0 } };
        return new QueueClient(new Uri($"https://unused.invalid/{name}"), options);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        asked.Enqueue(request.RequestUri!);
        if (status is null)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused.");
        var answer = new HttpResponseMessage(status.Value) { Content = new ByteArrayContent([]), RequestMessage = request };
        answer.Headers.Add("x-ms-error-code", errorCode);
        return Task.FromResult(answer);
    }

    private HttpClientTransport Transport() => new(this);
}
