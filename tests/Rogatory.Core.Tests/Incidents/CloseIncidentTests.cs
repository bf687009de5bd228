using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Risk;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Incidents;

public sealed class CloseIncidentTests
{
    private const string Why = "It was looked into, and this is so.";
    private static readonly OfficerId Dpo = OfficerId.Parse("o-dpo");
    private static readonly OfficerId Other = OfficerId.Parse("o-devries");
    private static readonly IncidentClosing Closing = new("A disk that failed.", "One body can't be read.", "It was restored by the partner.", "Bodies are compared each week.");

    [Fact]
    public async Task One_of_high_severity_is_closed_by_another_officer_than_the_one_who_proposed_that()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        IncidentState state = await WaivedAsync(scenario);
        Assert.Equal((false, true), Of(await authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None)));
        await Refused("own-closing", () => authority.CloseIncident.ApproveAsync(Dpo, state.Incident, 1, Why, CancellationToken.None));
        await Refused("own-closing", () => authority.CloseIncident.RejectAsync(Dpo, state.Incident, 1, Why, CancellationToken.None));
        await Refused("closing-not-possible", () => authority.CloseIncident.ProposeAsync(Other, state.Incident, Closing, CancellationToken.None));

        Assert.Equal((false, false), Of(await authority.CloseIncident.RejectAsync(Other, state.Incident, 1, Why, CancellationToken.None)));
        await Refused("closing-not-possible", () => authority.CloseIncident.ApproveAsync(Other, state.Incident, 1, Why, CancellationToken.None));
        await authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing with { Change = "Bodies are compared each day." }, CancellationToken.None);
        await Refused("closing-not-possible", () => authority.CloseIncident.ApproveAsync(Other, state.Incident, 1, Why, CancellationToken.None));
        await Refused("closing-not-possible", () => authority.CloseIncident.RejectAsync(Other, state.Incident, 3, Why, CancellationToken.None));
        IncidentState closed = await authority.CloseIncident.ApproveAsync(Other, state.Incident, 2, Why, CancellationToken.None);
        Assert.Equal((true, "officer:o-devries"), (closed.IsClosed, closed.ClosedBy));
        Assert.True(await authority.IncidentWords.HoldsAsync(closed.Closed!.Words, (Closing with { Change = "Bodies are compared each day." }).ToText(), CancellationToken.None));
        Assert.Empty(await authority.Incidents.ListAsync(CancellationToken.None));

        static (bool, bool) Of(IncidentState one) => (one.IsClosed, one.Closing is not null);
    }

    [Fact]
    public async Task A_closed_incident_counts_in_no_assessment_of_risk_and_wakes_its_case()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        RiskLevel before = (await AssessAsync(scenario)).Level;
        IncidentState state = await WaivedAsync(scenario);
        Assert.Contains("INCIDENT-IN-CASE", (await AssessAsync(scenario)).Rules);
        await scenario.Authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None);
        while (scenario.Authority.Queue.Take() is not null)
        {
        }

        await scenario.Authority.CloseIncident.ApproveAsync(Other, state.Incident, 1, Why, CancellationToken.None);
        Assert.Equal(scenario.Case, Woken(scenario).Last());
        RiskAssessed after = await AssessAsync(scenario);
        Assert.DoesNotContain("INCIDENT-IN-CASE", after.Rules);
        Assert.Equal(before, after.Level);
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task Work_that_stood_still_is_closed_by_one_officer()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await scenario.Authority.Incidents.RunAsync(new IncidentReport(IncidentCause.WorkPoisoned, new IncidentPlace(scenario.Case)), CancellationToken.None);
        Assert.True((await scenario.Authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None)).IsClosed);
        string before = await scenario.Authority.LedgerTextAsync(state.Incident.LedgerName);
        await scenario.Authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None);
        Assert.Equal(before, await scenario.Authority.LedgerTextAsync(state.Incident.LedgerName));
    }

    [Fact]
    public async Task None_is_closed_while_a_clock_runs_or_more_is_said_to_follow()
    {
        using var authority = new TestAuthority();
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.DataLost, new IncidentPlace(Some.Case)), CancellationToken.None);
        await Refused("incident-clock-running", () => authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None));
        (IncidentNotice first, _) = await authority.DraftNotice.RunAsync(Dpo, state.Incident, new NoticeDraft(NoticeKind.SupervisoryAuthority, null), CancellationToken.None);
        await authority.SendNotice.RunAsync(Dpo, state.Incident, 1, first.Drafted.Digest, NoticeChannel.Portal, null, CancellationToken.None);
        await Refused("notice-incomplete", () => authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None));
        (IncidentNotice second, _) = await authority.DraftNotice.RunAsync(
            Dpo, state.Incident, new NoticeDraft(NoticeKind.SupervisoryAuthority, null) { Consequences = "None that are known.", Measures = "It was restored." }, CancellationToken.None);
        await authority.SendNotice.RunAsync(Dpo, state.Incident, 2, second.Drafted.Digest, NoticeChannel.Portal, null, CancellationToken.None);
        Assert.True((await authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None)).IsClosed);
    }

    [Fact]
    public async Task Nothing_more_is_recorded_of_one_that_is_closed()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.Other, new IncidentPlace(scenario.Case)), CancellationToken.None);
        (IncidentNotice draft, _) = await authority.DraftNotice.RunAsync(Dpo, state.Incident, new NoticeDraft(NoticeKind.SupervisoryAuthority, null), CancellationToken.None);
        await authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None);
        await Refused("incident-closed", () => authority.CloseIncident.ProposeAsync(Other, state.Incident, Closing, CancellationToken.None));
        await Refused("incident-closed", () => authority.CloseIncident.ApproveAsync(Other, state.Incident, 1, Why, CancellationToken.None));
        await Refused("incident-closed", () => authority.DraftNotice.RunAsync(Dpo, state.Incident, new NoticeDraft(NoticeKind.PersonsConcerned, null), CancellationToken.None));
        await Refused("incident-closed", () => authority.SendNotice.RunAsync(Dpo, state.Incident, 1, draft.Drafted.Digest, NoticeChannel.Portal, null, CancellationToken.None));
        await Refused("incident-closed", () => authority.WaiveNotice.RunAsync(Dpo, state.Incident, new NoticeWaiver(NoticeKind.SupervisoryAuthority, null, WaiverGround.NoBreach, "LED art. 30(1)"), Why, CancellationToken.None));
        await Refused("incident-closed", () => authority.ContainIncident.RunAsync(Dpo, state.Incident, new ContainmentTarget(ContainmentMeasure.HoldErasure, scenario.Case), Why, CancellationToken.None));
        authority.Time.Advance(TimeSpan.FromDays(10));
        string before = await authority.LedgerTextAsync(state.Incident.LedgerName);
        await authority.WatchIncidents.RunAsync(CancellationToken.None);
        Assert.Equal(before, await authority.LedgerTextAsync(state.Incident.LedgerName));
    }

    [Theory]
    [InlineData("cause")]
    [InlineData("effect")]
    [InlineData("remedy")]
    [InlineData("change")]
    public async Task Each_of_the_four_has_to_be_said(string what)
    {
        using var authority = new TestAuthority();
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.WorkPoisoned, new IncidentPlace(Some.Case)), CancellationToken.None);
        IncidentClosing closing = what switch
        {
            "cause" => Closing with { Cause = "" },
            "effect" => Closing with { Effect = " none    " },
            "remedy" => Closing with { Remedy = new string('x', 5001) },
            _ => Closing with { Change = "one\u0007two three four" },
        };
        await Refused("closing-malformed", () => authority.CloseIncident.ProposeAsync(Dpo, state.Incident, closing, CancellationToken.None));
        await Refused("incident-not-found", () => authority.CloseIncident.ProposeAsync(Dpo, IncidentId.Of(IncidentCause.Other, new IncidentPlace(), 1), Closing, CancellationToken.None));
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task A_failure_of_storage_at_any_call_closes_once_and_the_register_says_so_with_the_next_look_at_the_latest(FaultMode mode)
    {
        bool struck = true;
        for (int call = 1; struck; call++)
        {
            var faults = new FaultPlan();
            using var authority = new TestAuthority(faults);
            IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.WorkPoisoned, new IncidentPlace()), CancellationToken.None);
            faults.Fail(faults.Calls + call, mode);
            try
            {
                await authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None);
            }
            catch (StorageUnavailableException)
            {
                authority.Restart();
                await authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None);
            }

            struck = faults.Struck;
            faults.Calm();
            Assert.Empty(await authority.Incidents.ListAsync(CancellationToken.None));
            Assert.Single((await authority.LedgerTextAsync(state.Incident.LedgerName)).Split('\n'), line => line.Contains(IncidentClosed.EventName, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Where_the_closing_was_interrupted_before_the_register_the_watch_settles_it()
    {
        using var authority = new TestAuthority();
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.WorkPoisoned, new IncidentPlace()), CancellationToken.None);
        byte[] register = await authority.Ledgers.ReadAsync(IncidentRegister.LedgerName, 0, CancellationToken.None);
        await authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None);
        authority.Ledgers.Tamper(IncidentRegister.LedgerName, register);
        authority.Restart();
        Assert.Empty(await authority.WatchIncidents.RunAsync(CancellationToken.None));
        Assert.Empty(await authority.Incidents.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task How_bad_an_incident_is_and_which_clocks_run_is_asked_of_the_ledgers_when_it_is_closed()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        var ready = await scenario.ReadyAsync();
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.AnomalySignal, new IncidentPlace(scenario.Case)), CancellationToken.None);
        Assert.Equal(IncidentSeverity.Medium, (await authority.WatchIncidents.LookAsync(state, CancellationToken.None)).Severity);
        await scenario.FetchAsync(ready.Id);
        IncidentState closing = await authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None);
        Assert.Equal((false, IncidentSeverity.High, true), (closing.IsClosed, closing.Severity, closing.Closing is not null));
    }

    [Fact]
    public async Task A_clock_that_begins_after_the_proposal_is_asked_about_before_another_officer_closes()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        OfficerId reader = OfficerId.Parse("o-reader");
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.UnauthorisedDisclosure, new IncidentPlace(Officer: reader)), CancellationToken.None);
        state = await authority.WatchIncidents.LookAsync(state, CancellationToken.None);
        foreach (ClockStarted clock in state.Clocks.Select(one => one.Started))
        {
            WaiverGround ground = clock.Notice == NoticeKind.PersonsConcerned ? WaiverGround.Unintelligible : WaiverGround.NoBreach;
            state = await authority.WaiveNotice.RunAsync(Dpo, state.Incident, new NoticeWaiver(clock.Notice, clock.Partner, ground, "LED art. 30(1)"), Why, CancellationToken.None);
        }

        await authority.CloseIncident.ProposeAsync(Dpo, state.Incident, Closing, CancellationToken.None);
        await authority.ConsultItem.RunAsync(reader, "s", scenario.Case, DisclosureScenario.Item, "To see what it says.", Some.Reviewer, CancellationToken.None);
        authority.Restart();
        await Refused("incident-clock-running", () => authority.CloseIncident.ApproveAsync(Other, state.Incident, 1, Why, CancellationToken.None));
        Assert.False((await authority.CloseIncident.RejectAsync(Other, state.Incident, 1, Why, CancellationToken.None)).IsClosed);
    }

    [Fact]
    public async Task Whom_an_incident_is_about_takes_no_part_in_it()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.UnauthorisedAccess, new IncidentPlace(scenario.Case, Officer: Dpo)), CancellationToken.None);
        (IncidentNotice draft, _) = await authority.DraftNotice.RunAsync(Other, state.Incident, new NoticeDraft(NoticeKind.SupervisoryAuthority, null), CancellationToken.None);
        await RefusesAsync(state, draft);
        await authority.CloseIncident.ProposeAsync(Other, (await WaivedAsync(scenario)).Incident, Closing, CancellationToken.None);

        // So does whom it suspended, though that was lifted since.
        IncidentState other = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.Other, new IncidentPlace(scenario.Case)), CancellationToken.None);
        var authorize = new AuthorizeOfficer(authority.Officers, EnrolledOfficers.Founders);
        OfficerId admin = OfficerId.Parse("o-admin");
        await authorize.ApproveAsync(OfficerId.Parse("o-second"), Dpo, await authorize.ProposeAsync(admin, Dpo, [OfficerRole.Dpo], "desk", "H3", CancellationToken.None), CancellationToken.None);
        await authority.ContainIncident.RunAsync(admin, other.Incident, new ContainmentTarget(ContainmentMeasure.SuspendOfficer, Officer: Dpo), Why, CancellationToken.None);
        await authorize.ApproveAsync(OfficerId.Parse("o-second"), Dpo, await authorize.ProposeAsync(admin, Dpo, [OfficerRole.Dpo], "desk", "H3", CancellationToken.None), CancellationToken.None);
        (draft, _) = await authority.DraftNotice.RunAsync(Other, other.Incident, new NoticeDraft(NoticeKind.SupervisoryAuthority, null), CancellationToken.None);
        await RefusesAsync(other, draft);

        async Task RefusesAsync(IncidentState of, IncidentNotice notice)
        {
            await Refused("own-incident", () => authority.CloseIncident.ProposeAsync(Dpo, of.Incident, Closing, CancellationToken.None));
            await Refused("own-incident", () => authority.CloseIncident.ApproveAsync(Dpo, of.Incident, 1, Why, CancellationToken.None));
            await Refused("own-incident", () => authority.CloseIncident.RejectAsync(Dpo, of.Incident, 1, Why, CancellationToken.None));
            await Refused("own-incident", () => authority.DraftNotice.RunAsync(Dpo, of.Incident, new NoticeDraft(NoticeKind.SupervisoryAuthority, null), CancellationToken.None));
            await Refused("own-incident", () => authority.SendNotice.RunAsync(Dpo, of.Incident, notice.Drafted.Number, notice.Drafted.Digest, NoticeChannel.Portal, null, CancellationToken.None));
            await Refused("own-incident", () => authority.WaiveNotice.RunAsync(Dpo, of.Incident, new NoticeWaiver(NoticeKind.SupervisoryAuthority, null, WaiverGround.NoBreach, "LED art. 30(1)"), Why, CancellationToken.None));
            await Refused("own-incident", () => authority.ContainIncident.RunAsync(Dpo, of.Incident, new ContainmentTarget(ContainmentMeasure.HoldErasure, scenario.Case), Why, CancellationToken.None));
        }
    }

    private static async Task<IncidentState> WaivedAsync(DisclosureScenario scenario)
    {
        TestAuthority authority = scenario.Authority;
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.BodyMissing, new IncidentPlace(scenario.Case, DisclosureScenario.Item)), CancellationToken.None);
        state = await authority.WatchIncidents.LookAsync(state, CancellationToken.None);
        foreach (IncidentClock clock in state.Clocks)
            state = await authority.WaiveNotice.RunAsync(Dpo, state.Incident, new NoticeWaiver(clock.Started.Notice, clock.Started.Partner, WaiverGround.NoBreach, "LED art. 30(1)"), Why, CancellationToken.None);
        return state;
    }

    private static async Task<RiskAssessed> AssessAsync(DisclosureScenario scenario)
    {
        scenario.Authority.Time.Advance(TimeSpan.FromHours(2));
        await scenario.RunAsync();
        return (await scenario.Authority.StateAsync(scenario.Case)).Risk.Newest!;
    }

    private static IEnumerable<CaseId> Woken(DisclosureScenario scenario)
    {
        while (scenario.Authority.Queue.Take() is { } one)
            yield return one.Case;
    }

    private static async Task Refused(string slug, Func<Task> act) => Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(act)).Slug);
}
