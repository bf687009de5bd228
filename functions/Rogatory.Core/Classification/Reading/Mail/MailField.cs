using System.Text;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading.Mail;

/// <summary>A header field with parameters: <c>Content-Type</c> or <c>Content-Disposition</c> (RFC 2045, 5.1; RFC 2231).</summary>
internal sealed class MailField
{
    private const int Most = 256;

    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    private MailField(string value) => Value = value;

    /// <summary>What stands before the parameters, in lower case.</summary>
    public string Value { get; }

    /// <summary>The parameter, put together from its pieces and decoded, or nothing.</summary>
    public string? this[string name]
    {
        get
        {
            if (_parameters.TryGetValue(name, out string? plain)) return EncodedWords.Decode(plain, out _);
            if (_parameters.TryGetValue($"{name}*", out string? extended)) return Extended(extended);
            var pieces = new StringBuilder();
            bool isExtended = false;
            for (int index = 0; index < Most; index++)
            {
                if (_parameters.TryGetValue($"{name}*{index}*", out string? piece)) isExtended = true;
                else if (!_parameters.TryGetValue($"{name}*{index}", out piece)) break;
                pieces.Append(piece);
            }
            return pieces.Length == 0 ? null : isExtended ? Extended(pieces.ToString()) : pieces.ToString();
        }
    }

    public static MailField Parse(string? text)
    {
        string rest = text ?? "";
        int end = rest.IndexOf(';', StringComparison.Ordinal);
        var field = new MailField((end < 0 ? rest : rest[..end]).Trim().ToLowerInvariant());
        int at = end < 0 ? rest.Length : end + 1;
        while (at < rest.Length && field._parameters.Count < Most)
        {
            int equals = rest.IndexOf('=', at);
            if (equals < 0) break;
            string name = rest[at..equals].Trim(' ', '\t', ';');
            at = equals + 1;
            while (at < rest.Length && rest[at] is ' ' or '\t') at++;
            var value = new StringBuilder();
            if (at < rest.Length && rest[at] == '"')
            {
                for (at++; at < rest.Length && rest[at] != '"'; at++)
                {
                    if (rest[at] == '\\' && at + 1 < rest.Length) at++;
                    value.Append(rest[at]);
                }
            }
            int next = rest.IndexOf(';', Math.Min(at, rest.Length));
            if (next < 0) next = rest.Length;
            if (value.Length == 0) value.Append(rest.AsSpan(at, next - at).Trim(" \t\""));
            field._parameters.TryAdd(name, value.ToString());
            at = next + 1;
        }
        return field;
    }

    /// <summary><c>charset'language'percent-encoded</c>.</summary>
    private static string Extended(string text)
    {
        string[] parts = text.Split('\'', 3);
        var bytes = new List<byte>();
        ReadOnlySpan<char> encoded = parts[^1];
        for (int at = 0; at < encoded.Length; at++)
        {
            if (encoded[at] == '%' && at + 2 < encoded.Length && char.IsAsciiHexDigit(encoded[at + 1]) && char.IsAsciiHexDigit(encoded[at + 2]))
            {
                bytes.Add(Convert.FromHexString(encoded.Slice(at + 1, 2))[0]);
                at += 2;
            }
            else bytes.AddRange(Encoding.UTF8.GetBytes(encoded[at].ToString()));
        }
        return ((parts.Length == 3 ? TextForm.Named(parts[0]) : null) ?? Encoding.UTF8).GetString([.. bytes]);
    }
}
