using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;
using Rogatory.Ledger;

namespace Rogatory.Cli.Tests.Transfer;

public sealed class TransferExplainTests : IDisposable
{
    private static readonly PolicySet Policy = PolicySet.Load();
    private static readonly DisclosureId Disclosure = DisclosureId.Of(CaseId.Parse("7K3Q-F2M9-X4TD"), 1);
    private static readonly DateTimeOffset At = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly Folder _folder = new();

    [Fact]
    public async Task A_decision_of_the_ledger_is_made_again_and_explained()
    {
        var ran = await Ran.Of("transfer", "explain", Ledger(Recorded()), "--disclosure", $"{Disclosure}", "--out", _folder["decisions"], "--json");

        Assert.Equal((0, ""), (ran.Status, ran.Error));
        var decision = Assert.Single(ran.Json["decisions"]!.AsArray())!;
        Assert.Equal(("allowed-with-conditions", $"{Disclosure}", 2), ((string?)decision["outcome"], (string?)decision["disclosure"], (int)decision["line"]!));
        var written = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder["decisions"], $"{Disclosure}-2.json")))!;
        Assert.True(JsonNode.DeepEquals(decision, written));
        Assert.Contains("the same decision is made again", (await Ran.Of("transfer", "explain", Ledger(Recorded()))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_disclosure_than_the_one_asked_for_is_left_out()
    {
        var ran = await Ran.Of("transfer", "explain", Ledger(Recorded()), "--disclosure", "7K3Q-F2M9-X4TD-2");
        Assert.Equal(0, ran.Status);
        Assert.Contains($"The ledger holds no decision on 7K3Q-F2M9-X4TD-2. It holds decisions on: {Disclosure}.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_does_not_follow_from_its_facts_is_found()
    {
        TransferChecked[] forged =
        [
            Recorded() with { Outcome = TransferOutcome.Allowed },
            Recorded() with { Conditions = [] },
            Recorded() with { Findings = [] },
            Recorded() with { Instrument = "ETS30" },
            Recorded() with { Inputs = new string('0', 64) },
        ];
        foreach (var one in forged)
        {
            var ran = await Ran.Of("transfer", "explain", Ledger(one), "--json");
            Assert.Equal((1, "decision-differs"), (ran.Status, (string?)ran.Failure["slug"]));
            Assert.Contains($"says {(one.Outcome == TransferOutcome.Allowed ? "allowed" : "allowed-with-conditions")};", (string?)ran.Failure["cause"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_rules_that_were_applied_are_asked_for_where_they_are_not_those_of_the_program()
    {
        var old = new string('7', 64);
        var ran = await Ran.Of("transfer", "explain", Ledger(Recorded() with { Policy = old }), "--json");
        Assert.Equal(2, ran.Status);
        Assert.Contains($"rogatory policy get {old}", (string?)ran.Failure["cure"], StringComparison.Ordinal);

        var file = _folder.Write("policy.json", Policy.ToBytes());
        Assert.Equal(0, (await Ran.Of("transfer", "explain", Ledger(Recorded()), "--policy", file)).Status);
        Assert.Equal(2, (await Ran.Of("transfer", "explain", Ledger(Recorded()), "--policy", _folder.Write("none.json", "[]"))).Status);
    }

    [Fact]
    public async Task Nothing_is_explained_from_a_ledger_that_does_not_hold_together()
    {
        var text = await File.ReadAllTextAsync(Ledger(Recorded()));
        var ran = await Ran.Of("transfer", "explain", _folder.Write("broken.jsonl", text.Replace("\"seq\":0", "\"seq\":1", StringComparison.Ordinal)), "--json");
        Assert.Equal((1, "ledger-broken"), (ran.Status, (string?)ran.Failure["slug"]));
    }

    public void Dispose() => _folder.Dispose();

    private static TransferChecked Recorded() =>
        new CheckedTransfer(TransferCheck.Decide(TransferFacts.Parse(TransferFacts.Example), Policy), Partner: null, At)
            .ToEvent(CommandId.Derive("check", "some"), Disclosure);

    private string Ledger(TransferChecked recorded)
    {
        var opened = new LedgerEntry("partner:fr-pnf", "intake.request-opened", new JsonObject { ["command"] = "open:1" });
        var (first, _, tip) = LedgerTip.Empty.Append($"{Disclosure.Case}", At, [opened]);
        var (second, _, _) = tip.Append($"{Disclosure.Case}", At, [EventCodec.Encode("system:flow", recorded)]);
        return _folder.Write("ledger.jsonl", [.. first.Span, .. second.Span]);
    }
}
