using System.Globalization;
using System.Text;

namespace Rogatory.Cli.Disclosure;

/// <summary>
/// Makes a name that is safe as one segment of a path on any system. What a key envelope calls a file is somebody else's word. What is
/// already safe stays as it is.
/// </summary>
internal static class PayloadName
{
    // 255 is what most file systems allow; an unfinished file beside it has 14 more.
    private const int MostBytes = 200;
    private const int MostExtensionBytes = 20;

    // RFC 8493 section 2.1.3 has a percent sign encoded in manifests; not every BagIt tool decodes it, so there is none.
    private const string Forbidden = "/\\:*?\"<>|%";
    private const string ForbiddenFirst = ".-~ ";
    private const string ForbiddenLast = ". ";

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. "0123456789¹²³".SelectMany(digit => new[] { $"COM{digit}", $"LPT{digit}" })],
        StringComparer.OrdinalIgnoreCase);

    public static string Of(string name)
    {
        var safe = new StringBuilder();
        foreach (var rune in name.EnumerateRunes()) safe.Append(IsSafe(rune) ? rune.ToString() : "_");
        if (safe.Length == 0) return "_";
        if (ForbiddenFirst.Contains(safe[0], StringComparison.Ordinal)) safe[0] = '_';
        var cut = Shorten(safe.ToString());
        if (ForbiddenLast.Contains(cut[^1], StringComparison.Ordinal)) cut = $"{cut[..^1]}_";
        return Devices.Contains(cut.Split('.')[0].TrimEnd()) ? $"_{cut}" : cut;
    }

    private static bool IsSafe(Rune rune) =>
        !(rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>Cuts before the extension, so that the file still opens with what it belongs to.</summary>
    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MostBytes) return name;
        var extension = Path.GetExtension(name);
        var kept = Encoding.UTF8.GetByteCount(extension) <= MostExtensionBytes ? extension : "";
        var room = MostBytes - Encoding.UTF8.GetByteCount(kept);
        var stem = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if ((room -= rune.Utf8SequenceLength) < 0) break;
            stem.Append(rune.ToString());
        }
        return stem + kept;
    }
}
