using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Drills;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;
using Rogatory.LocalHost.Tests.EndToEnd;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.Drills;

/// <summary>Every drill, played well and played badly by the calls of the front door, with everyone else played by the script.</summary>
public sealed class DrillPlayTests(DrillSystem system) : IClassFixture<DrillSystem>
{
    // How each of the others is scored is tested on what its plays left, which ROGATORY_PLAY=all makes anew.
    private static readonly string[] Usual = ["over-disclosure", "special-categories", "no-legal-basis", "friday-evening"];

    private Callers Callers => system.Callers;

    [Fact]
    public async Task Drills_played_well_score_full_and_played_badly_are_not_passed()
    {
        string[] drills = Environment.GetEnvironmentVariable("ROGATORY_PLAY") == "all" ? [.. DrillCatalogue.Load().Drills.Select(one => one.Drill)] : Usual;
        using var authority = JsonDocument.Parse((await Callers.GetAsync("/authority")).Is(200).Body);
        IReadOnlyList<VerificationKey> keys = VerificationKey.ReadSet(authority.RootElement);
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(drills.SelectMany(drill => (string[])[$"{drill} good", $"{drill} bad"]), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (one, _) =>
        {
            try
            {
                await PlayAsync(one.Split(' ')[0], one.Split(' ')[1], keys);
            }
            catch (Exception failure)
            {
                failures.Add($"{one}: {failure.Message}");
            }
        });
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }

    // What a play leaves is looked at by hand, and is what tests/samples/drills has of it.
    private static async Task KeepAsync(DrillPlay player, string name)
    {
        string folder = Directory.CreateDirectory(Samples.InRepository("artifacts", "drills")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.jsonl"), await player.LedgerAsync());
        if (await player.IncidentLedgerAsync() is { Length: > 0 } incident)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.incident.jsonl"), incident);
    }

    private async Task PlayAsync(string drill, string play, IReadOnlyList<VerificationKey> keys)
    {
        var player = new DrillPlay(Callers, drill, play);
        JsonObject view = await player.StartAsync();
        JsonObject score;
        try
        {
            await player.RunAsync(view);
            score = await player.ScoreAsync();
        }
        finally
        {
            await KeepAsync(player, $"{drill}.{play}");
        }

        byte[] ledger = await player.LedgerAsync();
        bool passed = (bool)score["passed"]!;
        Assert.True(play == "good" == passed && (play == "good" == ((int)score["points"]! == 100)), $"{play} came to {score["points"]}:\n{score["rules"]}");
        LedgerReport report = LedgerCheck.Check(new MemoryStream(ledger));
        Assert.True(report.Holds, report.Why);
        DrillResult result = DrillResult.Verify((string)score["statement"]!, keys);
        Assert.Equal((drill, player.Case, passed), (result.Drill, result.Case.ToString(), result.Passed));
        Assert.True(report.Proves(result.Ledger.Size, result.Ledger.Root));
        Assert.Equal((string?)score["statement"], (string?)(await player.ScoreAsync())["statement"]);
    }
}
