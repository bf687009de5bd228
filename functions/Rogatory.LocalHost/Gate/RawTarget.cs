using System.Text;
using System.Text.RegularExpressions;

namespace Rogatory.LocalHost.Gate;

/// <summary>
/// Reads a request's target and host the way Azurite (Node, Express, qs) does, and refuses whatever the two might read differently:
/// the gate must judge the very blob and operation that Azurite will act on.
/// </summary>
internal static partial class RawTarget
{
    private const int MostParameters = 100; // qs reads no more than 1000 and forgets the rest.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>False for a target that is not a path and query of visible ASCII, well escaped, with each parameter once.</summary>
    public static bool TryRead(string target, out BlobPath path, out IReadOnlyDictionary<string, string> query)
    {
        path = default;
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        query = parameters;
        if (target.Length == 0 || target[0] != '/') return false;
        // A fragment or a blank would send Express to another parser, which reads another path.
        foreach (var character in target)
            if (character is <= ' ' or > '~' or '#') return false;

        var mark = target.IndexOf('?', StringComparison.Ordinal);
        if (!TryUnescape(mark < 0 ? target : target[..mark], out var decoded)) return false;
        path = BlobPath.Parse(decoded);
        if (mark < 0) return true;

        foreach (var part in target[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..];
            if (!TryUnescape(name.Replace('+', ' '), out name) || !TryUnescape(value.Replace('+', ' '), out value)) return false;
            // qs makes arrays and objects of brackets, and an array of a name that comes twice.
            if (name.AsSpan().IndexOfAny('[', ']') >= 0 || value.Contains("]=", StringComparison.Ordinal)) return false;
            if (parameters.Count == MostParameters || !parameters.TryAdd(name, value)) return false;
        }
        // Azurite knows these in lower case only; another spelling would be a parameter to us and none to it.
        return parameters.Keys.All(name =>
            name is "comp" or "restype" || !(Same(name, "comp") || Same(name, "restype")));

        static bool Same(string name, string known) => string.Equals(name, known, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether Azurite takes the account's name from the path for this Host header, and not from the host's name.</summary>
    public static bool NamesNoAccount(string host)
    {
        if (host.StartsWith('[')) return host.Contains(']', StringComparison.Ordinal) && !host.Contains('.', StringComparison.Ordinal);
        var name = host.Split(':')[0];
        return name.Length > 0 &&
            (!name.Contains('.', StringComparison.Ordinal) || name == "host.docker.internal" || AddressPattern().IsMatch(name));
    }

    private static bool TryUnescape(string text, out string plain)
    {
        plain = text;
        if (!text.Contains('%', StringComparison.Ordinal)) return true;
        var bytes = new byte[text.Length];
        var count = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '%')
            {
                bytes[count++] = (byte)text[at];
                continue;
            }
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2])) return false;
            bytes[count++] = Convert.FromHexString(text.AsSpan(at + 1, 2))[0];
            at += 2;
        }
        try
        {
            plain = StrictUtf8.GetString(bytes, 0, count);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^([0-9]{1,3}\.){3}[0-9]{1,3}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressPattern();
}
