using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Case;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;
using Rogatory.Ledger;

namespace Rogatory.Cli.Transfer;

internal sealed class TransferExplain : CliCommand
{
    private readonly Argument<string> _ledger = new("LEDGER") { Description = "A case's ledger, as 'rogatory case ledger' wrote it." };
    private readonly Option<string> _disclosure = new("--disclosure") { Description = "Only the decisions on this disclosure.", HelpName = "ID" };
    private readonly Option<string> _policy = new("--policy") { Description = "The rules that were applied, from 'rogatory policy get'; those of this program unless given.", HelpName = "FILE" };
    private readonly Option<string> _out = new("--out") { Description = "A folder to write each decision to, in full.", HelpName = "DIR" };

    public TransferExplain()
        : base("explain", "Makes the decisions of a ledger again, offline, and says why they came out as they did. Exit status 1 when one comes out otherwise.",
            "rogatory transfer explain ledger.jsonl --disclosure 7K3Q-F2M9-X4TD-1")
    {
        Add(_ledger);
        Add(_disclosure);
        Add(_policy);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var only = line.GetValue(_disclosure) is { } id ? Typed.Disclosure(id).ToString() : null;
        var policy = line.GetValue(_policy) is { } file ? await ReadPolicyAsync(file, cancellationToken) : PolicySet.Load();
        var (report, lines) = LedgerFile.Check(line.GetRequiredValue(_ledger));
        if (!report.Holds)
            throw new CommandFailedException(ExitCode.Breaks, "ledger-broken", $"The ledger does not hold together: {report.Why}");
        var decisions = new JsonArray();
        var text = new StringBuilder();
        var decided = new List<string>();
        foreach (var one in lines.Where(one => one.Event == TransferChecked.EventName))
        {
            var recorded = (TransferChecked)CaseEvents.Codec.Decode(one);
            if (!decided.Contains(recorded.Disclosure.ToString())) decided.Add(recorded.Disclosure.ToString());
            if (only is not null && recorded.Disclosure.ToString() != only) continue;
            if (recorded.Policy != policy.Digest)
                throw CommandFailedException.Usage($"Line {one.Seq + 1} was decided under the policy {recorded.Policy}, and the one given is {policy.Digest}.", $"Get it: rogatory policy get {recorded.Policy} --out policy.json, and give --policy policy.json");
            var decision = TransferCheck.Decide(TransferFacts.From(recorded.Facts), policy);
            CheckIsSame(one, recorded, decision);
            var json = decision.ToJson();
            json["disclosure"] = recorded.Disclosure.ToString();
            json["line"] = one.Seq + 1;
            decisions.Add(json);
            text.Append(CultureInfo.InvariantCulture, $"Disclosure {recorded.Disclosure}, line {one.Seq + 1}, {one.At:yyyy-MM-dd HH:mm} UTC: the same decision is made again.\n{TransferText.Describe(decision)}\n\n");
            if (line.GetValue(_out) is { } folder) await WriteAsync(folder, recorded, one, json, cancellationToken);
        }

        if (decided.Count == 0) text.Append("The ledger holds no decision on a transfer.");
        else if (decisions.Count == 0) text.Append(CultureInfo.InvariantCulture, $"The ledger holds no decision on {only}. It holds decisions on: {string.Join(", ", decided)}.");
        return new Answer(new JsonObject { ["decisions"] = decisions, ["disclosures"] = new JsonArray([.. decided.Select(one => (JsonNode)JsonValue.Create(one))]) }, text.ToString().TrimEnd());
    }

    private static async Task<PolicySet> ReadPolicyAsync(string path, CancellationToken cancellationToken)
    {
        const int MostBytes = 16 << 20;
        try
        {
            return PolicySet.Parse(await Files.ReadBytesAsync(path, MostBytes, cancellationToken));
        }
        catch (PolicyException fault)
        {
            throw CommandFailedException.Usage($"{path} is no policy: {fault.Message}", inner: fault);
        }
    }

    private static void CheckIsSame(LedgerLine line, TransferChecked recorded, TransferDecision decision)
    {
        var same = decision.Outcome == recorded.Outcome && decision.Inputs == recorded.Inputs && decision.Instrument.Chosen == recorded.Instrument
            && decision.Conditions.Select(one => one.Code).SequenceEqual(recorded.Conditions)
            && decision.Findings.Select(TransferCheckedFinding.Of).SequenceEqual(recorded.Findings);
        if (!same)
            throw new CommandFailedException(ExitCode.Breaks, "decision-differs", $"Line {line.Seq + 1} says {TransferText.WordOf(recorded.Outcome)}; from the facts and the policy it names comes another decision.");
    }

    private static async Task WriteAsync(string folder, TransferChecked recorded, LedgerLine line, JsonObject decision, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{recorded.Disclosure}-{line.Seq + 1}.json"));
        await Files.ReplaceAsync(path, Encoding.UTF8.GetBytes(decision.ToJsonString(new() { WriteIndented = true })), cancellationToken);
    }
}
