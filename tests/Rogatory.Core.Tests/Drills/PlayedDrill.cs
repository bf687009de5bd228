using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Drills;
using Rogatory.Ledger;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Drills;

/// <summary>A play of a drill, as the ledger of tests/samples/drills has it: played over a running host.</summary>
internal sealed class PlayedDrill
{
    private static readonly DrillCatalogue Catalogue = DrillCatalogue.Load();

    public PlayedDrill(string drill, string play)
    {
        string incident = Samples.Path("drills", $"{drill}.{play}.incident.jsonl");
        Entries = [.. Read(Samples.Path("drills", $"{drill}.{play}.jsonl")), .. File.Exists(incident) ? Read(incident) : []];
        DrillDefinition shipped = Catalogue.Find(drill)!;
        Run = new DrillRun(
            CaseId.Parse(Entries[0].Case), drill, shipped.Version, Catalogue.DigestOf(drill), OfficerId.Parse($"o-{drill}-{play}"), Number: 1, Entries[0].At);
        Drill = Catalogue.For(Run);
    }

    public IReadOnlyList<LedgerLine> Entries { get; }

    public DrillRun Run { get; }

    public DrillDefinition Drill { get; }

    public DrillScore Score => DrillScore.Of(Drill, Run.Player, Run.StartedAt, Entries);

    public IEnumerable<string> Lost => Score.Rules.Where(rule => rule.Fault is not null).Select(rule => rule.Rule);

    private static IEnumerable<LedgerLine> Read(string file) => LedgerReader.Read(File.ReadAllBytes(file)).Select(one => one.Line);

    /// <summary>The rules that the bad play is to lose.</summary>
    public static IEnumerable<string> ToLose(string drill) =>
        JsonNode.Parse(File.ReadAllText(Samples.Path("drills", $"{drill}.json")))!["loses"]!.AsArray().Select(rule => (string)rule!);

    public static IEnumerable<string> All => Catalogue.Drills.Select(drill => drill.Drill);
}
