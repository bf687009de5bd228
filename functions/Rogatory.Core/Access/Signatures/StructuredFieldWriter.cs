using System.Globalization;
using System.Text;

namespace Rogatory.Core.Access.Signatures;

/// <summary>Writes items as RFC 8941 section 4.1 says, which RFC 9421 section 2.3 asks for in a signature base.</summary>
internal static class StructuredFieldWriter
{
    /// <summary>The one serialisation of an item or inner list with its parameters.</summary>
    public static string Write(StructuredItem item)
    {
        var text = new StringBuilder();
        Append(text, item);
        return text.ToString();
    }

    /// <summary>A string item: in double quotes, with <c>\</c> before each <c>"</c> and <c>\</c>.</summary>
    public static string WriteString(string value) => $"\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>A byte sequence: padded base64 between colons.</summary>
    public static string WriteBytes(ReadOnlySpan<byte> value) => $":{Convert.ToBase64String(value)}:";

    /// <summary>Whether a string item can carry the text: printable ASCII only.</summary>
    public static bool IsString(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static void Append(StringBuilder text, StructuredItem item)
    {
        if (item.Value is IReadOnlyList<StructuredItem> list)
        {
            text.Append('(');
            for (var i = 0; i < list.Count; i++)
            {
                if (i > 0) text.Append(' ');
                Append(text, list[i]);
            }

            text.Append(')');
        }
        else
        {
            text.Append(Bare(item.Value));
        }

        foreach (var (name, value) in item.Parameters)
        {
            text.Append(';').Append(name);
            if (value is not true) text.Append('=').Append(Bare(value));
        }
    }

    private static string Bare(object value) => value switch
    {
        string text => WriteString(text),
        byte[] bytes => WriteBytes(bytes),
        StructuredToken token => token.Text,
        bool truth => truth ? "?1" : "?0",
        long integer => integer.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.0##", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException("Not a bare item.", nameof(value)),
    };
}
