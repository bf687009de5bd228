using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Disclosure;

/// <summary>What the authority says of a disclosure, for an officer.</summary>
internal static class DisclosureView
{
    public static string Describe(JsonObject view)
    {
        var text = new StringBuilder()
            .Append("Disclosure ").Append(PlainText.Of(view, "disclosure")).Append(" to ").Append(PlainText.Of(view, "partner"))
            .Append(" of ").AppendJoin(", ", Texts(view, "items")).Append(": ").Append(PlainText.Of(view, "step")).Append(".\n");
        if (view["check"] is JsonObject check)
        {
            text.Append("The transfer check says: ").Append(PlainText.Of(check, "outcome"));
            if (check["instrument"] is not null) text.Append(", under ").Append(PlainText.Of(check, "instrument"));
            text.Append(".\n").Append(PlainText.Table(
                PlainText.List(check, "findings").Where(one => PlainText.Of(one, "effect") is "ask" or "refuse" or "condition" or "resolved")
                    .Select(one => new[] { PlainText.Of(one, "effect"), PlainText.Of(one, "rule") }).ToList()));
        }
        return text.Append(Next(view)).ToString();
    }

    private static string Next(JsonObject view)
    {
        var id = PlainText.Of(view, "disclosure") ?? "";
        var @case = id.LastIndexOf('-') is > 0 and var at ? id[..at] : "CASE";
        return PlainText.Of(view, "step") switch
        {
            "proposed" => $"{Approvals(view)} approves it before {PlainText.Of(view, "lapsesAt")}: rogatory disclosure approve {id} --reasons '...'",
            "not-allowed" => $"Nothing goes. To see why, rule by rule, and what to state or weigh in a new proposal: rogatory case ledger {@case} --out ledger.jsonl && rogatory transfer explain ledger.jsonl --disclosure {id}",
            "approved" or "granted" => "It is checked again and released.",
            "ready" => $"The partner can collect it until {PlainText.Of(view, "expiresAt")}.",
            "fetched" => $"The partner was handed it; its receipt is due by {PlainText.Of(view, "receiptDue")}.",
            "received" => "The partner's receipt is in and countersigned.",
            "recalled" => "The partner is told; its acknowledgement is awaited.",
            _ => "Nothing more is to be done.",
        };
    }

    // Nobody approves twice, nor what is their own.
    private static string Approvals(JsonObject view)
    {
        var (needed, by) = ((int?)view["approvalsNeeded"] ?? 1, Texts(view, "approvedBy").ToList());
        var other = $"another officer than {string.Join(" and ", by.Prepend(PlainText.Of(view, "proposedBy")))}";
        return needed == 1 ? $"{char.ToUpperInvariant(other[0])}{other[1..]}" : $"{by.Count} of {needed} approvals are there; {other}";
    }

    private static IEnumerable<string?> Texts(JsonObject view, string name) => (view[name] as JsonArray ?? []).Select(one => one?.ToString());
}
