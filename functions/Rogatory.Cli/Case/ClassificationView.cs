using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Case;

/// <summary>What is known of the content of a case's items, in words.</summary>
internal static class ClassificationView
{
    public static string Describe(JsonObject view)
    {
        var rows = PlainText.List(view, "items").Where(one => one["classification"] is JsonObject).Select(one =>
        {
            JsonObject known = one["classification"]!.AsObject();
            return new[]
            {
                PlainText.Of(one, "id"), PlainText.Of(known, "format"), Counts(known, "categories") ?? (known["unread"] is JsonObject { Count: > 0 } ? "" : "nothing"),
                Counts(known, "doubtful") is { } doubtful ? $"doubtful: {doubtful}" : "", Counts(known, "unread") is { } unread ? $"UNREAD: {unread}" : "",
                known["blocks"] is JsonObject blocks ? $"{PlainText.Of(blocks, "count")} {PlainText.Of(blocks, "kind")}" : "",
            };
        }).ToList();
        return rows.Count == 0 ? "" : new StringBuilder("Found:\n").Append(PlainText.Table(rows)).Append("What was found, and where, is an item of its own: rogatory item read CASE ITEM.findings.\n").ToString();
    }

    private static string? Counts(JsonObject known, string name) =>
        known[name] is JsonObject { Count: > 0 } counts ? string.Join(", ", counts.Select(one => $"{one.Value} {one.Key}")) : null;
}
