using System.Net;

namespace Rogatory.LocalHost.Gate;

/// <summary>
/// A request's body on its way to Azurite. It is read no earlier than Azurite takes it, and with it the client's
/// <c>Expect: 100-continue</c> is answered no earlier than Azurite answers ours.
/// </summary>
internal sealed class RequestBody(HttpRequest request) : HttpContent
{
    private const int BufferSize = 256 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        request.Body.CopyToAsync(stream, BufferSize, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = request.ContentLength ?? 0;
        return request.ContentLength is not null;
    }
}
