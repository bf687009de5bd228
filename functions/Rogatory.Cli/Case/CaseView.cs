using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Intake;
using Rogatory.Cli.Retention;

namespace Rogatory.Cli.Case;

/// <summary>What the authority says of a case, for an officer.</summary>
internal static class CaseView
{
    public static string Describe(JsonObject view)
    {
        var text = new StringBuilder(RequestView.Describe(view)).Append(PlainText.Table(
        [
            ["kind", PlainText.Of(view, "kind")],
            ["partner", PlainText.Of(view, "partner")],
            ["instrument", PlainText.Of(view, "instrument")],
            ["urgency", PlainText.Of(view, "urgency")],
            ["handling", PlainText.Of(view, "handling")],
            ["risk", PlainText.Of(view["risk"], "level") ?? "not assessed"],
            ["opened", PlainText.Of(view, "openedAt")],
            ["immutable until", PlainText.Of(view, "retainUntil")],
            ["policy", PlainText.Of(view, "policy")],
        ]));
        if (view["missedDeadlines"] is JsonArray { Count: > 0 } missed)
            text.Append("Missed deadlines: ").AppendJoin(", ", missed.Select(one => one?.ToString())).Append('\n');
        if (view["decision"] is JsonObject decision)
        {
            text.Append("Decision: ").Append(PlainText.Of(decision, "event")).Append(", on ").Append(PlainText.Of(decision, "ground"))
                .Append(" (").Append(PlainText.Of(decision, "citation")).Append("), by ").Append(PlainText.Of(decision, "by")).Append('\n');
        }
        if (PlainText.Of(view, "answersTo") is { } asked)
            text.Append("Answers our request in: ").Append(asked).Append('\n');
        if (view["answers"] is JsonArray { Count: > 0 } answers)
            text.Append("Answered in: ").AppendJoin(", ", answers.Select(one => one?.ToString())).Append('\n');
        var disclosures = PlainText.List(view, "disclosures").Select(one => new[]
        {
            PlainText.Of(one, "disclosure"), PlainText.Of(one, "step"), $"to {PlainText.Of(one, "partner")}",
            string.Join(", ", (one["items"] as JsonArray ?? []).Select(item => item?.ToString())), $"proposed by {PlainText.Of(one, "proposedBy")}",
        }).ToList();
        if (disclosures.Count > 0)
            text.Append("Disclosures:\n").Append(PlainText.Table(disclosures)).Append("What was stated for one is its item request.proposal-...: rogatory item read.\n");
        text.Append(ClassificationView.Describe(view));
        var corrected = PlainText.List(view, "items").Where(one => PlainText.Of(one, "restricted") == "true" || one["correction"] is not null).Select(one => new[]
        {
            PlainText.Of(one, "id"), PlainText.Of(one, "restricted") == "true" ? "restricted" : "", one["correction"] is null ? "" : $"goes with {PlainText.Of(one, "correction")}",
        }).ToList();
        if (corrected.Count > 0) text.Append("Corrected:\n").Append(PlainText.Table(corrected));
        var extracts = PlainText.List(view, "items").Select(one => one["extract"] as JsonObject).OfType<JsonObject>().Select(one => new[]
        {
            PlainText.Of(one, "item"), $"of {PlainText.Of(one, "of")}", PlainText.Of(one, "format"), string.Join(", ", (one["selectors"] as JsonArray ?? []).Select(selector => selector?.ToString())),
            one["proof"] is null ? "unproven" : "proven: rogatory extract prove",
        }).ToList();
        if (extracts.Count > 0) text.Append("Extracts:\n").Append(PlainText.Table(extracts));
        var notices = PlainText.List(view, "notices").Select(one => new[]
        {
            PlainText.Of(one, "notice"), PlainText.Of(one, "state"), PlainText.Of(one, "measure"), PlainText.Of(one, "item"), $"to {PlainText.Of(one, "partner")}", PlainText.Of(one, "disclosure"),
        }).ToList();
        if (notices.Count > 0) text.Append("Notices:\n").Append(PlainText.Table(notices));
        if (view["retention"] is JsonObject retention)
            text.Append(RetentionView.Describe(retention));
        return text.ToString();
    }
}
