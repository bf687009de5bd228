using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Intake;

/// <summary>What the authority says of a request, for a person.</summary>
internal static class RequestView
{
    public static string Describe(JsonObject view)
    {
        var items = PlainText.List(view, "items").ToList();
        var text = new StringBuilder()
            .Append("Case ").Append(PlainText.Of(view, "case")).Append(", stage ").Append(PlainText.Of(view, "stage"))
            .Append(", ").Append(PlainText.Of(view, "phase")).Append('\n');
        var material = items.Where(item => !Derivation.IsWords(ItemId.Parse(PlainText.Of(item, "id")!))).ToList();
        if (material.Count > 0)
            text.Append("Items:\n").Append(PlainText.Table(material.Select(item => new[] { PlainText.Of(item, "id"), PlainText.Of(item, "state") })));
        if (items.Count > material.Count)
            text.Append(CultureInfo.InvariantCulture, $"And what officers wrote, sealed: {PlainText.Count(items.Count - material.Count, "item")} named request.…-…, listed by --json.\n");
        if (view["decision"] is JsonObject decision)
            text.Append(CultureInfo.InvariantCulture, $"Decided on {PlainText.Of(decision, "ground")} ({PlainText.Of(decision, "citation")}), {PlainText.Of(decision, "at")}\n");
        var missing = PlainText.List(view, "missing").ToList();
        if (missing.Count > 0)
            text.Append("Missing:\n").Append(PlainText.Table(missing.Select(one => new[] { PlainText.Of(one, "field"), PlainText.Of(one, "citation"), PlainText.Of(one, "message") })));
        var deadlines = PlainText.List(view, "deadlines").ToList();
        if (deadlines.Count > 0)
            text.Append("Deadlines:\n").Append(PlainText.Table(deadlines.Select(one => new[] { PlainText.Of(one, "due"), PlainText.Of(one, "clock"), PlainText.Of(one, "citation") })));
        return text.ToString();
    }

    /// <summary>The ids of the items that are still to be sent.</summary>
    public static IReadOnlyList<string> Awaited(JsonObject view) =>
        [.. PlainText.List(view, "items").Where(item => PlainText.Of(item, "state") != "sealed").Select(item => PlainText.Of(item, "id") ?? "")];
}
