using System.Globalization;
using System.Net;
using System.Text;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading.Markup;

/// <summary>Character references. An entity that a document declares for itself is never expanded.</summary>
internal static class Entities
{
    private const int LongestName = 32;

    /// <summary>HTML 5's names for ASCII marks, which HTML 4 has no name for.</summary>
    private static readonly Dictionary<string, string> Marks = new(StringComparer.Ordinal)
    {
        ["commat"] = "@", ["period"] = ".", ["colon"] = ":", ["semi"] = ";", ["comma"] = ",", ["lpar"] = "(", ["rpar"] = ")", ["plus"] = "+",
        ["sol"] = "/", ["bsol"] = "\\", ["lowbar"] = "_", ["UnderBar"] = "_", ["num"] = "#", ["percnt"] = "%", ["equals"] = "=", ["quest"] = "?", ["excl"] = "!",
        ["dollar"] = "$", ["ast"] = "*", ["lsqb"] = "[", ["rsqb"] = "]", ["lbrack"] = "[", ["rbrack"] = "]", ["verbar"] = "|", ["vert"] = "|",
        ["hyphen"] = "\u2010", ["dash"] = "\u2010", ["Tab"] = "\t", ["NewLine"] = "\n", ["apos"] = "'",
    };

    /// <summary>Reads the reference that a text begins with, an ampersand, and says how long it is; 0 if it is none.</summary>
    public static int Read(ReadOnlySpan<char> text, bool isHtml, out string value)
    {
        value = "";
        if (text is ['&', '#', ..]) return ReadNumber(text, isHtml, out value);
        int end = text[1..Math.Min(text.Length, LongestName)].IndexOf(';') + 1;
        if (end < 2) return 0;
        string name = text[1..end].ToString();
        string? known = name switch { "amp" => "&", "lt" => "<", "gt" => ">", "quot" => "\"", "apos" => "'", _ => null };
        if (known is null && isHtml && !Marks.TryGetValue(name, out known))
        {
            known = WebUtility.HtmlDecode($"&{name};");
            if (known.Length > 2) known = null;
        }
        if (known is null) return 0;
        value = known;
        return end + 1;
    }

    private static int ReadNumber(ReadOnlySpan<char> text, bool isHtml, out string value)
    {
        value = "";
        bool isHex = text.Length > 2 && text[2] is 'x' or 'X';
        int start = isHex ? 3 : 2, at = start;
        while (at < text.Length && at < LongestName && (isHex ? char.IsAsciiHexDigit(text[at]) : char.IsAsciiDigit(text[at]))) at++;
        if (at == start) return 0;
        int code = int.TryParse(text[start..at], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : -1;
        value = code is >= 0x80 and <= 0x9F && isHtml ? TextForm.Windows1252.GetString([(byte)code])
            : code > 0 && Rune.TryCreate(code, out Rune rune) ? rune.ToString()
            : "\uFFFD";
        return at < text.Length && text[at] == ';' ? at + 1 : at;
    }
}
