using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Reports;
using Rogatory.Core.Retention;
using Rogatory.Core.Review;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Core.Tests.Retention;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Reports;

/// <summary>What each figure of a report counts.</summary>
public sealed class ReportFigureTests : IDisposable
{
    private static readonly string Case = Some.Case.ToString();
    private static readonly DateTimeOffset At = Some.Time;
    private readonly MadeLedgers _made = new();

    [Fact]
    public async Task Collection_counts_what_a_partner_sent_or_an_officer_added_and_nothing_of_our_own()
    {
        await AcceptedAsync();
        await OfficerAsync(Some.Added("accounts"), Some.Sealed("accounts"), Some.Sealed("request.decision-1"));
        Report report = await _made.ReportAsync();
        Assert.Equal(3, MadeLedgers.Count(report, "operations.all.collection"));
        Assert.Equal(3, MadeLedgers.Count(report, "operations.2026-11.collection"));
    }

    [Fact]
    public async Task Consultations_are_told_apart_by_who_read()
    {
        await AcceptedAsync();
        await OfficerAsync(Read(), Read() with { Restricted = true });
        await _made.AddAsync(Case, At, "system:classification", Read() with { Justification = null });
        Report report = await _made.ReportAsync();
        Assert.Equal(3, MadeLedgers.Count(report, "operations.all.consultation"));
        Assert.All(["officer", "officer-restricted", "classification"], reader => Assert.Equal(1, MadeLedgers.Count(report, $"consultations.readings.{reader}")));
    }

    [Fact]
    public async Task Decisions_are_counted_by_kind_and_refusals_by_ground()
    {
        await ReceivedAsync();
        await OfficerAsync(Refused());
        Report report = await _made.ReportAsync();
        Assert.Equal(1, MadeLedgers.Count(report, "decisions.made.refused"));
        Assert.Equal(1, MadeLedgers.Count(report, "refusals-request.refused.essential-interests"));
        Assert.Equal(1, MadeLedgers.Count(report, "cases-phase.cases.refused"));
        Assert.Equal(0, MadeLedgers.Count(report, "cases-phase.cases.awaiting-decision"));
    }

    [Fact]
    public async Task A_clock_that_is_stopped_in_time_is_kept()
    {
        await ReceivedAsync(Clock(At.AddDays(3)));
        await OfficerAsync(Refused());
        Assert.Equal((1, 0, 0), Deadlines(await _made.ReportAsync(), "eio.decide"));
    }

    [Fact]
    public async Task A_clock_that_ran_out_is_missed_whether_or_not_somebody_wrote_it_down()
    {
        await ReceivedAsync(Clock(At.AddDays(3)));
        Assert.Equal((0, 1, 0), Deadlines(await _made.ReportAsync(), "eio.decide"));
        await _made.AddAsync(Case, At.AddDays(3), "system:flow", new DeadlineMissed { Command = Some.Command(), Clock = "eio.decide", Due = At.AddDays(3) });
        Assert.Equal((0, 1, 0), Deadlines(await _made.ReportAsync(), "eio.decide"));
    }

    [Fact]
    public async Task A_clock_that_was_stopped_too_late_is_missed()
    {
        await ReceivedAsync(Clock(At.AddDays(1)));
        await _made.AddAsync(Case, At.AddDays(2), "officer:o-jansen", Refused());
        Assert.Equal((0, 1, 0), Deadlines(await _made.ReportAsync(), "eio.decide"));
    }

    [Fact]
    public async Task A_clock_whose_date_lies_after_the_period_runs_on_and_says_what_its_rule_asks()
    {
        await ReceivedAsync(Clock(At.AddDays(30)));
        Report report = await _made.ReportAsync();
        Assert.Equal((0, 0, 1), Deadlines(report, "eio.decide"));
        ReportRow row = report.Tables.Single(one => one.Id == "deadlines").Rows.Single(one => one.Code == "eio.decide");
        Assert.NotEqual(row.Code, row.Title);
        Assert.NotNull(row.Citation);
    }

    [Fact]
    public async Task A_partners_receipt_is_a_deadline_of_its_own_disclosure()
    {
        await HandedOverAsync();
        _made.Time.Now = At.AddDays(15);
        await _made.AddAsync(Case, At.AddDays(14), "system:flow", SomeDisclosure.Overdue());
        Assert.Equal((0, 0, 1), Deadlines(await _made.ReportAsync(), "home.collection-receipt"));
        Assert.Equal((0, 1, 0), Deadlines(await _made.ReportAsync(new ReportPeriod(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31))), "home.collection-receipt"));
    }

    [Fact]
    public async Task A_disclosure_is_counted_by_partner_category_basis_and_instrument_when_it_is_first_handed_over()
    {
        await HandedOverAsync();
        await _made.AddAsync(Case, At, "partner:de-bfj", SomeDisclosure.Fetched(), SomeDisclosure.Received());
        Report report = await _made.ReportAsync();
        Assert.All(["proposed", "granted", "handed-over", "confirmed"], column => Assert.Equal(1, MadeLedgers.Count(report, $"disclosures-partner.{column}.de-bfj")));
        Assert.Equal(0, MadeLedgers.Count(report, "disclosures-partner.ended.de-bfj"));
        Assert.All(["bank-records", "identity"], category => Assert.Equal(1, MadeLedgers.Count(report, $"disclosures-category.handed-over.{category}")));
        Assert.Equal(1, MadeLedgers.Count(report, "disclosures-basis.handed-over.LED-37-1-B"));
        Assert.Equal(1, MadeLedgers.Count(report, "disclosures-instrument.handed-over.EIO"));
        Assert.Equal(2, MadeLedgers.Count(report, "operations.all.disclosure"));
    }

    [Fact]
    public async Task A_transfer_on_our_own_assessment_is_documented_with_what_the_article_wants()
    {
        await HandedOverAsync();
        DocumentedTransfer transfer = Assert.Single((await _made.ReportAsync()).Transfers.Listed);
        Assert.Equal((SomeDisclosure.Id.ToString(), "de-bfj", "US", "request.proposal-1"), (transfer.Disclosure, transfer.Partner, transfer.State, transfer.Justification));
        Assert.Equal(["LED-37-1-B (LED art. 37(1)(b))"], transfer.Basis);
        Assert.Equal(new TransferredItem("statement", new string('2', 64)), Assert.Single(transfer.Items));
        Assert.Equal(At, transfer.At);
    }

    [Fact]
    public async Task A_transfer_that_need_not_be_documented_is_not()
    {
        await HandedOverAsync(check => check with { Conditions = [] });
        Assert.Equal(0, (await _made.ReportAsync()).Transfers.Count);
    }

    [Fact]
    public async Task What_the_transfer_check_refused_is_counted_under_each_rule_that_did()
    {
        await AcceptedAsync();
        await OfficerAsync(SomeDisclosure.Proposed(), SomeDisclosure.Checked(TransferOutcome.Refused) with
        {
            Findings = [new("LED-35-1-B", "refuse"), new("LED-36-ADEQ", "holds"), new("GONE-1", "refuse")],
        });
        Report report = await _made.ReportAsync();
        Assert.Equal(1, MadeLedgers.Count(report, "disclosures-partner.not-allowed.de-bfj"));
        IReadOnlyList<ReportRow> rows = report.Tables.Single(one => one.Id == "refusals-transfer").Rows;
        Assert.Equal([("GONE-1", null), ("LED-35-1-B", "LED art. 35(1)(b)")], rows.Select(row => (row.Code, row.Citation)));
    }

    [Fact]
    public async Task Holds_and_dates_that_passed_stand_until_somebody_acts()
    {
        await AcceptedAsync();
        await OfficerAsync(SomeRetention.Held(CaseState.RequestItem), SomeRetention.Held(2), SomeRetention.Lifted());
        await OfficerAsync(new DatePassed { Command = Some.Command(), Date = RetentionDateKind.Review, Due = At });
        Report report = await _made.ReportAsync();
        Assert.Equal((2, 1), (MadeLedgers.Count(report, "retention.done.holds-placed"), MadeLedgers.Count(report, "retention.standing.holds-placed")));
        Assert.Equal(1, MadeLedgers.Count(report, "retention.standing.reviews-missed"));

        var date = new RetentionDate(At.AddYears(1), At.AddMonths(11), "review", "LED art. 5", Verified: false);
        await OfficerAsync(new CaseReviewed { Command = Some.Command(), Ground = KeepingGround.StillNeeded, Citation = "LED art. 5", Reasons = ItemId.Parse("request.review-1"), Review = date, Erasure = date });
        report = await _made.ReportAsync();
        Assert.Equal((0, 1, 1), (MadeLedgers.Count(report, "retention.standing.reviews-missed"), MadeLedgers.Count(report, "retention.done.reviews-missed"), MadeLedgers.Count(report, "retention.done.reviews-kept")));
    }

    [Fact]
    public async Task Erasures_are_counted_by_item_and_are_operations()
    {
        await AcceptedAsync();
        ItemId statement = ItemId.Parse("statement");
        await OfficerAsync(SomeRetention.Proposed(statement), SomeRetention.Approved(statement), SomeRetention.Begun(statement), SomeRetention.Erased(statement));
        Report report = await _made.ReportAsync();
        Assert.Equal((1, 1, 1), (MadeLedgers.Count(report, "retention.done.erasures-proposed"), MadeLedgers.Count(report, "retention.done.items-erased"), MadeLedgers.Count(report, "operations.all.erasure")));
    }

    [Fact]
    public async Task Incidents_are_counted_by_cause_with_how_bad_they_turned_out_and_their_clocks()
    {
        IncidentId incident = IncidentId.Of(IncidentCause.BodyAltered, new IncidentPlace(Some.Case, null, null, null), 1);
        await _made.AddAsync(incident.LedgerName, At, "system:patrol", Incident(incident), Clock("one", At.AddHours(72)), Clock("two", At.AddDays(30)), Clock("three", At.AddDays(1)));
        await _made.AddAsync(incident.LedgerName, At.AddDays(1), "system:patrol", new ClockMissed { Command = Some.Command(), Clock = "three", Due = At.AddDays(1) });
        Report report = await _made.ReportAsync();
        Assert.All(["opened", "breaches", "severe", "open"], column => Assert.Equal(1, MadeLedgers.Count(report, $"incidents.{column}.body-altered")));
        Assert.Equal((2, 1), (MadeLedgers.Count(report, "incident-clocks.missed.INC-LED-30-1"), MadeLedgers.Count(report, "incident-clocks.running.INC-LED-30-1")));

        Report later = await _made.ReportAsync(new ReportPeriod(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 2)));
        Assert.Equal((0, 1), (MadeLedgers.Count(later, "incidents.opened.body-altered"), MadeLedgers.Count(later, "incidents.open.body-altered")));
    }

    [Fact]
    public async Task An_incident_that_is_closed_is_open_no_more_and_a_notice_that_was_sent_or_waived_in_time_keeps_its_clock()
    {
        IncidentId incident = IncidentId.Of(IncidentCause.BodyAltered, new IncidentPlace(Some.Case, null, null, null), 1);
        await _made.AddAsync(incident.LedgerName, At, "system:patrol", Incident(incident), Clock(IncidentDecider.ClockOf(NoticeKind.SupervisoryAuthority, null), At.AddHours(72)));
        await _made.AddAsync(incident.LedgerName, At, "officer:o-jansen", Drafted(), new NoticeSent { Command = Some.Command(), Number = 1, Digest = new string('7', 64), Channel = NoticeChannel.Portal, SentAt = At });
        Report report = await _made.ReportAsync();
        Assert.Equal((1, 0), (MadeLedgers.Count(report, "incident-clocks.kept.INC-LED-30-1"), MadeLedgers.Count(report, "incident-clocks.missed.INC-LED-30-1")));
        Assert.Equal(1, MadeLedgers.Count(report, "incident-notices.sent.supervisory-authority"));
        Assert.Equal(1, MadeLedgers.Count(report, "incidents.open.body-altered"));

        await _made.AddAsync(incident.LedgerName, At, "officer:o-devries", new IncidentClosed { Command = Some.Command(), Words = Words(), Reasons = null });
        Assert.Equal(0, MadeLedgers.Count(await _made.ReportAsync(), "incidents.open.body-altered"));
    }

    [Fact]
    public async Task A_notice_that_is_waived_or_sent_after_its_clock_ran_out_misses_it()
    {
        IncidentId incident = IncidentId.Of(IncidentCause.BodyAltered, new IncidentPlace(Some.Case, null, null, null), 1);
        await _made.AddAsync(incident.LedgerName, At, "system:patrol", Incident(incident), Clock(IncidentDecider.ClockOf(NoticeKind.SupervisoryAuthority, null), At.AddHours(1)));
        await _made.AddAsync(incident.LedgerName, At.AddHours(2), "officer:o-jansen", new NoticeWaived
        {
            Command = Some.Command(), Kind = NoticeKind.SupervisoryAuthority, Partner = null, Ground = WaiverGround.RiskUnlikely, Citation = "LED art. 30(1)", Reasons = Words(),
        });
        Report report = await _made.ReportAsync();
        Assert.Equal((0, 1), (MadeLedgers.Count(report, "incident-clocks.kept.INC-LED-30-1"), MadeLedgers.Count(report, "incident-clocks.missed.INC-LED-30-1")));
        Assert.Equal(1, MadeLedgers.Count(report, "incident-notices.waived.supervisory-authority"));
    }

    [Fact]
    public async Task Training_counts_for_officers_in_standing_as_it_is_on_the_last_day()
    {
        OfficerId officer = OfficerId.Parse("o-jansen"), suspended = OfficerId.Parse("o-devries"), untrained = OfficerId.Parse("o-bakker");
        foreach ((OfficerId one, int proposal) in ((OfficerId, int)[])[(officer, 1), (suspended, 2), (untrained, 3)])
        {
            await EnrolAsync("officer:first-admin", new OfficerProposed { Command = Some.Command(), Officer = one, Proposal = proposal, Roles = [OfficerRole.Reviewer], Unit = "desk", Clearance = "H1" });
            await EnrolAsync("officer:second-admin", new OfficerApproved { Command = Some.Command(), Officer = one, Proposal = proposal });
        }

        await EnrolAsync("officer:first-admin", Trained(officer, "mla-basics", At.AddYears(1)), Trained(officer, "transfers-abroad", At.AddDays(2)), Trained(suspended, "mla-basics", At.AddYears(1)));
        await EnrolAsync("officer:first-admin", new OfficerSuspended { Command = Some.Command(), Officer = suspended });
        Report report = await _made.ReportAsync();

        Assert.Equal((1, 0, 1), Training(report, "mla-basics"));
        Assert.Equal((0, 1, 1), Training(report, "transfers-abroad"));
        Assert.Equal((0, 0, 2), Training(report, "undertaking"));
        Assert.Equal((3, 2, 1), (MadeLedgers.Count(report, "officers.done.approved"), MadeLedgers.Count(report, "officers.standing.approved"), MadeLedgers.Count(report, "officers.done.suspended")));
        Assert.Equal(1, MadeLedgers.Count(report, "officers.standing.suspended"));
    }

    [Fact]
    public async Task Assignments_and_conflicts_stand_until_they_lapse_or_end()
    {
        OfficerId officer = OfficerId.Parse("o-jansen");
        await EnrolAsync("officer:first-admin", new OfficerProposed { Command = Some.Command(), Officer = officer, Proposal = 1, Roles = [OfficerRole.Reviewer], Unit = "desk", Clearance = "H1" });
        await EnrolAsync("officer:second-admin", new OfficerApproved { Command = Some.Command(), Officer = officer, Proposal = 1 });
        CaseId other = CaseId.Of(TestAuthority.Partner, "another");
        await EnrolAsync("officer:first-admin", new OfficerAssigned { Command = Some.Command(), Officer = officer, Case = Some.Case }, new OfficerAssigned { Command = Some.Command(), Officer = officer, Case = other });
        await EnrolAsync("officer:first-admin", new AssignmentEnded { Command = Some.Command(), Officer = officer, Case = other }, new ConflictDeclared { Command = Some.Command(), Officer = officer, Case = other, Kind = ConflictKind.Personal });
        Report report = await _made.ReportAsync();
        Assert.Equal((2, 1), (MadeLedgers.Count(report, "officers.done.assigned"), MadeLedgers.Count(report, "officers.standing.assigned")));
        Assert.Equal((1, 1), (MadeLedgers.Count(report, "officers.done.conflict-declared"), MadeLedgers.Count(report, "officers.standing.conflict-declared")));
    }

    [Theory]
    [InlineData("operations.all.collection", true)]
    [InlineData("deadlines.missed.request.respond-by", true)]
    [InlineData("nonsense", false)]
    [InlineData("operations.all", false)]
    [InlineData("operations.nonsense.collection", false)]
    [InlineData("nonsense.all.collection", false)]
    public void A_figure_that_no_report_has_is_known_to_be_none(string figure, bool isOne) =>
        Assert.Equal(isOne, _made.Maker.Knows(figure, MadeLedgers.November));

    [Fact]
    public void A_clock_that_instruments_share_names_the_article_of_each()
    {
        string citation = new RuleTexts(PolicySet.Load()).Clock("request.respond-by")!.Value.Citation!;
        Assert.Contains("UNCAC art. 46(24)", citation, StringComparison.Ordinal);
        Assert.Contains("UNTOC art. 18(24)", citation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_glass_stands_until_a_second_person_reviewed_it()
    {
        OfficerId officer = OfficerId.Parse("o-jansen");
        await EnrolAsync("officer:first-admin", new OfficerProposed { Command = Some.Command(), Officer = officer, Proposal = 1, Roles = [OfficerRole.Reviewer], Unit = "desk", Clearance = "H1" });
        await EnrolAsync("officer:second-admin", new OfficerApproved { Command = Some.Command(), Officer = officer, Proposal = 1 });
        await EnrolAsync("officer:o-jansen", new GlassBroken { Command = Some.Command(), Officer = officer, Glass = 1, Case = Some.Case, Reasons = ItemId.Parse("request.glass-1"), Until = At.AddHours(4) });
        Assert.Equal(1, MadeLedgers.Count(await _made.ReportAsync(), "officers.standing.glass-broken"));
        await EnrolAsync("officer:o-dpo", new GlassReviewed { Command = Some.Command(), Officer = officer, Glass = 1, Outcome = GlassOutcome.Justified, Reasons = ItemId.Parse("request.glass-review-1") });
        Report report = await _made.ReportAsync();
        Assert.Equal((0, 1), (MadeLedgers.Count(report, "officers.standing.glass-broken"), MadeLedgers.Count(report, "officers.done.glass-reviewed")));
    }

    [Fact]
    public async Task Refused_calls_are_counted_by_rule_and_by_the_hour_of_a_caller()
    {
        CallRefused refused = new() { Command = Some.Command(), Act = "PostErasure", Rule = "ACC-ROLE", Hour = At, AtLeast = 1 };
        await _made.AddAsync("refusals", At, "officer:o-jansen", refused, refused with { Command = Some.Command(), AtLeast = 10 });
        await _made.AddAsync("refusals", At, "partner:de-bfj", refused with { Command = Some.Command() });
        Report report = await _made.ReportAsync();
        Assert.Equal((1, 1), (MadeLedgers.Count(report, "refusals-calls.officer.ACC-ROLE"), MadeLedgers.Count(report, "refusals-calls.partner.ACC-ROLE")));
        Assert.StartsWith("LED art. 29(2)", Assert.Single(report.Tables.Single(table => table.Id == "refusals-calls").Rows).Citation, StringComparison.Ordinal);
    }

    public void Dispose() => _made.Dispose();

    private static (long Valid, long Lapsed, long Missing) Training(Report report, string what) =>
        (MadeLedgers.Count(report, $"training.valid.{what}"), MadeLedgers.Count(report, $"training.lapsed.{what}"), MadeLedgers.Count(report, $"training.missing.{what}"));

    private static TrainingRecorded Trained(OfficerId officer, string course, DateTimeOffset until) => new()
    {
        Command = Some.Command(), Officer = officer, Course = course, Version = "1", PassedOn = new DateOnly(2026, 11, 1), ValidUntil = until, Evidence = EvidenceKind.Certificate, Reference = "made-up", Digest = null,
    };

    private static (long Kept, long Missed, long Running) Deadlines(Report report, string clock) =>
        (MadeLedgers.Count(report, $"deadlines.kept.{clock}"), MadeLedgers.Count(report, $"deadlines.missed.{clock}"), MadeLedgers.Count(report, $"deadlines.running.{clock}"));

    private static Deadline Clock(DateTimeOffset due) => new("eio.decide", due, "EIO art. 12(3)", [RequestAccepted.EventName, RequestRefused.EventName]);

    private static ItemConsulted Read() => new() { Command = Some.Command(), Item = CaseState.RequestItem, Justification = ItemId.Parse("request.reading-1") };

    private static RequestRefused Refused() => new()
    {
        Command = Some.Command(), Ground = "essential-interests", Citation = "UNCAC art. 46(21)(b)", Reasons = ItemId.Parse("request.decision-1"), Deadlines = [],
    };

    private static IncidentOpened Incident(IncidentId incident) => new()
    {
        Command = Some.Command(), Incident = incident, Cause = IncidentCause.BodyAltered, Severity = IncidentSeverity.High, Breach = true, Regime = LawRegime.Led, AwareAt = At,
        Case = Some.Case, Item = null, Partner = null, Officer = null, Words = null,
    };

    private static SealedWords Words() => new(Some.Case, ItemId.Parse("request.incident-1"));

    private static NoticeDrafted Drafted() => new()
    {
        Command = Some.Command(), Number = 1, Kind = NoticeKind.SupervisoryAuthority, Partner = null, Phase = 1, Digest = new string('7', 64), Document = Words(), IsComplete = true, SaysWhyLate = false,
    };

    private static ClockStarted Clock(string clock, DateTimeOffset due) => new()
    {
        Command = Some.Command(), Clock = clock, Notice = NoticeKind.SupervisoryAuthority, Partner = null, Due = due, RemindAt = due.AddHours(-24), Rule = "INC-LED-30-1",
        Citation = "LED art. 30(1)", Verified = true,
    };

    private Task EnrolAsync(string actor, params LedgerEvent[] events) => _made.AddAsync("officers", At, actor, events);

    private Task OfficerAsync(params LedgerEvent[] events) => _made.AddAsync(Case, At, "officer:o-jansen", events);

    private async Task ReceivedAsync(params Deadline[] deadlines)
    {
        await _made.AddAsync(Case, At, "partner:fr-pnf", Some.Opened("statement") with { Deadlines = deadlines }, Some.Sealed("request"), Some.Sealed("statement"));
        await _made.AddAsync(Case, At, "system:flow", new ReceiptIssued { Command = Some.Command(), Size = 3, Root = new string('5', 64), Statement = new string('6', 64) });
    }

    private async Task AcceptedAsync()
    {
        await ReceivedAsync();
        await OfficerAsync(new RequestAccepted { Command = Some.Command(), Ground = "complete-and-lawful", Citation = "UNCAC art. 46", Reasons = ItemId.Parse("request.decision-1"), Deadlines = [] });
    }

    private async Task HandedOverAsync(Func<TransferChecked, TransferChecked>? change = null)
    {
        await AcceptedAsync();
        TransferChecked check = SomeDisclosure.Checked(TransferOutcome.AllowedWithConditions) with
        {
            Facts = new() { ["recipientState"] = "US", ["data"] = new System.Text.Json.Nodes.JsonObject { ["categories"] = new System.Text.Json.Nodes.JsonArray("bank-records", "identity") } },
            Findings = [new("LED-37-1-B", "holds"), new("LED-35-1-A", "holds")],
            Conditions = ["document-transfer"],
        };
        await OfficerAsync(SomeDisclosure.Proposed(), change?.Invoke(check) ?? check, SomeDisclosure.Approved(), SomeDisclosure.Granted(), SomeDisclosure.Released(), SomeDisclosure.Manifest());
        await _made.AddAsync(Case, At, "partner:de-bfj", SomeDisclosure.Fetched());
    }
}
