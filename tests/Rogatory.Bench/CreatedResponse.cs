using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace Rogatory.Bench;

internal sealed class CreatedResponse(string clientRequestId) : Response
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ETag"] = "\"0x1\"",
        ["Last-Modified"] = "Sun, 22 Nov 2026 09:00:00 GMT",
        ["x-ms-request-server-encrypted"] = "true",
    };

    public override int Status => 201;

    public override string ReasonPhrase => "Created";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = clientRequestId;

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => Fields.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => Fields.Select(field => new HttpHeader(field.Key, field.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => Fields.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = Fields.TryGetValue(name, out string? value) ? [value] : null;
        return values is not null;
    }
}
