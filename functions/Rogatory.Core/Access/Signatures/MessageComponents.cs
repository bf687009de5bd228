using System.Diagnostics.CodeAnalysis;

namespace Rogatory.Core.Access.Signatures;

/// <summary>Computes the value of a covered component (RFC 9421 sections 2.1 and 2.2).</summary>
internal static class MessageComponents
{
    /// <summary>The value, or null where the message has none, the component can't be computed for a request, or it can't stand on one
    /// line of ASCII.</summary>
    public static string? Value(SignedMessage message, string component)
    {
        var value = component.StartsWith('@') ? Derived(message, component) : message.Header(component)?.Trim(' ', '\t');
        return value is not null && IsLine(value) ? value : null;
    }

    /// <summary>Whether the name is a derived component we know or a lower-case field name.</summary>
    public static bool IsKnown(string component) => component switch
    {
        "@method" or "@target-uri" or "@authority" or "@scheme" or "@request-target" or "@path" or "@query" => true,
        "" => false,
        _ => component.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.'),
    };

    private static string? Derived(SignedMessage message, string component)
    {
        if (component == "@method") return message.Method;
        if (!TrySplit(message.TargetUri, out var scheme, out var authority, out var target)) return null;
        var query = target.IndexOf('?');
        return component switch
        {
            "@target-uri" => message.TargetUri,
            "@scheme" => scheme,
            "@authority" => authority,
            "@request-target" => target,
            "@path" => query < 0 ? target : target[..query],
            // An absent query is a lone question mark (RFC 9421 section 2.2.7).
            "@query" => query < 0 ? "?" : target[query..],
            _ => null,
        };
    }

    /// <summary>Splits without decoding or normalising the path and query: they are covered as sent.</summary>
    private static bool TrySplit(
        string uri, out string scheme, [NotNullWhen(true)] out string? authority, [NotNullWhen(true)] out string? target)
    {
        (scheme, authority, target) = ("", null, null);
        if (!uri.StartsWith("https://", StringComparison.Ordinal) && !uri.StartsWith("http://", StringComparison.Ordinal)) return false;
        scheme = uri[..uri.IndexOf(':')];
        var rest = uri[(scheme.Length + 3)..];
        var slash = rest.IndexOf('/');
        if (slash < 1 || rest.Contains('#')) return false;
        target = rest[slash..];
        var host = rest[..slash].ToLowerInvariant();
        var defaultPort = scheme == "https" ? ":443" : ":80";
        authority = host.EndsWith(defaultPort, StringComparison.Ordinal) ? host[..^defaultPort.Length] : host;
        return true;
    }

    private static bool IsLine(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
