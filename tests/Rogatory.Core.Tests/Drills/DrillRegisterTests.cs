using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Drills;
using Rogatory.Core.Incidents;
using Rogatory.Core.Receipt;
using Rogatory.Core.Tests.Receipt;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Drills;

public sealed class DrillRegisterTests : IDisposable
{
    private static readonly OfficerId Player = OfficerId.Parse("o-over-disclosure-good");
    private static readonly DrillCatalogue Catalogue = DrillCatalogue.Load();

    private readonly MovableTime _time = new(new PlayedDrill("over-disclosure", "good").Run.StartedAt.AddSeconds(-1));
    private readonly InMemoryLedgerStore _ledgers = new();
    private readonly InMemoryStatementStore _statements = new();
    private readonly TestSigner _signer = new() { KeyId = "sig-drill", Space = Space.Drill };

    private DrillRegister Register => new(_ledgers, Catalogue, Space.Drill, _time);

    private ScoreDrill Score => new(Register, Catalogue, new DrillEntries(_ledgers), new StoredStatements(_statements, _signer, [_signer.Published]), _time);

    [Fact]
    public async Task A_run_has_a_case_of_the_drills_and_partners_of_its_own()
    {
        (DrillRun run, bool isNew) = await Register.StartAsync(Player, "over-disclosure", default);
        Assert.True(isNew);
        Assert.True(run.Case.IsOfDrill);
        Assert.Equal(run.Case, Space.Drill.CaseOf(run.PartnerOf("xa-pp"), run.Reference));
        (DrillRun other, _) = await Register.StartAsync(OfficerId.Parse("o-other"), "over-disclosure", default);
        Assert.NotEqual(run.Case, other.Case);
        Assert.NotEqual(run.PartnerOf("xa-pp"), other.PartnerOf("xa-pp"));
        await VerifyAsync();
    }

    [Fact]
    public async Task A_drill_that_is_being_played_is_taken_up_and_one_that_is_over_begins_anew()
    {
        (DrillRun first, _) = await Register.StartAsync(Player, "over-disclosure", default);
        (DrillRun again, bool isNew) = await Register.StartAsync(Player, "over-disclosure", default);
        Assert.False(isNew);
        Assert.Equal(first.Case, again.Case);
        _time.Now += TimeSpan.FromHours(73);
        (DrillRun second, isNew) = await Register.StartAsync(Player, "over-disclosure", default);
        Assert.True(isNew);
        Assert.Equal((2, false), (second.Number, second.Case == first.Case));
        Assert.Equal([second.Case], (await Register.ListOpenAsync(default)).Select(run => run.Case));
        await VerifyAsync();
    }

    [Fact]
    public async Task Where_matters_are_real_no_drill_is_played()
    {
        var real = new DrillRegister(_ledgers, Catalogue, Space.Real, _time);
        Assert.Equal("drills-elsewhere", await SlugAsync(() => real.StartAsync(Player, "over-disclosure", default)));
        Assert.Equal("drills-elsewhere", await SlugAsync(() => real.ListAsync(Player, default)));
        Assert.Equal("drills-elsewhere", await SlugAsync(() => real.GetAsync(Player, CaseId.Parse("DRYR-0000-0000"), default)));
        Assert.Empty(await real.ListOpenAsync(default));
    }

    [Fact]
    public async Task A_run_is_its_players_and_nobody_elses()
    {
        (DrillRun run, _) = await Register.StartAsync(Player, "over-disclosure", default);
        Assert.Equal(run.Case, (await Register.GetAsync(Player, run.Case, default)).Case);
        Assert.Equal("drill-not-found", await SlugAsync(() => Register.GetAsync(OfficerId.Parse("o-other"), run.Case, default)));
        Assert.Equal("drill-not-found", await SlugAsync(() => Register.StartAsync(Player, "no-such-drill", default)));
    }

    [Fact]
    public async Task A_step_is_taken_once()
    {
        (DrillRun run, _) = await Register.StartAsync(Player, "over-disclosure", default);
        await Register.TakeStepAsync(run, "bank-delivers", 201, default);
        DrillRun again = await Register.TakeStepAsync(run, "bank-delivers", 200, default);
        Assert.Equal(201, again.Steps["bank-delivers"]);
        await VerifyAsync();
    }

    [Fact]
    public async Task A_score_is_signed_once_and_what_comes_after_changes_nothing()
    {
        DrillRun run = await PlayAsync("over-disclosure", "good");
        (DrillRun scored, DrillScore score, string statement) = await Score.RunAsync(run, default);
        Assert.Equal((100, true), (score.Points, scored.Scored!.Passed));
        DrillResult result = DrillResult.Verify(statement, [_signer.Published]);
        Assert.Equal((run.Officer, 100, true), (result.Officer, result.Points, result.Passed));

        _time.Now += TimeSpan.FromMinutes(5);
        byte[] more = LedgerReader.ReadAfter(LedgerTip.Empty, run.Case.ToString(), await _ledgers.ReadAsync(run.Case.ToString(), 0, default)).Tip
            .Append(run.Case.ToString(), _time.Now, [new LedgerEntry("officer:o-x", "review.request-refused", new System.Text.Json.Nodes.JsonObject { ["command"] = "x" })]).Bytes.ToArray();
        Assert.True(await _ledgers.TryAppendAsync(run.Case.ToString(), (await _ledgers.ReadAsync(run.Case.ToString(), 0, default)).Length, more, default));
        (DrillRun again, DrillScore same, string once) = await Score.RunAsync(run, default);
        Assert.Equal((statement, 100), (once, same.Points));
        Assert.Equal(scored.Scored, again.Scored);
        Assert.Empty(await Register.ListOpenAsync(default));
        await VerifyAsync();
    }

    [Fact]
    public async Task What_is_not_finished_is_scored_only_once_its_time_is_over_and_is_not_passed()
    {
        (DrillRun run, _) = await Register.StartAsync(Player, "over-disclosure", default);
        Assert.Equal("drill-not-finished", await SlugAsync(() => Score.RunAsync(run, default)));
        _time.Now += TimeSpan.FromHours(73);
        (DrillRun scored, DrillScore score, _) = await Score.RunAsync(run, default);
        Assert.Equal((0, false, false), (score.Points, score.IsPassed, scored.Scored!.Passed));
    }

    [Fact]
    public async Task What_is_done_after_a_runs_time_is_over_is_no_part_of_it()
    {
        _time.Now -= TimeSpan.FromHours(72);
        DrillRun run = await PlayAsync("over-disclosure", "good");
        _time.Now += TimeSpan.FromHours(73);
        (DrillRun scored, DrillScore score, string statement) = await Score.RunAsync(run, default);
        Assert.Equal((0, false, false), (score.Points, score.IsPassed, scored.Scored!.Passed));
        Assert.False(DrillResult.Verify(statement, [_signer.Published]).Passed);
    }

    [Fact]
    public async Task The_incidents_about_a_runs_case_are_a_part_of_it_and_no_others()
    {
        (DrillRun run, _) = await Register.StartAsync(Player, "friday-evening", default);
        (DrillRun other, _) = await Register.StartAsync(OfficerId.Parse("o-other"), "friday-evening", default);
        var open = new OpenIncident(
            new IncidentRegister(_ledgers, _time), new IncidentJournal(_ledgers, _time), Rogatory.Core.Policy.PolicySet.Load(), new InMemoryCaseQueue(), _time);
        foreach (CaseId @case in (CaseId[])[other.Case, run.Case])
            await open.RunAsync(new IncidentReport(IncidentCause.UnauthorisedDisclosure, new IncidentPlace(@case), run.Player), default);
        async Task<IEnumerable<string>> EventsAsync(string drill) =>
            (await new DrillEntries(_ledgers).ReadAsync(Catalogue.Find(drill)!, run, Register.EndOf(run), default)).Select(line => line.Event);
        Assert.Equal(1, (await EventsAsync("friday-evening")).Count(name => name == IncidentOpened.EventName));
        Assert.Empty(await EventsAsync("over-disclosure"));
    }

    [Fact]
    public async Task A_run_of_another_version_of_the_drill_is_not_scored()
    {
        DrillRun run = await PlayAsync("over-disclosure", "good");
        Assert.Equal("drill-changed", await SlugAsync(() => Score.RunAsync(run with { Digest = new string('0', 64) }, default)));
    }

    [Fact]
    public async Task A_result_verifies_by_no_key_of_real_matters()
    {
        string statement = (await Score.RunAsync(await PlayAsync("over-disclosure", "good"), default)).Statement;
        Assert.Throws<InvalidStatementException>(() => DrillResult.Verify(statement, [_signer.Published with { Space = Space.Real }]));
    }

    public void Dispose() => _signer.Dispose();

    // The play's ledger is put where the run's is, since the run derives the same case from the same player.
    private async Task<DrillRun> PlayAsync(string drill, string play)
    {
        (DrillRun run, _) = await Register.StartAsync(Player, drill, default);
        var played = new PlayedDrill(drill, play);
        Assert.Equal(played.Run.Case, run.Case);
        byte[] ledger = await File.ReadAllBytesAsync(Samples.Path("drills", $"{drill}.{play}.jsonl"));
        Assert.True(await _ledgers.TryAppendAsync(run.Case.ToString(), 0, ledger, default));
        return run;
    }

    private async Task VerifyAsync()
    {
        LedgerReport report = LedgerCheck.Check(new MemoryStream(await _ledgers.ReadAsync(DrillRegister.LedgerName, 0, default)));
        Assert.True(report.Holds, report.Why);
    }

    private static async Task<string> SlugAsync<T>(Func<Task<T>> call) => (await Assert.ThrowsAsync<RefusedException>(call)).Slug;
}
