using System.Text;
using System.Text.Json;
using Rogatory.Core.Transfer;

namespace Rogatory.Cli.Transfer;

/// <summary>A decision on a transfer, in words.</summary>
internal static class TransferText
{
    public static string Describe(TransferDecision decision)
    {
        var text = new StringBuilder($"{WordOf(decision.Outcome)}\n");
        text.Append(Invariant($"Instrument: {decision.Instrument.Chosen ?? "unknown"}. {decision.Instrument.Why}\n"));
        foreach (var ladder in decision.Ladders)
            text.Append(Invariant($"{ladder.Ladder}:\n{PlainText.Table(ladder.Rungs.Select(rung => new[] { rung.Rule, rung.Holds switch { true => "holds", false => "fails", null => "unknown" }, rung.Why }))}"));
        Section(text, "Refused by:", decision.Findings.Where(finding => finding.Effect == FindingEffect.Refuse).Select(Row));
        Section(text, "A person is needed:", decision.Needs.Select(need => new[] { need.Ground, need.Who, MessageOf(decision, need) }));
        Section(text, "Conditions:", decision.Conditions.Select(one => new[] { one.Code, one.BindsRecipient ? "recipient" : "sender", $"{one.Text} ({one.Citation})" }));
        Section(text, "Not admitted as grounds:", decision.Findings.Where(finding => finding.Effect == FindingEffect.Disregard).Select(Row));
        text.Append(Invariant($"Policy {decision.PolicyVersion}, {decision.PolicyDigest}\nInputs {decision.Inputs}"));
        return text.ToString();
    }

    private static string MessageOf(TransferDecision decision, TransferNeed need)
    {
        var message = decision.Findings.First(finding => finding.Rule == need.Ground).Message;
        return need.Missing.Count == 0 ? $"{message} Weigh it: resolved.{need.Ground}" : $"{message} State: {string.Join(", ", need.Missing)}";
    }

    private static string?[] Row(TransferFinding finding) => [finding.Rule, finding.Citation, finding.Message];

    private static void Section(StringBuilder text, string heading, IEnumerable<string?[]> rows)
    {
        if (PlainText.Table(rows) is { Length: > 0 } table) text.Append(Invariant($"{heading}\n{table}"));
    }

    public static string WordOf(TransferOutcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
