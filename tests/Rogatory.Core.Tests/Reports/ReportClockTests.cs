using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Intake;
using Rogatory.Core.Receipt;
using Rogatory.Core.Reports;
using Rogatory.Core.Review;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Reports;

/// <summary>Each clock is counted once: kept, missed or running, in one of the periods that follow one another.</summary>
public sealed class ReportClockTests : IDisposable
{
    private const string Receipt = "home.collection-receipt";
    private static readonly string Case = Some.Case.ToString();
    private static readonly DateTimeOffset At = Some.Time;
    private static readonly DateTimeOffset EndOfNovember = new(2026, 11, 30, 23, 59, 59, 999, TimeSpan.Zero);
    private static readonly ReportPeriod November = MadeLedgers.November;
    private static readonly ReportPeriod December = new(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31));
    private static readonly IncidentId Incident = IncidentId.Of(IncidentCause.BodyAltered, new IncidentPlace(Some.Case), 1);

    private readonly MadeLedgers _made = new();

    [Theory]
    [InlineData(7, 1, 0)]
    [InlineData(-7, 0, 1)]
    public async Task Where_the_last_day_is_still_to_come_a_clock_is_missed_once_it_ran_out_and_no_sooner(int hours, int running, int missed)
    {
        _made.Time.Now = At.AddDays(2);
        await OpenAsync(At.AddDays(2).AddHours(hours));
        await _made.AddAsync(Incident.LedgerName, At, "system:patrol", Opened(), Started(At.AddDays(2).AddHours(hours)));
        Assert.Equal((0, missed, running), await CountAsync("deadlines", "eio.decide", November));
        Assert.Equal((0, missed, running), await CountAsync("incident-clocks", "INC-LED-30-1", November));
    }

    [Fact]
    public async Task Where_the_last_day_is_still_to_come_a_course_counts_while_it_is_valid()
    {
        OfficerId officer = OfficerId.Parse("o-jansen");
        _made.Time.Now = At.AddDays(2);
        await _made.AddAsync("officers", At, "officer:first-admin", new OfficerProposed { Command = Some.Command(), Officer = officer, Proposal = 1, Roles = [OfficerRole.Reviewer], Unit = "desk", Clearance = "H1" });
        await _made.AddAsync("officers", At, "officer:second-admin", new OfficerApproved { Command = Some.Command(), Officer = officer, Proposal = 1 });
        await _made.AddAsync("officers", At, "officer:first-admin", new TrainingRecorded
        {
            Command = Some.Command(), Officer = officer, Course = "mla-basics", Version = "1", PassedOn = new DateOnly(2026, 11, 1), ValidUntil = At.AddDays(3), Evidence = EvidenceKind.Certificate, Reference = "made-up", Digest = null,
        });
        Assert.Equal(1, MadeLedgers.Count(await _made.ReportAsync(), "training.valid.mla-basics"));
        _made.Time.Now = At.AddDays(4);
        Assert.Equal(1, MadeLedgers.Count(await _made.ReportAsync(), "training.lapsed.mla-basics"));
    }

    [Fact]
    public async Task A_clock_that_runs_out_in_the_last_instant_is_missed_in_that_period_alone_though_it_is_written_down_in_the_next()
    {
        await OpenAsync(EndOfNovember);
        await _made.AddAsync(Case, EndOfNovember.AddMinutes(5), "system:flow", new DeadlineMissed { Command = Some.Command(), Clock = "eio.decide", Due = EndOfNovember });
        await _made.AddAsync(Incident.LedgerName, At, "system:patrol", Opened(), Started(EndOfNovember));
        await _made.AddAsync(Incident.LedgerName, EndOfNovember.AddMinutes(5), "system:incidents", new ClockMissed { Command = Some.Command(), Clock = "supervisory-authority", Due = EndOfNovember });
        foreach ((string table, string row) in ((string, string)[])[("deadlines", "eio.decide"), ("incident-clocks", "INC-LED-30-1")])
        {
            Assert.Equal((0, 1, 0), await CountAsync(table, row, November));
            Assert.Equal((0, 0, 0), await CountAsync(table, row, December));
            Assert.Equal((0, 1, 0), await CountAsync(table, row, new ReportPeriod(November.From, December.To)));
        }
    }

    [Fact]
    public async Task A_clock_that_nobody_stops_is_missed_in_the_period_in_which_it_ran_out_alone()
    {
        await OpenAsync(EndOfNovember);
        await _made.AddAsync(Incident.LedgerName, At, "system:patrol", Opened(), Started(EndOfNovember));
        _made.Time.Now = EndOfNovember.AddDays(90);
        foreach ((string table, string row) in ((string, string)[])[("deadlines", "eio.decide"), ("incident-clocks", "INC-LED-30-1")])
        {
            Assert.Equal((0, 1, 0), await CountAsync(table, row, November));
            Assert.Equal((0, 0, 0), await CountAsync(table, row, December));
        }
    }

    [Fact]
    public async Task A_clock_that_is_stopped_too_late_in_the_next_period_is_missed_in_the_one_in_which_it_ran_out()
    {
        await OpenAsync(EndOfNovember);
        await _made.AddAsync(Case, EndOfNovember.AddDays(3), "officer:o-jansen", Refused());
        Assert.Equal((0, 1, 0), await CountAsync("deadlines", "eio.decide", November));
        Assert.Equal((0, 0, 0), await CountAsync("deadlines", "eio.decide", December));
    }

    [Fact]
    public async Task A_clock_that_is_stopped_in_time_runs_until_then_and_is_kept_where_it_was_stopped()
    {
        await OpenAsync(EndOfNovember.AddDays(20));
        await _made.AddAsync(Case, EndOfNovember.AddDays(3), "officer:o-jansen", Refused());
        Assert.Equal((0, 0, 1), await CountAsync("deadlines", "eio.decide", November));
        Assert.Equal((1, 0, 0), await CountAsync("deadlines", "eio.decide", December));
    }

    [Fact]
    public async Task A_clock_that_is_stopped_at_the_very_instant_it_runs_out_is_kept()
    {
        await OpenAsync(At.AddDays(1));
        await _made.AddAsync(Case, At.AddDays(1), "officer:o-jansen", Refused());
        Assert.Equal((1, 0, 0), await CountAsync("deadlines", "eio.decide", November));
    }

    [Theory]
    [InlineData(-1, 1, 0)]
    [InlineData(1, 0, 1)]
    public async Task A_clock_that_is_known_to_run_only_after_its_notice_was_sent_is_stopped_by_that_notice(int hoursAfterDue, long kept, long missed)
    {
        DateTimeOffset due = At.AddDays(1);
        var drafted = new NoticeDrafted
        {
            Command = Some.Command(), Number = 1, Kind = NoticeKind.SupervisoryAuthority, Partner = null, Phase = 1, Digest = new string('7', 64),
            Document = new SealedWords(Some.Case, ItemId.Parse("request.incident-notice-1")), IsComplete = true, SaysWhyLate = true,
        };
        var sent = new NoticeSent { Command = Some.Command(), Number = 1, Digest = drafted.Digest, Channel = NoticeChannel.Portal, SentAt = due.AddHours(hoursAfterDue) };
        await _made.AddAsync(Incident.LedgerName, At, "officer:o-jansen", Opened(), drafted);
        await _made.AddAsync(Incident.LedgerName, sent.SentAt, "officer:o-jansen", sent, Started(due));
        Assert.Equal((kept, missed, 0), await CountAsync("incident-clocks", "INC-LED-30-1", November));
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("ended")]
    [InlineData("recalled")]
    public async Task Nobody_misses_the_receipt_of_a_disclosure_that_was_withdrawn_ended_or_recalled(string how)
    {
        await OpenAsync(At.AddYears(1));
        await _made.AddAsync(Case, At, "officer:o-jansen", new RequestAccepted { Command = Some.Command(), Ground = "complete-and-lawful", Citation = "UNCAC art. 46", Reasons = ItemId.Parse("request.decision-1"), Deadlines = [] },
            SomeDisclosure.Proposed(), SomeDisclosure.Checked(TransferOutcome.Allowed), SomeDisclosure.Approved(), SomeDisclosure.Granted(), SomeDisclosure.Released(), SomeDisclosure.Manifest() with { ReceiptDue = At.AddDays(2) });
        Assert.Equal((0, 1, 0), await CountAsync("deadlines", Receipt, November));
        LedgerEvent[] after = how switch
        {
            "withdrawn" => [SomeDisclosure.Withdrawn()],
            "ended" => [SomeDisclosure.Ended()],
            _ => [SomeDisclosure.Fetched(), SomeDisclosure.Recalled()],
        };
        await _made.AddAsync(Case, At.AddDays(1), "officer:o-jansen", after);
        Assert.Equal((0, 0, 0), await CountAsync("deadlines", Receipt, November));
    }

    public void Dispose() => _made.Dispose();

    private static IncidentOpened Opened() => new()
    {
        Command = Some.Command(), Incident = Incident, Cause = IncidentCause.BodyAltered, Severity = IncidentSeverity.High, Breach = true, Regime = LawRegime.Led, AwareAt = At,
        Case = Some.Case, Item = null, Partner = null, Officer = null, Words = null,
    };

    private static ClockStarted Started(DateTimeOffset due) => new()
    {
        Command = Some.Command(), Clock = "supervisory-authority", Notice = NoticeKind.SupervisoryAuthority, Partner = null, Due = due, RemindAt = due.AddHours(-24), Rule = "INC-LED-30-1",
        Citation = "LED art. 30(1)", Verified = true,
    };

    private static RequestRefused Refused() => new()
    {
        Command = Some.Command(), Ground = "essential-interests", Citation = "UNCAC art. 46(21)(b)", Reasons = ItemId.Parse("request.decision-1"), Deadlines = [],
    };

    private async Task OpenAsync(DateTimeOffset due)
    {
        var clock = new Deadline("eio.decide", due, "EIO art. 12(3)", [RequestAccepted.EventName, RequestRefused.EventName]);
        await _made.AddAsync(Case, At, "partner:fr-pnf", Some.Opened("statement") with { Deadlines = [clock] }, Some.Sealed("request"), Some.Sealed("statement"));
        await _made.AddAsync(Case, At, "system:flow", new ReceiptIssued { Command = Some.Command(), Size = 3, Root = new string('5', 64), Statement = new string('6', 64) });
    }

    private async Task<(long Kept, long Missed, long Running)> CountAsync(string table, string row, ReportPeriod period)
    {
        Report report = await _made.ReportAsync(period);
        return (MadeLedgers.Count(report, $"{table}.kept.{row}"), MadeLedgers.Count(report, $"{table}.missed.{row}"), MadeLedgers.Count(report, $"{table}.running.{row}"));
    }
}
