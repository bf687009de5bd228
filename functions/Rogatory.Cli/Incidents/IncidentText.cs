using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Incidents;

/// <summary>An incident in words.</summary>
internal static class IncidentText
{
    public static string Describe(JsonObject view)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{view["incident"]}: {view["cause"]}, {view["severity"]}, {view["state"]}{(Says(view, "breach") == "true" ? $", a breach under the {Says(view, "regime")?.ToUpperInvariant()} until shown otherwise" : "")}.\n");
        text.Append(PlainText.Table(Facts(view)));
        Part(text, "Clocks", PlainText.List(view, "clocks").Select(one => new[]
        {
            Says(one, "clock"), Says(one, "state") + (Says(one, "wasMissed") == "true" && Says(one, "state") == "stopped" ? ", late" : ""), $"due {Says(one, "due")}",
            Says(one, "citation") + (Says(one, "verified") == "true" ? "" : " (hours set by the home authority)"),
        }));
        Part(text, "Notices", PlainText.List(view, "notices").Select(one => new[]
        {
            Says(one, "notice"), Says(one, "kind"), Says(one, "partner"), $"phase {Says(one, "phase")}", Says(one, "isComplete") == "true" ? "complete" : "more follows",
            Says(one, "sentAt") is { } sent ? $"sent {sent} by {Says(one, "channel")}" : "draft",
        }));
        Part(text, "Not sent", PlainText.List(view, "waivers").Select(one => new[] { Says(one, "kind"), Says(one, "partner"), Says(one, "ground"), Says(one, "citation"), Says(one, "until") is { } until ? $"until {until}" : null }));
        Part(text, "Measures", PlainText.List(view, "measures").Select(one => new[] { Says(one, "measure"), Says(one, "case") ?? Says(one, "partner") ?? Says(one, "officer") ?? Says(one, "key") }));
        return text.ToString();
    }

    private static IEnumerable<string?[]> Facts(JsonObject view)
    {
        yield return ["opened", $"{Says(view, "openedAt")} by {Says(view, "openedBy")}"];
        yield return ["aware since", Says(view, "awareAt")];
        foreach (string member in new[] { "case", "item", "partner", "officer", "closedAt" })
        {
            if (Says(view, member) is { } value)
                yield return [member, value];
        }

        if (Says(view, "closing") is { } closing)
            yield return ["proposed to close", $"number {closing}, by {Says(view, "closingBy")}"];
        if (view["words"] is JsonArray { Count: > 0 } words)
            yield return ["what was said", $"{string.Join(", ", words.Select(one => one?.ToString().Replace('/', ' ')))} (rogatory item read)"];
        if (view["affected"] is not JsonObject affected)
            yield break;
        yield return ["affected", $"{Many(affected, "records", "item")}, about {Many(affected, "persons", "person")}"];
        foreach ((string member, string name) in new[] { ("categories", "of data"), ("subjects", "about"), ("partners", "partners"), ("keysLeft", "keys left by"), ("unread", "not readable"), ("rules", "raised by") })
        {
            if (affected[member] is JsonArray { Count: > 0 } list)
                yield return [name, string.Join(", ", list.Select(one => one?.ToString()))];
        }
    }

    private static string Many(JsonObject affected, string member, string one) =>
        long.TryParse(Says(affected, member), CultureInfo.InvariantCulture, out long count) ? PlainText.Count(count, one) : $"{Says(affected, member)} {one}s";

    private static void Part(StringBuilder text, string heading, IEnumerable<string?[]> rows)
    {
        string table = PlainText.Table(rows);
        if (table.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"{heading}:\n{table}");
    }

    private static string? Says(JsonNode? node, string member) => PlainText.Of(node, member);
}
