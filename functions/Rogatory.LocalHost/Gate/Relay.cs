using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.Features;

namespace Rogatory.LocalHost.Gate;

/// <summary>Carries a request to Azurite and an answer back, changing nothing that a signature covers.</summary>
internal static class Relay
{
    private const int BufferSize = 256 * 1024;

    // RFC 9110 section 7.6.1: these belong to one connection only.
    private static readonly FrozenSet<string> ConnectionHeaders = FrozenSet.ToFrozenSet(
        ["Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade"],
        StringComparer.OrdinalIgnoreCase);

    public static HttpRequestMessage Copy(HttpContext context, GateRequest request, Upstream upstream)
    {
        var copy = upstream.Request(HttpMethod.Parse(request.Method), request.Target);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } || context.Request.ContentLength is not null)
            copy.Content = new RequestBody(context.Request);
        foreach (var (name, values) in request.Headers)
        {
            if (ConnectionHeaders.Contains(name)) continue;
            if (copy.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)) continue;
            copy.Content ??= new ByteArrayContent([]);
            copy.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }
        return copy;
    }

    /// <summary>Writes status and headers; <paramref name="withoutBody"/> makes the answer an empty one.</summary>
    public static void CopyHead(HttpResponseMessage answer, HttpContext context, bool withoutBody = false)
    {
        var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        if (answer.ReasonPhrase is { } reason) context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = reason;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!ConnectionHeaders.Contains(name)) response.Headers.Append(name, values.ToArray());
        }
        if (!withoutBody) return;
        response.ContentLength = 0;
        response.Headers.Remove("Content-Range");
    }

    public static async Task CopyBodyAsync(HttpResponseMessage answer, HttpContext context)
    {
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(context.RequestAborted);
            await body.CopyToAsync(context.Response.Body, BufferSize, context.RequestAborted);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            // The head is out already: all that is left is not to end this as if it were whole.
            context.Abort();
        }
    }
}
