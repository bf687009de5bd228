using System.Text;
using System.Text.Json;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Reports;
using Rogatory.Core.Review;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Reports;

/// <summary>What a report says first, and of which lines.</summary>
public sealed class ReportTests : IDisposable
{
    private static readonly string Case = Some.Case.ToString();
    private static readonly string Other = CaseId.Of(TestAuthority.Partner, "PNF-2026-0412").ToString();
    private readonly MadeLedgers _made = new();

    [Fact]
    public async Task Where_there_is_no_ledger_every_figure_is_zero_and_the_report_says_that_there_is_nothing()
    {
        Report report = await _made.ReportAsync();

        Assert.Equal(VerdictState.Holds, report.Verdict.State);
        Assert.StartsWith("There is no case yet", report.Verdict.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, report.Tables.Sum(table => table.Rows.Sum(row => row.Figures.Sum(figure => figure.Count))));
    }

    [Fact]
    public async Task Over_an_empty_period_nothing_was_done_and_what_stands_is_as_it_was_left()
    {
        await OpenAsync(Case);

        Report report = await _made.ReportAsync(new ReportPeriod(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24)));

        Assert.Equal(0, MadeLedgers.Count(report, "operations.all.collection"));
        Assert.Equal(0, MadeLedgers.Count(report, "cases-kind.opened.incoming"));
        Assert.Equal(1, MadeLedgers.Count(report, "cases-phase.cases.awaiting-items"));
        Assert.Equal(1, report.Verification.Cases);
    }

    [Fact]
    public async Task Before_the_first_case_was_opened_there_is_none()
    {
        await OpenAsync(Case);
        Report report = await _made.ReportAsync(new ReportPeriod(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31)));
        Assert.Equal(0, MadeLedgers.Count(report, "cases-phase.cases.awaiting-items"));
        Assert.Equal(0, MadeLedgers.Count(report, "cases-phase.cases.none"));
    }

    [Fact]
    public async Task Both_days_of_a_period_belong_to_it_whole()
    {
        await _made.AddAsync(Case, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), "partner:fr-pnf", Some.Opened());
        await _made.AddAsync(Other, new DateTimeOffset(2026, 11, 30, 23, 59, 59, 999, TimeSpan.Zero), "partner:fr-pnf", Some.Opened());
        Assert.Equal(2, MadeLedgers.Count(await _made.ReportAsync(), "cases-kind.opened.incoming"));
        Assert.Equal(0, MadeLedgers.Count(await _made.ReportAsync(new ReportPeriod(new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 29))), "cases-kind.opened.incoming"));
    }

    [Fact]
    public void A_period_whose_last_day_is_before_its_first_is_refused() =>
        Assert.Equal("query-malformed", Assert.Throws<RefusedException>(() => ReportPeriod.Of(new DateOnly(2026, 2, 1), new DateOnly(2026, 1, 1))).Slug);

    [Fact]
    public async Task A_broken_ledger_is_said_first_and_only_what_stands_above_the_break_is_counted()
    {
        await OpenAsync(Case);
        await OpenAsync(Other);
        await _made.AddAsync(Case, Some.Time.AddHours(1), "officer:o-jansen", Some.Sealed("letter"), Some.Sealed("statement"));
        byte[] ledger = await _made.Ledgers.ReadAsync(Case, 0, CancellationToken.None);
        string changed = Encoding.UTF8.GetString(ledger).Replace("\"item\":\"letter\"", "\"item\":\"detour\"", StringComparison.Ordinal);
        _made.Ledgers.Tamper(Case, Encoding.UTF8.GetBytes(changed));

        Report report = await _made.ReportAsync();

        Assert.Equal(VerdictState.Broken, report.Verdict.State);
        Assert.StartsWith($"BROKEN: the ledger of case {Case} does not hold from line 3", report.Verdict.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("""{"verdict":{"state":""", JsonSerializer.Serialize(report, JsonSerializerOptions.Web), StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(report.Verification.Broken).Line);
        Assert.Equal(2, MadeLedgers.Count(report, "cases-kind.opened.incoming"));
        Assert.Equal(0, MadeLedgers.Count(report, "operations.all.collection"));
    }

    [Fact]
    public async Task Of_several_broken_ledgers_it_is_said_how_many_there_are()
    {
        foreach (string name in (string[])[Case, Other])
        {
            await OpenAsync(name);
            _made.Ledgers.Tamper(name, (await _made.Ledgers.ReadAsync(name, 0, CancellationToken.None))[..^1]);
        }

        Assert.StartsWith("BROKEN: 2 of 2 ledgers do not hold", (await _made.ReportAsync()).Verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledgers_that_no_checkpoint_covers_are_unproven_and_those_that_one_covers_are_proven()
    {
        await OpenAsync(Case);
        Assert.Equal(VerdictState.Unproven, (await _made.ReportAsync()).Verdict.State);

        await _made.CheckpointAsync();
        await OpenAsync(Other);
        Report report = await _made.ReportAsync();

        Assert.Equal((VerdictState.Holds, 1, 1), (report.Verdict.State, report.Verification.Proven, report.Verification.Younger));
        Assert.Contains("1 of 2 cases are proven by the signed checkpoint 0", report.Verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_that_is_gone_or_is_another_than_the_checkpoint_names_is_broken()
    {
        await OpenAsync(Case);
        await OpenAsync(Other);
        await _made.CheckpointAsync();
        _made.Ledgers.Tamper(Case, []);
        using var rewritten = new MadeLedgers();
        await rewritten.AddAsync(Other, Some.Time, "partner:fr-pnf", Some.Opened());
        _made.Ledgers.Tamper(Other, await rewritten.Ledgers.ReadAsync(Other, 0, CancellationToken.None));

        Report report = await _made.ReportAsync();

        Assert.Equal(VerdictState.Broken, report.Verdict.State);
        Assert.Equal([Other, Case], report.Verification.Broken.Select(one => one.Ledger));
        Assert.All(report.Verification.Broken, one => Assert.Null(one.Line));
    }

    [Fact]
    public async Task A_checkpoint_that_we_did_not_sign_is_broken()
    {
        await OpenAsync(Case);
        await _made.Statements.TryCreateAsync("checkpoints/0000000000", "e30.e30.AAAA"u8.ToArray(), CancellationToken.None);
        Report report = await _made.ReportAsync();
        Assert.StartsWith("BROKEN: the checkpoints' record does not hold", report.Verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_under_another_name_than_its_own_is_broken()
    {
        await OpenAsync(Case);
        _made.Ledgers.Tamper(Other, await _made.Ledgers.ReadAsync(Case, 0, CancellationToken.None));
        Assert.Equal(Other, Assert.Single((await _made.ReportAsync()).Verification.Broken).Ledger);
    }

    [Fact]
    public async Task An_event_that_this_version_does_not_know_or_that_cannot_happen_breaks_a_ledger_at_its_line()
    {
        await OpenAsync(Case);
        await _made.AddUnknownAsync(Case, Some.Time);
        await OpenAsync(Other);
        await _made.AddAsync(Other, Some.Time, "officer:o-jansen", Accepted());

        IReadOnlyList<BrokenLedger> broken = (await _made.ReportAsync()).Verification.Broken;

        Assert.Equal(new[] { (Case, (long?)2), (Other, 2L) }.Order(), broken.Select(one => (one.Ledger, one.Line)));
    }

    [Theory]
    [InlineData("partners")]
    [InlineData("incidents")]
    [InlineData("patrols")]
    [InlineData("signals")]
    [InlineData("keys")]
    [InlineData("drills")]
    [InlineData("officers")]
    [InlineData("refusals")]
    [InlineData("incident-7k3q-f2m9-x4td")]
    public async Task An_event_that_this_version_does_not_know_breaks_any_other_ledger_too(string name)
    {
        await _made.AddUnknownAsync(name, Some.Time);
        BrokenLedger broken = Assert.Single((await _made.ReportAsync()).Verification.Broken);
        Assert.Equal((name, 1L), (broken.Ledger, broken.Line!.Value));
    }

    [Fact]
    public async Task Where_a_ledger_cannot_be_read_there_is_no_report()
    {
        await OpenAsync(Case);
        await OpenAsync(Other);
        for (int call = 1; call <= 3; call++)
        {
            var faults = new FaultPlan();
            faults.Fail(call, FaultMode.RequestLost);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => _made.ReportAsync(ledgers: new FaultingLedgerStore(_made.Ledgers, faults)));
        }
    }

    [Fact]
    public async Task A_figure_names_its_first_entries_and_all_of_them_are_listed_by_its_id()
    {
        await OpenAsync(Case);
        for (int at = 0; at < 20; at++)
            await _made.AddAsync(Case, Some.Time, "officer:o-jansen", new ItemConsulted { Command = Some.Command(), Item = CaseState.RequestItem, Justification = ItemId.Parse($"request.reading-{at}") });

        ReportFigure figure = MadeLedgers.Figure(await _made.ReportAsync(), "consultations.readings.officer");

        Assert.Equal((20, ReportFigure.MostEntries), (figure.Count, figure.Entries.Count));
        Assert.Equal(Enumerable.Range(2, 20).Select(line => (long)line), (await _made.EntriesAsync(figure.Id)).Select(entry => entry.Line));
        Assert.Empty(await _made.EntriesAsync("consultations.readings.nobody"));
        string named = Encoding.UTF8.GetString(await _made.Ledgers.ReadAsync(Case, 0, CancellationToken.None)).Split('\n')[(int)figure.Entries[0].Line - 1];
        Assert.Contains(figure.Entries[0].Event, named, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_a_report_says_which_officer_it_was()
    {
        await OpenAsync(Case);
        await _made.AddAsync(Case, Some.Time, "officer:o-jansen", Some.Sealed("letter"), Some.Sealed("statement"));
        await new EnrolledOfficers(_made.Ledgers, _made.Time).EnrolAsync("o-jansen", OfficerRole.Reviewer);

        Report report = await _made.ReportAsync(new ReportPeriod(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31)));

        Assert.Equal((1, 1), (MadeLedgers.Count(report, "training.valid.mla-basics"), MadeLedgers.Count(report, "officers.standing.approved")));
        Assert.DoesNotContain("o-jansen", JsonSerializer.Serialize(report), StringComparison.Ordinal);
        Assert.DoesNotContain("first-admin", JsonSerializer.Serialize(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_of_processing_says_each_of_the_nine_points_that_the_article_lists()
    {
        IReadOnlyList<RegisterStatement> register = (await _made.ReportAsync()).Register;
        Assert.Equal("abcdefghi".Select(point => $"LED art. 24(1)({point})"), register.Select(one => one.Citation));
        Assert.All(register, one => Assert.NotEmpty(one.Statements));
        Assert.Contains(register.SelectMany(one => one.Statements), one => one.Contains("UNCAC", StringComparison.Ordinal));
        Assert.Contains(register.SelectMany(one => one.Statements), one => one.Contains("HOME-RETENTION", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_period_is_counted_by_years_and_a_short_one_by_months()
    {
        Assert.Equal(["2026-11", "2026-12", "2027-01"], new ReportPeriod(new DateOnly(2026, 11, 30), new DateOnly(2027, 1, 1)).Parts);
        Assert.Equal(["2024", "2025", "2026"], new ReportPeriod(new DateOnly(2024, 12, 31), new DateOnly(2026, 12, 31)).Parts);
    }

    public void Dispose() => _made.Dispose();

    private Task OpenAsync(string name) => _made.AddAsync(name, Some.Time, "partner:fr-pnf", Some.Opened("statement", "letter"));

    private static RequestAccepted Accepted() => new()
    {
        Command = Some.Command(), Ground = "complete-and-lawful", Citation = "UNCAC art. 46", Reasons = ItemId.Parse("request.decision-1"), Deadlines = [],
    };
}
