using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Rogatory.Api.Problems;

/// <summary>Writes problem details (RFC 9457).</summary>
public static class ProblemWriter
{
    private const string InternalDetail = "Nothing that was not acknowledged can be relied on; the call can be repeated.";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Answers with a refusal. A slug that is not in the catalogue is answered as <c>internal</c>, its detail withheld.</summary>
    public static Task WriteAsync(HttpContext context, string slug, string detail, IReadOnlyDictionary<string, object>? extensions = null)
    {
        if (ProblemCatalogue.Find(slug) is { } kind) return WriteAsync(context, slug, kind, detail, extensions);
        return WriteInternalAsync(context);
    }

    /// <summary>Answers that the fault is ours, and nothing more.</summary>
    public static Task WriteInternalAsync(HttpContext context) =>
        WriteAsync(context, ProblemCatalogue.Internal, ProblemCatalogue.Find(ProblemCatalogue.Internal)!, InternalDetail, extensions: null);

    /// <summary>The problem details as they are sent, for an answer that goes another way than over HTTP.</summary>
    public static byte[] Serialize(
        string slug, ProblemKind kind, string detail, IReadOnlyDictionary<string, object>? extensions)
    {
        var members = new Dictionary<string, object?>
        {
            ["type"] = $"urn:rogatory:problem:{slug}",
            ["title"] = kind.Title,
            ["status"] = kind.Status,
            ["detail"] = detail,
        };
        foreach (var (name, value) in extensions ?? new Dictionary<string, object>()) members.TryAdd(name, value);
        return JsonSerializer.SerializeToUtf8Bytes(members, Json);
    }

    private static Task WriteAsync(
        HttpContext context, string slug, ProblemKind kind, string detail, IReadOnlyDictionary<string, object>? extensions)
    {
        var body = Serialize(slug, kind, detail, extensions);

        var response = context.Response;
        response.StatusCode = kind.Status;
        response.ContentType = "application/problem+json";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        if (kind.Challenge is not null) response.Headers.WWWAuthenticate = kind.Challenge;
        if (kind.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
