using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Retention;

/// <summary>What the authority says of how long a case is kept, for an officer.</summary>
internal static class RetentionView
{
    public static string ItemsOf(JsonObject view) =>
        view["items"] is JsonArray { Count: > 0 } items ? string.Join(", ", items.Select(one => one?.ToString())) : "the whole case";

    private static string ErasedOf(JsonObject view) =>
        view["all"]?.GetValue<bool>() != true ? ItemsOf(view)
        : view["items"] is JsonArray { Count: > 0 } ? $"the whole case ({ItemsOf(view)})"
        : "the whole case";

    public static string Describe(JsonObject view)
    {
        var text = new StringBuilder();
        foreach (var (name, says) in ((string, string)[])[("review", "To be reviewed"), ("erasure", "To be erased")])
        {
            if (view[name] is not JsonObject date) continue;
            text.Append(CultureInfo.InvariantCulture, $"{says} by {PlainText.Of(date, "at")} ({PlainText.Of(date, "citation")})")
                .Append(date["overdue"]?.GetValue<bool>() == true ? ": OVERDUE.\n" : ".\n");
        }
        foreach (var hold in PlainText.List(view, "holds").Where(one => one["liftedBy"] is null))
            text.Append(CultureInfo.InvariantCulture, $"Hold {hold["hold"]} on {ItemsOf(hold)}: {PlainText.Of(hold, "ground")} ({PlainText.Of(hold, "citation")}), by {PlainText.Of(hold, "placedBy")}\n");
        foreach (var erasure in PlainText.List(view, "erasures"))
            text.Append(CultureInfo.InvariantCulture, $"Erasure {erasure["erasure"]} of {ErasedOf(erasure)}: {PlainText.Of(erasure, "step")}, proposed by {PlainText.Of(erasure, "proposedBy")}\n");
        return text.ToString();
    }

    public static string DescribeErasure(string @case, JsonObject view)
    {
        var number = view["erasure"];
        return $"Erasure {number} of {ErasedOf(view)}: {PlainText.Of(view, "step")}.\n" + PlainText.Of(view, "step") switch
        {
            "proposed" => $"Another officer approves it before {PlainText.Of(view, "lapsesAt")}: rogatory retention approve {@case} {number} --reasons '...'",
            "approved" or "begun" or "erased" => $"Its certificate, once no key envelope is left: rogatory retention certificate {@case} {number} --out erasure.jws",
            _ => "Nothing is erased.",
        };
    }
}
