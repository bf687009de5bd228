using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Incidents;

/// <summary>What others do at the same time, and what a program that died left half done.</summary>
public sealed class IncidentRaceTests
{
    private const string Why = "Looked at by two of us, with this result.";
    private static readonly OfficerId Dpo = OfficerId.Parse("o-dpo");
    private static readonly IncidentClosing Closing = new("A disk that failed.", "One body can't be read.", "It was restored by the partner.", "Bodies are compared each week.");

    [Fact]
    public async Task What_is_reported_while_an_incident_is_being_closed_opens_another_and_is_not_lost()
    {
        bool happened = true;
        var words = new SealedWords(Some.Case, ItemId.Parse("request.incident-0123456789ab"));
        for (int call = 1; happened; call++)
        {
            var plan = new FaultPlan();
            using var authority = new TestAuthority(plan);
            IncidentState first = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.Other, new IncidentPlace()), CancellationToken.None);
            CloseIncident elsewhere = authority.CloseIncident;
            authority.Restart();
            happened = false;
            plan.AfterCall(plan.Calls + call, async () =>
            {
                happened = true;
                await elsewhere.ProposeAsync(Dpo, first.Incident, Closing, CancellationToken.None);
            });
            IncidentState met = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.Other, new IncidentPlace(), "officer:o-jansen") { Words = words }, CancellationToken.None);
            plan.Calm();
            Assert.Equal(words, Assert.Single((await authority.IncidentJournal.GetAsync(met.Incident, CancellationToken.None)).Reports));
        }
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task A_report_that_is_sent_again_after_a_failure_at_any_call_is_on_record_once(FaultMode mode)
    {
        bool struck = true;
        for (int call = 1; struck; call++)
        {
            var plan = new FaultPlan();
            using var authority = new TestAuthority(plan);
            CaseId @case = await authority.ReceivedAsync(("statement", [1, 2, 3]));
            plan.Fail(plan.Calls + call, mode);
            IncidentState state = await authority.EventuallyAsync(() => authority.ReportIncident.ByOfficerAsync(
                Dpo, IncidentCause.Other, new IncidentPlace(@case), LawRegime.Led, null, Why, CancellationToken.None));
            struck = plan.Struck;
            plan.Calm();
            Assert.Equal((1, 0), ((await authority.IncidentJournal.GetAsync(state.Incident, CancellationToken.None)).Reports.Count, state.Sightings));
            Assert.Single(await authority.Incidents.ListAsync(CancellationToken.None));
        }
    }

    [Theory]
    [InlineData(ContainmentMeasure.HoldErasure)]
    [InlineData(ContainmentMeasure.SuspendPartner)]
    [InlineData(ContainmentMeasure.RotateKeys)]
    [InlineData(ContainmentMeasure.WithdrawDisclosures)]
    public async Task A_measure_that_is_taken_again_after_a_failure_at_any_call_is_taken_once(ContainmentMeasure measure)
    {
        bool struck = true;
        for (int call = 1; struck; call++)
        {
            var plan = new FaultPlan();
            using DisclosureScenario scenario = await DisclosureScenario.StartAsync(plan);
            TestAuthority authority = scenario.Authority;
            await scenario.ProposeAsync();
            IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.Other, new IncidentPlace(scenario.Case)), CancellationToken.None);
            var target = new ContainmentTarget(measure, measure is ContainmentMeasure.HoldErasure or ContainmentMeasure.WithdrawDisclosures ? scenario.Case : null, measure == ContainmentMeasure.SuspendPartner ? TestAuthority.Partner : null);
            plan.Fail(plan.Calls + call, FaultMode.AnswerLost);
            state = await authority.EventuallyAsync(() => authority.ContainIncident.RunAsync(Dpo, state.Incident, target, Why, CancellationToken.None));
            struck = plan.Struck;
            plan.Calm();
            CaseState held = await authority.StateAsync(scenario.Case);
            Assert.Single(state.Measures);
            Assert.InRange(held.Retention.Holds.Count, 0, 1);
            Assert.InRange((await authority.KeyRegister.GetAsync(CancellationToken.None)).Newest?.Number ?? 0, 0, 1);
            Assert.Equal(measure == ContainmentMeasure.WithdrawDisclosures, !held.Disclosures[0].IsUnderWay);
        }
    }

    [Fact]
    public async Task A_draft_that_is_overtaken_by_a_notice_of_its_phase_is_refused()
    {
        var plan = new FaultPlan();
        using var authority = new TestAuthority(plan);
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.DataLost, new IncidentPlace()), CancellationToken.None);
        var draft = new NoticeDraft(NoticeKind.SupervisoryAuthority, null);
        (IncidentNotice first, _) = await authority.DraftNotice.RunAsync(Dpo, state.Incident, draft, CancellationToken.None);
        SendNotice elsewhere = authority.SendNotice;
        authority.Restart();
        plan.After("vault", () => elsewhere.RunAsync(Dpo, state.Incident, 1, first.Drafted.Digest, NoticeChannel.Portal, null, CancellationToken.None));
        await Refused("notice-superseded", () => authority.DraftNotice.RunAsync(Dpo, state.Incident, draft with { Measures = "Nothing yet." }, CancellationToken.None));
        (IncidentNotice next, NoticeDocument document) = await authority.DraftNotice.RunAsync(Dpo, state.Incident, draft with { Measures = "Nothing yet." }, CancellationToken.None);
        Assert.Equal((2, 2), (next.Drafted.Phase, document.Content["phase"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_broken_ledger_of_an_incident_keeps_the_program_from_no_other_even_where_it_is_the_one_about_broken_ledgers()
    {
        using var authority = new TestAuthority();
        IncidentState lost = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.BodyMissing, new IncidentPlace(Some.Case)), CancellationToken.None);
        await authority.Incidents.RunAsync(IncidentCause.LedgerBroken, @case: null, CancellationToken.None);
        IncidentState last = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.DataLost, new IncidentPlace()), CancellationToken.None);
        foreach (IncidentOpened one in (await authority.Incidents.ListAsync(CancellationToken.None)).Where(one => one.Incident != last.Incident))
            authority.Ledgers.Tamper(one.Incident.LedgerName, "nonsense\n"u8.ToArray());
        authority.Restart();
        authority.Time.Advance(TimeSpan.FromHours(80));
        Assert.Equal(last.Incident, Assert.Single(await authority.WatchIncidents.RunAsync(CancellationToken.None)).Incident);
        await authority.Incidents.RunAsync(IncidentCause.BodyMissing, Some.Case, CancellationToken.None);
        Assert.Equal(lost.Incident, (await authority.Incidents.ListAsync(CancellationToken.None))[0].Incident);
    }

    [Fact]
    public async Task Reasons_that_are_sealed_in_a_case_whose_ledger_broke_since_keep_nobody_from_giving_more()
    {
        using var authority = new TestAuthority();
        CaseId @case = await authority.ReceivedAsync(("statement", [1, 2, 3]));
        IncidentState state = await ReportAsync(authority, @case, Why);
        authority.Ledgers.Tamper(@case.ToString(), "nonsense\n"u8.ToArray());
        authority.Restart();
        IncidentState again = await ReportAsync(authority, @case, "And the ledger of the case does not hold.");
        Assert.Equal((state.Incident, 2), (again.Incident, again.Reports.Count));
    }

    [Fact]
    public async Task A_glass_is_broken_in_an_emergency_though_the_ledger_of_its_incident_does_not_hold_together()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        var authorize = new AuthorizeOfficer(scenario.Authority.Officers, EnrolledOfficers.Founders);
        OfficerId officer = OfficerId.Parse("o-night");
        int proposal = await authorize.ProposeAsync(OfficerId.Parse("o-admin"), officer, [OfficerRole.Reviewer], "desk", "H3", CancellationToken.None);
        await authorize.ApproveAsync(OfficerId.Parse("o-second"), officer, proposal, CancellationToken.None);
        var report = new IncidentReport(IncidentCause.GlassBroken, new IncidentPlace(scenario.Case, Officer: officer));
        IncidentId incident = (await scenario.Authority.Incidents.RunAsync(report, CancellationToken.None)).Incident;
        scenario.Authority.Ledgers.Tamper(incident.LedgerName, "nonsense\n"u8.ToArray());
        scenario.Authority.Restart();
        Assert.Equal(scenario.Case, (await scenario.Authority.Glass.BreakAsync(officer, scenario.Case, Why, CancellationToken.None)).Broken.Case);
        Assert.Equal(incident, await scenario.Authority.Incidents.MeetAsync(report, CancellationToken.None));
    }

    private static Task<IncidentState> ReportAsync(TestAuthority authority, CaseId @case, string said) =>
        authority.ReportIncident.ByOfficerAsync(Dpo, IncidentCause.Other, new IncidentPlace(@case), LawRegime.Led, null, said, CancellationToken.None);

    private static async Task Refused(string slug, Func<Task> act) => Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(act)).Slug);
}
