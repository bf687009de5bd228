using System.Text;

namespace Rogatory.Core.Classification.Reading.Text;

/// <summary>How a text is a table: what parts its fields, and the names of its columns.</summary>
/// <param name="Delimiter">Comma, semicolon, tab or vertical bar.</param>
/// <param name="Labels">The first row, if it names the columns.</param>
internal sealed record TableShape(char Delimiter, IReadOnlyList<string>? Labels)
{
    private const int MostRows = 200;
    private const int MostFields = 4096;

    /// <summary>Nothing, if the text is no table: its lines have not the same number of fields each.</summary>
    public static TableShape? Find(ReadOnlySpan<char> sample, bool isWhole)
    {
        foreach (char delimiter in "\t;|,")
        {
            if (Find(sample, isWhole, delimiter) is { } shape) return shape;
        }
        return null;
    }

    private static TableShape? Find(ReadOnlySpan<char> sample, bool isWhole, char delimiter)
    {
        if (!sample.Contains(delimiter)) return null;
        List<string>? first = null;
        int rows = 0, odd = 0, spaced = 0, parted = 0;
        bool quoted = false;
        while (!sample.IsEmpty && rows < MostRows)
        {
            var fields = new List<string>();
            if (!TryTakeRow(ref sample, delimiter, isWhole, fields, ref quoted)) break;
            if (fields is [""]) continue;
            rows++;
            first ??= fields;
            if (fields.Count != first.Count) odd++;
            parted += fields.Count - 1;
            spaced += fields.Skip(1).Count(field => field.StartsWith(' '));
            if (first.Count < 2 || odd * 20 > Math.Max(rows, 20)) return null;
        }
        if (first is null || rows < 2 || odd > 0 && rows < 20) return null;
        // A comma and a space in each line is prose sooner than a table.
        if (delimiter is ',' or ';' && !quoted && first.Count < 4 && spaced * 2 > parted) return null;
        return new TableShape(delimiter, HeaderRow.IsLikely(first) ? first : null);
    }

    private static bool TryTakeRow(ref ReadOnlySpan<char> rest, char delimiter, bool isWhole, List<string> fields, ref bool quoted)
    {
        var field = new StringBuilder();
        int at = 0;
        for (; ; )
        {
            if (at < rest.Length && rest[at] == '"')
            {
                quoted = true;
                at++;
                for (; ; )
                {
                    int end = rest[at..].IndexOf('"');
                    if (end < 0) return false;
                    field.Append(rest.Slice(at, end));
                    at += end + 1;
                    if (at == rest.Length || rest[at] != '"') break;
                    field.Append('"');
                    at++;
                }
            }
            int length = rest[at..].IndexOfAny(delimiter, '\n', '\r');
            if (length < 0 && !isWhole) return false;
            field.Append(length < 0 ? rest[at..] : rest.Slice(at, length));
            at = length < 0 ? rest.Length : at + length;
            if (fields.Count < MostFields) fields.Add(field.ToString());
            field.Clear();
            if (at == rest.Length || rest[at] != delimiter) break;
            at++;
        }
        if (at < rest.Length && rest[at] == '\r') at++;
        if (at < rest.Length && rest[at] == '\n') at++;
        rest = rest[at..];
        return true;
    }
}
