using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Cli.Transfer;

internal sealed class TransferCheckCommand : CliCommand
{
    private readonly Argument<string> _file = new("FACTS") { Description = "The facts, as 'rogatory transfer facts --schema' describes them." };
    private readonly Option<DateOnly?> _at = new("--at") { Description = "Decide as on this day, whatever date the facts state.", HelpName = "DATE" };

    public TransferCheckCommand()
        : base("check",
            "Decides whether data may go, on facts stated by hand, and says why. Exit status 0: decided, whatever the outcome ('outcome' in --json: "
            + "allowed, allowed-with-conditions, needs-a-person, refused); 2: the facts cannot be read.",
            "rogatory transfer check facts.json --at 2026-11-22 --json")
    {
        Add(_file);
        Add(_at);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var path = line.GetRequiredValue(_file);
        if (!TransferFacts.TryParse(await Files.ReadBytesAsync(path, TransferFacts.MostBytes, cancellationToken), out var facts, out var faults))
            throw Unusable(path, faults);
        if (line.GetValue(_at) is { } day) facts = facts.At(day);
        var decision = TransferCheck.Decide(facts, PolicySet.Load());
        return new Answer(decision.ToJson(), Describe(decision));
    }

    private static CommandFailedException Unusable(string path, IReadOnlyList<RequestFault> faults) =>
        new(ExitCode.Usage, "facts-malformed", $"{path} does not hold facts of a transfer.", "See: rogatory transfer facts --schema")
        {
            Faults = [.. faults.Select(fault => (JsonNode)new JsonObject { ["pointer"] = fault.Pointer, ["slug"] = fault.Slug, ["message"] = fault.Message })],
        };

    private static string Describe(TransferDecision decision)
    {
        var text = new StringBuilder($"{OutcomeOf(decision)}\n");
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

    private static string OutcomeOf(TransferDecision decision) => JsonNamingPolicy.KebabCaseLower.ConvertName(decision.Outcome.ToString());

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
