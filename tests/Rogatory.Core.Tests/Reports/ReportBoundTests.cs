using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Intake;
using Rogatory.Core.Receipt;
using Rogatory.Core.Reports;
using Rogatory.Core.Retention;
using Rogatory.Core.Review;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Core.Tests.Retention;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Reports;

/// <summary>What is beside what a figure counts, and is not counted.</summary>
public sealed class ReportBoundTests : IDisposable
{
    private static readonly string Case = Some.Case.ToString();
    private static readonly DateTimeOffset At = Some.Time;
    private static readonly ReportPeriod Later = new(new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 30));

    private readonly MadeLedgers _made = new();

    [Fact]
    public async Task What_was_done_before_the_period_is_in_no_operation_and_documents_no_transfer()
    {
        await HandedOverAsync();
        Report report = await _made.ReportAsync(Later);
        Assert.Equal(0, report.Tables.Single(table => table.Id == "operations").Rows.Sum(row => row.Figures.Sum(figure => figure.Count)));
        Assert.Equal(0, report.Tables.Single(table => table.Id == "consultations").Rows.Sum(row => row.Figures.Sum(figure => figure.Count)));
        Assert.Equal(0, report.Transfers.Count);
        Assert.Equal(1, (await _made.ReportAsync()).Transfers.Count);
    }

    [Fact]
    public async Task A_basis_is_a_rule_that_holds_and_none_that_was_tried_in_vain()
    {
        await HandedOverAsync(check => check with { Findings = [new("LED-36-ADEQ", "fails"), new("LED-37-1-B", "holds")] });
        Report report = await _made.ReportAsync();
        Assert.Equal((0, 1), (MadeLedgers.Count(report, "disclosures-basis.handed-over.LED-36-ADEQ"), MadeLedgers.Count(report, "disclosures-basis.handed-over.LED-37-1-B")));
    }

    [Fact]
    public async Task The_receipt_of_one_disclosure_is_not_that_of_another()
    {
        await HandedOverAsync();
        DisclosureId second = DisclosureId.Of(Some.Case, 2);
        await OfficerAsync(SomeDisclosure.Proposed() with { Disclosure = second }, SomeDisclosure.Checked(TransferOutcome.Allowed) with { Disclosure = second }, SomeDisclosure.Approved() with { Disclosure = second },
            SomeDisclosure.Granted() with { Disclosure = second }, SomeDisclosure.Released() with { Disclosure = second }, SomeDisclosure.Manifest() with { Disclosure = second });
        await _made.AddAsync(Case, At.AddHours(1), "partner:de-bfj", SomeDisclosure.Received());
        await _made.AddAsync(Case, At.AddDays(14), "system:flow", SomeDisclosure.Overdue() with { Disclosure = second });
        _made.Time.Now = At.AddDays(15);
        Report report = await _made.ReportAsync(new ReportPeriod(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31)));
        ReportFigure kept = MadeLedgers.Figure(report, "deadlines.kept.home.collection-receipt"), missed = MadeLedgers.Figure(report, "deadlines.missed.home.collection-receipt");
        Assert.Equal((1, 1), (kept.Count, missed.Count));
        Assert.Equal((CollectionReceived.EventName, CollectionOverdue.EventName), (kept.Entries[0].Event, missed.Entries[0].Event));
    }

    [Fact]
    public async Task That_one_receipt_is_overdue_misses_no_other()
    {
        await HandedOverAsync();
        await _made.AddAsync(Case, At.AddDays(14), "system:flow", SomeDisclosure.Overdue() with { Disclosure = DisclosureId.Of(Some.Case, 2) });
        await _made.AddAsync(Case, At.AddDays(14), "partner:de-bfj", SomeDisclosure.Received());
        _made.Time.Now = At.AddDays(15);
        Report report = await _made.ReportAsync(new ReportPeriod(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31)));
        Assert.Equal((1, 0), (MadeLedgers.Count(report, "deadlines.kept.home.collection-receipt"), MadeLedgers.Count(report, "deadlines.missed.home.collection-receipt")));
    }

    [Fact]
    public async Task An_incident_that_is_no_breach_and_not_severe_is_opened_and_nothing_more()
    {
        IncidentId incident = IncidentId.Of(IncidentCause.WorkPoisoned, new IncidentPlace(Some.Case), 1);
        await _made.AddAsync(incident.LedgerName, At, "system:patrol", new IncidentOpened
        {
            Command = Some.Command(), Incident = incident, Cause = IncidentCause.WorkPoisoned, Severity = IncidentSeverity.Low, Breach = false, Regime = LawRegime.Led, AwareAt = At,
            Case = Some.Case, Item = null, Partner = null, Officer = null, Words = null,
        });
        Report report = await _made.ReportAsync();
        Assert.Equal([1, 0, 0, 1], new[] { "opened", "breaches", "severe", "open" }.Select(column => MadeLedgers.Count(report, $"incidents.{column}.work-poisoned")));
    }

    [Fact]
    public async Task The_erasure_of_some_items_ends_no_date_of_the_case_and_that_of_all_does()
    {
        await AcceptedAsync();
        ItemId statement = ItemId.Parse("statement");
        await OfficerAsync(new DatePassed { Command = Some.Command(), Date = RetentionDateKind.Erasure, Due = At });
        await OfficerAsync(SomeRetention.Proposed(statement), SomeRetention.Approved(statement), SomeRetention.Begun(statement), SomeRetention.Erased(statement));
        Assert.Equal(1, MadeLedgers.Count(await _made.ReportAsync(), "retention.standing.erasures-missed"));
        await OfficerAsync(SomeRetention.Proposed() with { Erasure = 2 }, SomeRetention.Approved() with { Erasure = 2 }, SomeRetention.Begun() with { Erasure = 2 }, SomeRetention.Erased(CaseState.RequestItem) with { Erasure = 2 });
        Assert.Equal(0, MadeLedgers.Count(await _made.ReportAsync(), "retention.standing.erasures-missed"));
    }

    [Fact]
    public async Task Below_a_line_that_is_not_known_nothing_of_the_ledger_is_counted()
    {
        await AcceptedAsync();
        await _made.AddUnknownAsync(Case, At);
        await OfficerAsync(new ItemConsulted { Command = Some.Command(), Item = CaseState.RequestItem, Justification = ItemId.Parse("request.reading-1") });
        Report report = await _made.ReportAsync();
        Assert.Equal((VerdictState.Broken, 0), (report.Verdict.State, MadeLedgers.Count(report, "operations.all.consultation")));
    }

    [Fact]
    public async Task A_ledger_that_breaks_and_is_not_the_checkpoints_either_is_said_once()
    {
        await AcceptedAsync();
        await _made.CheckpointAsync();
        byte[] ledger = await _made.Ledgers.ReadAsync(Case, 0, CancellationToken.None);
        _made.Ledgers.Tamper(Case, ledger[..^1]);
        Assert.Single((await _made.ReportAsync()).Verification.Broken);
    }

    [Fact]
    public async Task A_case_waits_since_the_line_that_brought_it_there()
    {
        await AcceptedAsync();
        await OfficerAsync(new ItemConsulted { Command = Some.Command(), Item = CaseState.RequestItem, Justification = ItemId.Parse("request.reading-1") });
        Assert.Equal(RequestAccepted.EventName, Assert.Single(MadeLedgers.Figure(await _made.ReportAsync(), "cases-phase.cases.accepted").Entries).Event);
    }

    [Fact]
    public void No_more_transfers_are_listed_than_one_report_can_hold_and_all_are_counted()
    {
        var tally = new FigureTally();
        foreach (int count in (int[])[DocumentedTransfers.MostListed - 1, 5, 5])
        {
            var figures = new LedgerFigures(MadeLedgers.November, At);
            for (int n = 0; n < count; n++)
                figures.Document(new DocumentedTransfer(At, $"{n}", "de-bfj", "US", [], "request.proposal-1", [], [], new ReportEntry(Case, n, At, DisclosureFetched.EventName)));
            tally.Add(figures);
        }

        Assert.Equal((DocumentedTransfers.MostListed + 9L, DocumentedTransfers.MostListed), (tally.Transfers.Count, tally.Transfers.Listed.Count));
    }

    [Fact]
    public async Task A_leap_day_belongs_to_its_february()
    {
        var february = new ReportPeriod(new DateOnly(2028, 2, 1), new DateOnly(2028, 2, 29));
        _made.Time.Now = new DateTimeOffset(2028, 3, 2, 0, 0, 0, TimeSpan.Zero);
        await _made.AddAsync(Case, new DateTimeOffset(2028, 2, 29, 23, 59, 59, 999, TimeSpan.Zero), "partner:fr-pnf", Some.Opened());
        Assert.Equal((1, 0), (MadeLedgers.Count(await _made.ReportAsync(february), "cases-kind.opened.incoming"),
            MadeLedgers.Count(await _made.ReportAsync(new ReportPeriod(new DateOnly(2028, 3, 1), new DateOnly(2028, 3, 31))), "cases-kind.opened.incoming")));
        Assert.Equal(["2028-02"], february.Parts);
    }

    public void Dispose() => _made.Dispose();

    private Task OfficerAsync(params LedgerEvent[] events) => _made.AddAsync(Case, At, "officer:o-jansen", events);

    private async Task AcceptedAsync()
    {
        await _made.AddAsync(Case, At, "partner:fr-pnf", Some.Opened("statement"), Some.Sealed("request"), Some.Sealed("statement"));
        await _made.AddAsync(Case, At, "system:flow", new ReceiptIssued { Command = Some.Command(), Size = 3, Root = new string('5', 64), Statement = new string('6', 64) });
        await OfficerAsync(new RequestAccepted { Command = Some.Command(), Ground = "complete-and-lawful", Citation = "UNCAC art. 46", Reasons = ItemId.Parse("request.decision-1"), Deadlines = [] });
    }

    private async Task HandedOverAsync(Func<TransferChecked, TransferChecked>? change = null)
    {
        await AcceptedAsync();
        TransferChecked check = SomeDisclosure.Checked(TransferOutcome.AllowedWithConditions) with { Findings = [new("LED-37-1-B", "holds")], Conditions = ["document-transfer"] };
        await OfficerAsync(new ItemConsulted { Command = Some.Command(), Item = CaseState.RequestItem, Justification = ItemId.Parse("request.reading-1") });
        await OfficerAsync(SomeDisclosure.Proposed(), change?.Invoke(check) ?? check, SomeDisclosure.Approved(), SomeDisclosure.Granted(), SomeDisclosure.Released(), SomeDisclosure.Manifest());
        await _made.AddAsync(Case, At, "partner:de-bfj", SomeDisclosure.Fetched());
    }
}
