using System.Globalization;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The escapes of JSON's strings (RFC 8259, 7).</summary>
internal static class JsonEscapes
{
    private const int Longest = 6;

    /// <summary>The character that is written here, and how long it is written.</summary>
    public static (char Unit, int Length) Read(string text, int at)
    {
        if (text[at] != '\\' || at + 1 == text.Length) return (text[at], 1);
        return text[at + 1] switch
        {
            'n' => ('\n', 2),
            'r' => ('\r', 2),
            't' => ('\t', 2),
            'b' or 'f' => (' ', 2),
            'u' when at + Longest <= text.Length && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) => ((char)unit, Longest),
            var one => (one, 2),
        };
    }

    /// <summary>The place, or the beginning of the escape it is in.</summary>
    public static int Before(string text, int least, int at) => Around(text, least, at).Start;

    /// <summary>The place, or the end of the escape it is in.</summary>
    public static int After(string text, int least, int at) => Around(text, least, at).End;

    private static (int Start, int End) Around(string text, int least, int at)
    {
        for (int back = at - 1; back >= Math.Max(least, at - Longest + 1); back--)
        {
            if (text[back] != '\\') continue;
            int run = back;
            while (run > least && text[run - 1] == '\\') run--;
            // Of backslashes in a row each second one is escaped by the one before.
            if ((back - run) % 2 == 1) break;
            int end = back + Read(text, back).Length;
            return end > at ? (back, end) : (at, at);
        }
        return (at, at);
    }
}
