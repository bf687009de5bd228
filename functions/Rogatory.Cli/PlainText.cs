using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Cli;

/// <summary>Text for a terminal.</summary>
internal static class PlainText
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>Without control characters: what a server or a file says must not steer the terminal.</summary>
    public static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var steers = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
            printable.Append(rune.Value switch { '\n' => "\n", '\t' => "  ", _ when steers => "\uFFFD", _ => rune.ToString() });
        }
        return printable.ToString();
    }

    /// <summary>Rows with aligned columns, each row indented by two.</summary>
    public static string Table(IEnumerable<string?[]> rows)
    {
        var lines = rows.Select(row => Array.ConvertAll(row, cell => cell ?? "-")).ToList();
        if (lines.Count == 0) return "";
        var widths = Enumerable.Range(0, lines.Max(row => row.Length)).Select(at => lines.Max(row => at < row.Length ? row[at].Length : 0)).ToArray();
        return string.Concat(lines.Select(row => "  " + string.Join("  ", row.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd() + "\n"));
    }

    public static string Size(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        for (; size >= 1024 && unit < Units.Length - 1; unit++) size /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(size, unit == 0 ? 0 : 1)} {Units[unit]}");
    }

    /// <summary>So many of what is named in the singular: <c>1 line</c>, <c>2 lines</c>.</summary>
    public static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>A member's text, whatever its type; null where it is absent or null.</summary>
    public static string? Of(JsonNode? node, string member) => (node as JsonObject)?[member]?.ToString();

    /// <summary>The objects of a member that is a list; none where it is absent.</summary>
    public static IEnumerable<JsonObject> List(JsonNode? node, string member) =>
        ((node as JsonObject)?[member] as JsonArray ?? []).OfType<JsonObject>();
}
