using System.Net;

namespace Rogatory.LocalHost.Gate;

/// <summary>
/// Put Block From URL, which Azurite knows but does not implement: its 501 says that the caller may write here. The source is read
/// with the authorisation that its URL carries, as in Azure, and must be on this storage: the gate calls nobody else.
/// </summary>
internal sealed class PutBlockFromUrl(Upstream upstream)
{
    private static readonly (string Source, string Read)[] SourceConditions =
    [
        ("x-ms-source-if-match", "If-Match"), ("x-ms-source-if-none-match", "If-None-Match"),
        ("x-ms-source-if-modified-since", "If-Modified-Since"), ("x-ms-source-if-unmodified-since", "If-Unmodified-Since"),
        ("x-ms-source-range", "x-ms-range"), ("x-ms-version", "x-ms-version"),
    ];

    /// <summary>Null once the answer is under way, else why the call is refused.</summary>
    public async Task<StorageError?> RunAsync(HttpContext context, GateRequest request)
    {
        using var copy = Relay.Copy(context, request, upstream);
        using var answer = await upstream.SendAsync(copy, context.RequestAborted);
        if (answer.StatusCode != HttpStatusCode.NotImplemented)
        {
            Relay.CopyHead(answer, context);
            await Relay.CopyBodyAsync(answer, context);
            return null;
        }
        if (request.Headers.ContainsKey("x-ms-copy-source-authorization"))
            return StorageError.NotImplemented("A source with an authorisation of its own");
        var (checksum, refusal) = SourceChecksum.Read(request.Headers);
        if (checksum is null) return refusal;
        using (checksum) return await CopyAsync(context, request, checksum);
    }

    private async Task<StorageError?> CopyAsync(HttpContext context, GateRequest request, SourceChecksum checksum)
    {
        if (SourceTarget(request) is not { } sourceTarget) return CannotVerify(404, "The source is not on this storage");
        using var read = upstream.Request(HttpMethod.Get, sourceTarget);
        foreach (var (source, name) in SourceConditions)
        {
            if (request.Headers.TryGetValue(source, out var values)) read.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }
        using var found = await upstream.SendAsync(read, context.RequestAborted);
        if (found.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.NotModified)
            return new StorageError(412, "SourceConditionNotMet", "The source condition specified using HTTP conditional header(s) is not met.");
        if (!found.IsSuccessStatusCode || found.Content.Headers.ContentLength is not { } length)
            return CannotVerify((int)found.StatusCode, "The source could not be read");

        var blockId = Uri.EscapeDataString(request.Query["blockid"]);
        if (upstream.Authorised(request.Path, $"comp=block&blockid={blockId}&") is not { } target) return StorageError.Unavailable;
        using var put = upstream.Request(HttpMethod.Put, target);
        if (request.Headers.TryGetValue("x-ms-lease-id", out var lease)) put.Headers.TryAddWithoutValidation("x-ms-lease-id", (IEnumerable<string?>)lease);
        var body = new SourceBody(await found.Content.ReadAsStreamAsync(context.RequestAborted), length, checksum);
        put.Content = body;
        try
        {
            using var stored = await upstream.SendAsync(put, context.RequestAborted);
            Relay.CopyHead(stored, context);
            if (stored.IsSuccessStatusCode) context.Response.Headers[body.Digest.Header] = body.Digest.Value;
            await Relay.CopyBodyAsync(stored, context);
            return null;
        }
        catch (UpstreamUnavailableException) when (body.IsMismatch)
        {
            return checksum.Mismatch;
        }
    }

    /// <summary>Path and query of the source, unchanged; null where it is not one of this storage's blobs.</summary>
    private static string? SourceTarget(GateRequest request)
    {
        if (request.Headers["x-ms-copy-source"] is not [{ } source]) return null;
        var origin = $"http://{request.Headers.Host}/";
        if (!source.StartsWith(origin, StringComparison.OrdinalIgnoreCase)) return null;
        var target = source[(origin.Length - 1)..];
        return RawTarget.TryRead(target, out var path, out var query) && path.Blob.Length > 0 && !query.ContainsKey("comp") ? target : null;
    }

    private static StorageError CannotVerify(int status, string why) =>
        new(status is >= 400 and < 600 ? status : 400, "CannotVerifyCopySource", $"{why}.");
}
