using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Rogatory.Core.Classification;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Reads requests for extracts, strictly. No refusal repeats what was sent.</summary>
internal static class ExtractRequestReader
{
    private const int MostSelectors = 64;
    private const int MostRanges = 10_000;
    private const int MostNames = 1000;
    private const int LongestName = 512;
    private const long LargestNumber = 1L << 40;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 6, AllowDuplicateProperties = false };

    public static ExtractRequest Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > ExtractRequest.MaximumSize || !Utf8.IsValid(utf8.Span)) throw Malformed("", $"JSON in UTF-8 of at most {ExtractRequest.MaximumSize} bytes is expected.");
        try
        {
            using var json = JsonDocument.Parse(utf8, Options);
            return Read(json.RootElement);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw Malformed("", "JSON is expected, of well-formed strings, without a member named twice.");
        }
    }

    private static ExtractRequest Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Malformed("", "An object is expected, with keep or remove.");
        if (json.EnumerateObject().Any(member => member.Name is not ("keep" or "remove" or "as"))) throw Malformed("", "Only keep, remove and as are known.");
        List<ExtractSelector> keep = Selectors(json, "keep"), remove = Selectors(json, "remove");
        if (keep.Count + remove.Count == 0) throw Malformed("", "At least one selector is needed, in keep or remove.");
        if (keep.Concat(remove).Sum(one => one.Names.Count) > MostNames || keep.Concat(remove).Sum(one => one.Ranges.Count) > MostRanges)
            throw Malformed("", $"All selectors together have at most {MostNames} names and {MostRanges} ranges or spans.");
        bool asText = json.TryGetProperty("as", out JsonElement form);
        if (asText && !(form.ValueKind == JsonValueKind.String && form.GetString() == "text")) throw Malformed("/as", "\"text\" is expected, or nothing for the item's own format.");
        return new ExtractRequest(keep, remove, asText);
    }

    private static List<ExtractSelector> Selectors(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out JsonElement list)) return [];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MostSelectors) throw Malformed($"/{name}", $"An array of 1 to {MostSelectors} selectors is expected.");
        return [.. list.EnumerateArray().Select((selector, index) => Selector(selector, string.Create(CultureInfo.InvariantCulture, $"/{name}/{index}"), name == "keep"))];
    }

    private static ExtractSelector Selector(JsonElement json, string pointer, bool keep)
    {
        if (json.ValueKind != JsonValueKind.Object || json.GetPropertyCount() != 1) throw Malformed(pointer, "An object with one member is expected.");
        JsonProperty member = json.EnumerateObject().First();
        string inner = $"{pointer}/{member.Name}";
        return member.Name switch
        {
            "rows" => new(ExtractSelectorKind.Rows, Numbers(member.Value, inner), []),
            "lines" => new(ExtractSelectorKind.Lines, Numbers(member.Value, inner), []),
            "pages" => new(ExtractSelectorKind.Pages, Numbers(member.Value, inner), []),
            "columns" => new(ExtractSelectorKind.Columns, [], Names(member.Value, inner, _ => true, "a column's name, letter or number")),
            "fields" => new(ExtractSelectorKind.Fields, [], Names(member.Value, inner, IsPointer, "a JSON pointer, with * for any member or element")),
            "spans" => new(ExtractSelectorKind.Spans, Spans(member.Value, inner), []),
            "categories" => new(ExtractSelectorKind.Categories, [], Names(member.Value, inner, name => FindingCategories.Find(name) is not null, $"one of the finding categories ({string.Join(", ", FindingCategories.All.Select(one => one.Code))})")),
            "header" when !keep => member.Value.ValueKind == JsonValueKind.True
                ? new(ExtractSelectorKind.Header, [], [])
                : throw Malformed(inner, "true is expected."),
            _ => throw Malformed(pointer, $"rows, lines, pages, columns, fields, spans{(keep ? " or" : ",")} categories{(keep ? "" : " or header")} is expected."),
        };
    }

    /// <summary><c>1-10,15</c>, in order or not; merged where they touch.</summary>
    private static List<ExtractRange> Numbers(JsonElement json, string pointer)
    {
        string form = "Numbers from 1 are expected, as in \"1-10,15\".";
        if (json.ValueKind != JsonValueKind.String) throw Malformed(pointer, form);
        string[] pieces = json.GetString()!.Split(',', MostRanges + 1);
        if (pieces.Length > MostRanges) throw Malformed(pointer, $"At most {MostRanges} ranges are expected.");
        var ranges = new List<ExtractRange>();
        foreach (string piece in pieces)
        {
            string[] ends = piece.Trim().Split('-');
            if (ends.Length > 2 || !IsNumber(ends[0], out long first) || !IsNumber(ends[^1], out long last) ) throw Malformed(pointer, form);
            if (first > last) throw Malformed(pointer, "A range begins with its lower number.");
            ranges.Add(new ExtractRange(first, last));
        }
        return Merged(ranges, touch: 1);
    }

    private static List<ExtractRange> Spans(JsonElement json, string pointer)
    {
        string form = $"An array of 1 to {MostRanges} pairs [start, end] is expected: units of the extracted text, from 0, the end after the last.";
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is 0 or > MostRanges) throw Malformed(pointer, form);
        var spans = new List<ExtractRange>();
        foreach (JsonElement pair in json.EnumerateArray())
        {
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2 || pair[0].ValueKind != JsonValueKind.Number || pair[1].ValueKind != JsonValueKind.Number
                || !pair[0].TryGetInt64(out long start) || !pair[1].TryGetInt64(out long end) || start < 0 || end <= start || end > LargestNumber)
                throw Malformed(pointer, form);
            spans.Add(new ExtractRange(start, end));
        }
        // Spans that touch are two values.
        return Merged(spans, touch: -1);
    }

    private static List<string> Names(JsonElement json, string pointer, Func<string, bool> isOne, string what)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is 0 or > MostNames) throw Malformed(pointer, $"An array of 1 to {MostNames} strings is expected.");
        var names = new List<string>();
        foreach (JsonElement one in json.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.String || one.GetString() is not { Length: > 0 and <= LongestName } name || !isOne(name))
                throw Malformed(string.Create(CultureInfo.InvariantCulture, $"{pointer}/{names.Count}"), $"{char.ToUpperInvariant(what[0])}{what[1..]} is expected, of at most {LongestName} characters.");
            names.Add(name);
        }
        return names;
    }

    private static List<ExtractRange> Merged(List<ExtractRange> ranges, int touch)
    {
        ranges.Sort((one, other) => one.First.CompareTo(other.First));
        var merged = new List<ExtractRange>();
        foreach (ExtractRange range in ranges)
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + touch) merged[^1] = new ExtractRange(merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            else merged.Add(range);
        }
        return merged;
    }

    private static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= LargestNumber;

    private static bool IsPointer(string text)
    {
        if (text[0] != '/') return false;
        for (int at = text.IndexOf('~', StringComparison.Ordinal); at >= 0; at = text.IndexOf('~', at + 1))
        {
            if (at + 1 == text.Length || text[at + 1] is not ('0' or '1')) return false;
        }
        return true;
    }

    private static RefusedException Malformed(string pointer, string detail) => RefusedException.Malformed("extract-malformed", pointer, detail);
}
