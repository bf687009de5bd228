using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Drills;

/// <summary>Runs of drills in words.</summary>
internal static class DrillText
{
    public static string OfRun(JsonObject view)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{PlainText.Of(view, "title")} ({PlainText.Of(view, "drill")}), case {PlainText.Of(view, "case")}, until {PlainText.Of(view, "endsAt")}\n\n");
        foreach (var paragraph in Texts(view, "story")) text.Append(paragraph).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"\nYour task: {PlainText.Of(view, "task")}\n\nAuthorities:\n");
        text.Append(PlainText.Table((view["partners"] as JsonObject ?? []).Select(one => new[] { one.Key, one.Value?.ToString() })));
        foreach (var told in Texts(view, "told")) text.Append(CultureInfo.InvariantCulture, $"\n- {told}");
        if (PlainText.Of(view, "points") is { } points) text.Append(CultureInfo.InvariantCulture, $"\nScored: {points} of 100.");
        else if (PlainText.Of(view, "isFinished") == "true") text.Append("\nIt can be scored.");
        return text.ToString();
    }

    public static string OfScore(JsonObject score)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{PlainText.Of(score, "points")} of 100: {(PlainText.Of(score, "passed") == "true" ? "passed" : "not passed")}. What it is about: {PlainText.Of(score, "pitfall")}\n");
        foreach (var rule in PlainText.List(score, "rules"))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{PlainText.Of(rule, "points")} of {PlainText.Of(rule, "of")}  {PlainText.Of(rule, "rule")}{(PlainText.Of(rule, "fault") is { } fault ? $" ({fault})" : "")}\n");
            text.Append(CultureInfo.InvariantCulture, $"  {PlainText.Of(rule, "explanation")}\n  {PlainText.Of(rule, "citation")}{Entries(rule)}\n");
        }

        return text.ToString();
    }

    private static string Entries(JsonObject rule) =>
        string.Concat(PlainText.List(rule, "entries").Select(one => $"\n  entry {PlainText.Of(one, "seq")} of {PlainText.Of(one, "ledger")}: {PlainText.Of(one, "event")}"));

    private static IEnumerable<string> Texts(JsonObject view, string member) => (view[member] as JsonArray ?? []).Select(one => one?.ToString() ?? "");
}
