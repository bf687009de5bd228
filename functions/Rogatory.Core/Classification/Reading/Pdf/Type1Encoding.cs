using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>The encoding that an embedded Type 1 font brings with it, in the part of its program that is not encrypted (Adobe Type 1 Font Format, 2.2).</summary>
internal static partial class Type1Encoding
{
    private const int LongestProgram = 64 * 1024;

    /// <summary>The names of the glyphs by code; nothing, if the program has no encoding of its own.</summary>
    public static string?[]? Read(ReadOnlySpan<byte> program)
    {
        string text = Encoding.Latin1.GetString(program[..Math.Min(program.Length, LongestProgram)]);
        int end = text.IndexOf("eexec", StringComparison.Ordinal);
        if (end >= 0) text = text[..end];
        if (!text.Contains("/Encoding", StringComparison.Ordinal)) return null;
        var characters = new string?[256];
        bool isOwn = false;
        foreach (Match entry in Entry().Matches(text))
        {
            isOwn = true;
            if (int.TryParse(entry.Groups["code"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code < 256)
                characters[code] = GlyphNames.Text(entry.Groups["name"].Value);
        }
        return isOwn ? characters : text.Contains("StandardEncoding", StringComparison.Ordinal) ? GlyphNames.Encoding("StandardEncoding") : null;
    }

    [GeneratedRegex(@"dup\s+(?<code>[0-9]{1,3})\s*/(?<name>[A-Za-z0-9._]{1,64})\s+put", RegexOptions.NonBacktracking)]
    private static partial Regex Entry();
}
