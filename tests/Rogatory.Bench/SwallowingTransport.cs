using Azure.Core;
using Azure.Core.Pipeline;

namespace Rogatory.Bench;

/// <summary>Storage that takes everything at once and keeps the last block in memory, so that a client's own work is what is measured.</summary>
internal sealed class SwallowingTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _requests = new();
    private readonly byte[] _block = new byte[64 << 20];

    public override Request CreateRequest() => _requests.CreateRequest();

    public override void Process(HttpMessage message) => ProcessAsync(message).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (message.Request.Content is { } content)
            await content.WriteToAsync(new MemorySink(_block), CancellationToken.None);
        message.Response = new CreatedResponse(message.Request.ClientRequestId);
    }

    public void Dispose() => _requests.Dispose();
}
