using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Classification;

/// <summary>What was found in an item, as JSON: the reading report, and the findings as <c>rogatory classify</c> prints them. As sensitive as the item.</summary>
/// <remarks>
/// Members: <c>item</c>, <c>pack</c>, <c>format</c>; <c>parts</c> with <c>part</c> and <c>format</c>; <c>unread</c> with <c>part</c>, <c>page</c> and
/// <c>reason</c>; <c>breaches</c> with <c>part</c> and <c>kind</c>; <c>findings</c>; and <c>more</c>, how many were found beyond those that are listed.
/// </remarks>
public static class FindingsDocument
{
    /// <summary>One finding: <c>category</c>, <c>detector</c>, <c>start</c>, <c>end</c>, <c>confidence</c>, <c>reasons</c>, and <c>locator</c> with <c>part</c> and what there is of <c>page</c>, <c>line</c> and <c>cell</c>.</summary>
    public static JsonObject Write(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var locator = new JsonObject { ["part"] = finding.Locator.Part };
        if (finding.Locator.Page is { } page) locator["page"] = page;
        if (finding.Locator.Line is { } line) locator["line"] = line;
        if (finding.Locator.Cell is { } cell) locator["cell"] = cell;
        return new JsonObject
        {
            ["category"] = finding.Category,
            ["detector"] = finding.Detector,
            ["start"] = finding.Start,
            ["end"] = finding.End,
            ["confidence"] = Math.Round(finding.Confidence, 3),
            ["reasons"] = new JsonArray([.. finding.Reasons.Select(reason => (JsonNode)reason)]),
            ["locator"] = locator,
        };
    }

    /// <summary>The findings that a document lists.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static IReadOnlyList<Finding> Read(ReadOnlySpan<byte> document)
    {
        try
        {
            return [.. JsonNode.Parse(document)!["findings"]!.AsArray().Select(one => one.Deserialize<Finding>(JsonSerializerOptions.Web)!)];
        }
        catch (Exception other) when (other is InvalidOperationException or NullReferenceException)
        {
            throw new JsonException("Not a document of findings.", other);
        }
    }

    /// <summary>The code of a reason or kind, as the ledger has it.</summary>
    internal static string CodeOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    internal static byte[] Write(string item, string pack, ReadingReport report, FindingTally tally)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("item", item);
            json.WriteString("pack", pack);
            json.WriteString("format", report.Format);
            WriteAll(json, "parts", report.Parts, one => new JsonObject { ["part"] = one.Part, ["format"] = one.Format });
            WriteAll(json, "unread", report.Unread, one => new JsonObject { ["part"] = one.Part, ["page"] = one.Page, ["reason"] = CodeOf(one.Reason) });
            WriteAll(json, "breaches", report.Breaches, one => new JsonObject { ["part"] = one.Part, ["kind"] = CodeOf(one.Kind) });
            WriteAll(json, "findings", tally.Listed, Write);
            json.WriteNumber("more", tally.More);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> all, Func<T, JsonObject> write)
    {
        json.WriteStartArray(name);
        foreach (T one in all)
            write(one).WriteTo(json);
        json.WriteEndArray();
    }
}
