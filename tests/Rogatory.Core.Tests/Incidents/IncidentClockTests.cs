using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Policy;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Incidents;

public sealed class IncidentClockTests
{
    private const string Authority = "supervisory-authority";

    [Fact]
    public async Task Somebody_is_reminded_once_before_a_clock_runs_out_and_its_running_out_is_said_once()
    {
        using var authority = new TestAuthority();
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.DataLost, new IncidentPlace(Some.Case)), CancellationToken.None);
        Assert.Empty(await LookAsync(authority, TimeSpan.FromHours(47)));
        Assert.False((await ClockAsync(authority, state, Authority)).IsReminded);
        Assert.Equal(new WatchedClock(state.Incident, Authority, IsMissed: false), Assert.Single(await LookAsync(authority, TimeSpan.FromHours(2))));
        Assert.Equal((true, false), Of(await ClockAsync(authority, state, Authority)));
        Assert.Equal(new WatchedClock(state.Incident, Authority, IsMissed: true), Assert.Single(await LookAsync(authority, TimeSpan.FromHours(23))));
        Assert.Equal((true, true), Of(await ClockAsync(authority, state, Authority)));
        string before = await authority.LedgerTextAsync(state.Incident.LedgerName);
        Assert.Empty(await LookAsync(authority, TimeSpan.FromHours(100)));
        Assert.Equal(before, await authority.LedgerTextAsync(state.Incident.LedgerName));
    }

    [Fact]
    public async Task A_clock_that_passes_while_the_program_is_down_is_said_to_have_passed_at_its_next_start_and_nobody_is_reminded_of_it()
    {
        using var authority = new TestAuthority();
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.BodyMissing, new IncidentPlace(Some.Case)), CancellationToken.None);
        authority.Time.Advance(TimeSpan.FromDays(10));
        authority.Restart();
        await authority.WatchIncidents.RunAsync(CancellationToken.None);
        Assert.Equal((false, true), Of(await ClockAsync(authority, state, Authority)));
        Assert.Contains($"\"due\":\"{state.Clocks[0].Started.Due.UtcDateTime:yyyy-MM-ddTHH:mm:ss}", await authority.LedgerTextAsync(state.Incident.LedgerName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_affected_is_worked_out_from_the_ledgers_with_whom_it_came_from_and_whether_a_key_left_us()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario, new IncidentPlace(scenario.Case, DisclosureScenario.Item), IncidentCause.Other);
        EffectsFound effects = (await WatchAsync(scenario, state)).Effects!;
        Assert.Equal(new AffectedItem(scenario.Case, DisclosureScenario.Item), Assert.Single(effects.Items));
        Assert.Equal((1, false), (effects.Records, effects.Keys.Any()));
        Assert.Contains("bank-records", effects.Categories);
        AffectedPartner partner = Assert.Single(effects.Partners);
        Assert.Equal((TestAuthority.Partner, true, false), (partner.Partner, partner.Sent, partner.Received));

        DisclosureState ready = await scenario.ReadyAsync();
        await scenario.FetchAsync(ready.Id);
        effects = (await WatchAsync(scenario, state)).Effects!;
        Assert.Equal(ready.Id, Assert.Single(effects.Keys));
        Assert.True(Assert.Single(effects.Partners).Received);
        Assert.Contains("key-left", effects.Facts);
    }

    [Fact]
    public async Task A_device_that_is_lost_starts_the_clock_for_the_persons_and_data_that_are_only_gone_do_not()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        foreach ((IncidentCause cause, bool expected) in ((IncidentCause, bool)[])[(IncidentCause.DeviceLost, true), (IncidentCause.DataLost, false)])
        {
            IncidentState state = await WatchAsync(scenario, await OpenAsync(scenario, new IncidentPlace(scenario.Case, DisclosureScenario.Item), cause));
            Assert.Equal(expected, state.Find("persons-concerned") is not null);
        }
    }

    [Fact]
    public async Task A_key_to_another_item_of_the_case_is_none_to_what_is_affected()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await scenario.FetchAsync((await scenario.ReadyAsync()).Id);
        IncidentState state = await WatchAsync(scenario, await OpenAsync(scenario, new IncidentPlace(scenario.Case, CaseState.RequestItem)));
        Assert.Equal((1, 0), (state.Effects!.Records, state.Effects.Keys.Count));
        Assert.False(Assert.Single(state.Effects.Partners).Received);
    }

    [Fact]
    public async Task A_controller_of_another_Member_State_that_the_data_came_from_has_a_clock_of_its_own()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await WatchAsync(scenario, await OpenAsync(scenario, new IncidentPlace(scenario.Case)));
        ClockStarted clock = state.Find($"partner-controller:{TestAuthority.Partner}")!.Started;
        Assert.Equal(("LED art. 30(6)", TestAuthority.Partner, false), (clock.Citation, clock.Partner!.Value, clock.Verified));
        Assert.Null(state.Find($"transferring-party:{TestAuthority.Partner}"));
    }

    [Theory]
    [InlineData("NL")]
    [InlineData("US")]
    public async Task Neither_an_authority_of_our_own_state_nor_one_outside_the_directive_has_such_a_clock(string state)
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await scenario.RegisterAsync(StateCode.Parse(state));
        IncidentState opened = await WatchAsync(scenario, await OpenAsync(scenario, new IncidentPlace(scenario.Case)));
        Assert.DoesNotContain(opened.Clocks, one => one.Started.Notice == NoticeKind.PartnerController);
    }

    [Fact]
    public async Task A_breach_of_high_severity_starts_the_clock_to_the_persons_and_one_of_medium_does_not()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState told = await scenario.Authority.Incidents.RunAsync(
            new IncidentReport(IncidentCause.UnauthorisedDisclosure, new IncidentPlace(scenario.Case)), CancellationToken.None);
        Assert.NotNull(told.Find("persons-concerned"));
        Assert.NotNull((await OpenAsync(scenario, new IncidentPlace(scenario.Case))).Find("persons-concerned"));
        Assert.Null((await OpenAsync(scenario, new IncidentPlace(scenario.Case), IncidentCause.DataAltered)).Find("persons-concerned"));
    }

    [Fact]
    public async Task An_incident_about_an_officer_concerns_what_that_officer_read_in_every_case()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        CaseId other = await scenario.Authority.ReceivedAsync("PNF-2026-0999", ("letter", [1, 2, 3]));
        await scenario.Authority.ReceivedAsync("PNF-2026-1000", ("letter", [1, 2, 3]));
        OfficerId reader = OfficerId.Parse("o-jansen");
        foreach ((CaseId @case, string item) in ((CaseId, string)[])[(scenario.Case, "statement"), (other, "letter")])
            await scenario.Authority.ConsultItem.RunAsync(reader, "s", @case, ItemId.Parse(item), "To see what it says.", new HashSet<OfficerRole> { OfficerRole.Reviewer }, CancellationToken.None);

        IncidentState state = await WatchAsync(scenario, await OpenAsync(scenario, new IncidentPlace(Officer: reader)));
        Assert.Equal(
            new[] { $"{scenario.Case}/statement", $"{other}/letter" }.Order(StringComparer.Ordinal),
            state.Effects!.Items.Select(one => $"{one.Case}/{one.Item}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_an_officer_read_is_looked_for_again_in_the_ledgers_that_grew_alone()
    {
        var calls = new FaultPlan();
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync(calls);
        for (int at = 0; at < 5; at++)
            await scenario.Authority.ReceivedAsync($"PNF-2026-{at:0000}", ("letter", [1, 2, 3]));
        OfficerId reader = OfficerId.Parse("o-jansen");
        IncidentState state = await OpenAsync(scenario, new IncidentPlace(Officer: reader));
        int first = await CallsAsync(), second = await CallsAsync();
        Assert.InRange(first - second, 6, 100);
        await scenario.Authority.ConsultItem.RunAsync(
            reader, "s", scenario.Case, DisclosureScenario.Item, "To see what it says.", new HashSet<OfficerRole> { OfficerRole.Reviewer }, CancellationToken.None);
        await CallsAsync();
        Assert.Equal(DisclosureScenario.Item, Assert.Single((await scenario.Authority.IncidentJournal.GetAsync(state.Incident, CancellationToken.None)).Effects!.Items).Item);

        async Task<int> CallsAsync()
        {
            scenario.Authority.Time.Advance(TimeSpan.FromHours(1));
            int before = calls.Calls;
            await scenario.Authority.WatchIncidents.RunAsync(CancellationToken.None);
            return calls.Calls - before;
        }
    }

    [Fact]
    public async Task Of_two_hosts_that_look_at_once_one_tells()
    {
        var plan = new FaultPlan();
        for (int call = 1; call <= 8; call++)
        {
            using var authority = new TestAuthority(plan);
            await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.DataLost, new IncidentPlace(Some.Case)), CancellationToken.None);
            authority.Time.Advance(TimeSpan.FromHours(80));
            WatchIncidents elsewhere = authority.WatchIncidents;
            authority.Restart();
            List<WatchedClock> told = [];
            plan.AfterCall(plan.Calls + call, async () => told.AddRange(await elsewhere.RunAsync(CancellationToken.None)));
            told.AddRange(await authority.WatchIncidents.RunAsync(CancellationToken.None));
            plan.Calm();
            Assert.Single(told);
        }
    }

    [Fact]
    public async Task An_incident_about_a_partner_concerns_what_was_handed_to_it()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        DisclosureState ready = await scenario.ReadyAsync();
        await scenario.FetchAsync(ready.Id);
        await scenario.RunAsync();
        IncidentState state = await WatchAsync(scenario, await OpenAsync(scenario, new IncidentPlace(Partner: TestAuthority.Partner), IncidentCause.KeyCompromised));
        Assert.Equal(DisclosureScenario.Item, Assert.Single(state.Effects!.Items).Item);
        Assert.Equal(IncidentSeverity.High, state.Severity);
    }

    [Fact]
    public async Task A_case_whose_ledger_is_not_there_is_named_as_not_read()
    {
        using var authority = new TestAuthority();
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.LedgerShrunk, new IncidentPlace(Some.Case)), CancellationToken.None);
        await authority.WatchIncidents.RunAsync(CancellationToken.None);
        Assert.Equal(Some.Case, Assert.Single((await authority.IncidentJournal.GetAsync(state.Incident, CancellationToken.None)).Effects!.Unread));
    }

    [Fact]
    public async Task A_broken_ledger_of_one_incident_keeps_nobody_from_the_others()
    {
        using var authority = new TestAuthority();
        IncidentState broken = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.DataLost, new IncidentPlace(Some.Case)), CancellationToken.None);
        IncidentState other = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.DataLost, new IncidentPlace()), CancellationToken.None);
        byte[] ledger = await authority.Ledgers.ReadAsync(broken.Incident.LedgerName, 0, CancellationToken.None);
        ledger[ledger.Length / 2] ^= 1;
        authority.Ledgers.Tamper(broken.Incident.LedgerName, ledger);
        authority.Restart();
        await LookAsync(authority, TimeSpan.FromHours(80));
        Assert.True((await ClockAsync(authority, other, Authority)).IsMissed);
        Assert.Contains(await authority.Incidents.ListAsync(CancellationToken.None), one => one is { Cause: IncidentCause.LedgerBroken, Case: null });
    }

    [Fact]
    public async Task A_partner_register_that_does_not_hold_together_stops_no_clock()
    {
        using var authority = new TestAuthority();
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.DataLost, new IncidentPlace(Some.Case)), CancellationToken.None);
        authority.Ledgers.Tamper(PartnerRegister.LedgerName, "nonsense\n"u8.ToArray());
        authority.Restart();
        Assert.Equal(new WatchedClock(state.Incident, Authority, IsMissed: true), Assert.Single(await LookAsync(authority, TimeSpan.FromHours(80))));
    }

    [Fact]
    public async Task What_cannot_be_read_now_stops_no_clock_and_keeps_nobody_from_what_was_told()
    {
        bool struck = true;
        for (int call = 1; struck; call++)
        {
            var plan = new FaultPlan();
            using var authority = new TestAuthority(plan);
            foreach (IncidentCause cause in (IncidentCause[])[IncidentCause.UnauthorisedAccess, IncidentCause.DataLost, IncidentCause.DataAltered])
                await authority.Incidents.RunAsync(new IncidentReport(cause, new IncidentPlace(Some.Case)), CancellationToken.None);
            authority.Restart();
            authority.Time.Advance(TimeSpan.FromHours(80));
            plan.Fail(plan.Calls + call, FaultMode.RequestLost);
            List<WatchedClock> told = [];
            for (int run = 0; run < 2; run++)
            {
                try
                {
                    told.AddRange(await authority.WatchIncidents.RunAsync(CancellationToken.None));
                }
                catch (StorageUnavailableException)
                {
                    // The next run looks again.
                }
            }

            struck = plan.Struck;
            Assert.Equal(3, told.Select(one => one.Incident).Distinct().Count());
            Assert.Equal(3, told.Count);
        }
    }

    [Fact]
    public async Task What_a_report_looks_for_itself_is_told_by_the_watch_nonetheless()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await scenario.Authority.ReportIncident.ByOfficerAsync(
            OfficerId.Parse("o-jansen"), IncidentCause.DataLost, new IncidentPlace(scenario.Case), LawRegime.Led, scenario.Authority.Time.Now.AddHours(-90), "It was found on the day before yesterday.", CancellationToken.None);
        Assert.NotNull(state.Effects);
        Assert.Contains(new WatchedClock(state.Incident, Authority, IsMissed: true), await scenario.Authority.WatchIncidents.RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Who_was_aware_earlier_brings_the_clocks_forward_and_who_was_later_changes_none()
    {
        using var authority = new TestAuthority();
        OfficerId officer = OfficerId.Parse("o-jansen");
        IncidentState first = await ReportAsync(null, "It is not where it was put.");
        DateTimeOffset due = first.Find(Authority)!.Started.Due;
        authority.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(due, (await ReportAsync(null, "It is nowhere else either.")).Find(Authority)!.Started.Due);
        IncidentState earlier = await ReportAsync(authority.Time.Now.AddHours(-31), "I missed it on the day before, and said nothing.");
        Assert.Equal((due.AddHours(-30), first.Incident, 3), (earlier.Find(Authority)!.Started.Due, earlier.Incident, earlier.Reports.Count));
        Assert.Equal(earlier.AwareAt, authority.Time.Now.AddHours(-31));
        authority.Restart();
        Assert.Empty(await LookAsync(authority, TimeSpan.FromHours(16)));
        Assert.Equal(new WatchedClock(first.Incident, Authority, IsMissed: false), Assert.Single(await LookAsync(authority, TimeSpan.FromHours(2))));
        Assert.Equal(new WatchedClock(first.Incident, Authority, IsMissed: true), Assert.Single(await LookAsync(authority, TimeSpan.FromHours(24))));

        Task<IncidentState> ReportAsync(DateTimeOffset? awareAt, string said) =>
            authority.ReportIncident.ByOfficerAsync(officer, IncidentCause.DataLost, new IncidentPlace(), LawRegime.Led, awareAt, said, CancellationToken.None);
    }

    private static Task<IncidentState> OpenAsync(DisclosureScenario scenario, IncidentPlace place, IncidentCause cause = IncidentCause.BodyMissing) =>
        scenario.Authority.Incidents.RunAsync(new IncidentReport(cause, place), CancellationToken.None);

    private static async Task<IncidentState> WatchAsync(DisclosureScenario scenario, IncidentState state)
    {
        await scenario.Authority.WatchIncidents.RunAsync(CancellationToken.None);
        return await scenario.Authority.IncidentJournal.GetAsync(state.Incident, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<WatchedClock>> LookAsync(TestAuthority authority, TimeSpan after)
    {
        authority.Time.Advance(after);
        return await authority.WatchIncidents.RunAsync(CancellationToken.None);
    }

    private static async Task<IncidentClock> ClockAsync(TestAuthority authority, IncidentState state, string clock) =>
        (await authority.IncidentJournal.GetAsync(state.Incident, CancellationToken.None)).Find(clock)!;

    private static (bool, bool) Of(IncidentClock clock) => (clock.IsReminded, clock.IsMissed);
}
