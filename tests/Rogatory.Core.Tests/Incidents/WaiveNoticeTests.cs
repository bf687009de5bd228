using Rogatory.Core.Access;
using Rogatory.Core.Incidents;
using Rogatory.Core.Tests.Disclosure;

namespace Rogatory.Core.Tests.Incidents;

public sealed class WaiveNoticeTests
{
    private static readonly OfficerId Dpo = OfficerId.Parse("o-dpo");

    [Theory]
    [InlineData(NoticeKind.SupervisoryAuthority, WaiverGround.RiskUnlikely, true)]
    [InlineData(NoticeKind.SupervisoryAuthority, WaiverGround.Unintelligible, false)]
    [InlineData(NoticeKind.SupervisoryAuthority, WaiverGround.NotConcerned, false)]
    [InlineData(NoticeKind.PersonsConcerned, WaiverGround.Unintelligible, true)]
    [InlineData(NoticeKind.PersonsConcerned, WaiverGround.Restricted, true)]
    [InlineData(NoticeKind.PersonsConcerned, WaiverGround.RiskNotHigh, true)]
    [InlineData(NoticeKind.SupervisoryAuthority, WaiverGround.RiskNotHigh, false)]
    [InlineData(NoticeKind.PersonsConcerned, WaiverGround.RiskUnlikely, false)]
    public async Task A_notice_is_waived_on_a_ground_that_its_article_knows(NoticeKind kind, WaiverGround ground, bool isKnown)
    {
        using var authority = new TestAuthority();
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.UnauthorisedDisclosure, new IncidentPlace()), CancellationToken.None);
        if (isKnown)
        {
            IncidentState waived = await WaiveAsync(authority, state, kind, ground);
            Assert.True(waived.Find(IncidentDecider.ClockOf(kind, null))!.IsStopped);
            Assert.Single((await WaiveAsync(authority, state, kind, ground)).Waivers);
            if (ground != WaiverGround.Restricted)
                await Refused("waiver-not-possible", () => WaiveAsync(authority, state, kind, WaiverGround.NoBreach));
        }
        else
        {
            await Refused("waiver-not-possible", () => WaiveAsync(authority, state, kind, ground));
        }
    }

    [Fact]
    public async Task A_restriction_names_its_point_of_the_article_and_a_day_from_which_the_clock_runs_again_and_until_then_nothing_is_closed()
    {
        using var authority = new TestAuthority();
        IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.UnauthorisedDisclosure, new IncidentPlace()), CancellationToken.None);
        DateOnly today = DateOnly.FromDateTime(authority.Time.Now.UtcDateTime);
        NoticeWaiver restricted = new(NoticeKind.PersonsConcerned, null, WaiverGround.Restricted, "LED art. 13(3)(a)", today.AddDays(30));
        foreach (NoticeWaiver amiss in (NoticeWaiver[])
            [
                restricted with { Citation = "LED art. 31(5)" }, restricted with { Citation = "LED art. 13(3)(f)" }, restricted with { Until = null }, restricted with { Until = today },
                restricted with { Until = today.AddDays(367) }, new(NoticeKind.PersonsConcerned, null, WaiverGround.RiskRemoved, "LED art. 31(3)(b)", today.AddDays(30)),
            ])
        {
            await Refused("waiver-malformed", () => WaiveAsync(authority, state, amiss));
        }

        IncidentState waived = await WaiveAsync(authority, state, restricted);
        Assert.True(waived.Find("persons-concerned")!.IsStopped);
        await WaiveAsync(authority, state, NoticeKind.SupervisoryAuthority, WaiverGround.NoBreach);
        await Refused("incident-clock-running", () => authority.CloseIncident.ProposeAsync(
            Dpo, state.Incident, new IncidentClosing("It was overheard.", "It is not known yet.", "It was talked about.", "Doors are closed."), CancellationToken.None));
        Assert.Equal(2, (await WaiveAsync(authority, state, restricted with { Citation = "LED art. 13(3)(b)" })).Waivers.Count(one => one.Ground == WaiverGround.Restricted));
        authority.Time.Advance(TimeSpan.FromDays(29));
        await authority.WatchIncidents.RunAsync(CancellationToken.None);
        Assert.True((await authority.IncidentJournal.GetAsync(state.Incident, CancellationToken.None)).Find("persons-concerned")!.IsStopped);
        authority.Time.Advance(TimeSpan.FromDays(1));
        await authority.WatchIncidents.RunAsync(CancellationToken.None);
        IncidentClock again = (await authority.IncidentJournal.GetAsync(state.Incident, CancellationToken.None)).Find("persons-concerned")!;
        Assert.Equal((false, false, new DateTimeOffset(restricted.Until!.Value, TimeOnly.MinValue, TimeSpan.Zero).AddHours(72)), (again.IsStopped, again.IsMissed, again.Started.Due));
        string before = await authority.LedgerTextAsync(state.Incident.LedgerName);
        await authority.WatchIncidents.RunAsync(CancellationToken.None);
        Assert.Equal(before, await authority.LedgerTextAsync(state.Incident.LedgerName));
        await WaiveAsync(authority, state, restricted with { Until = today.AddDays(90) });
        await Refused("waiver-not-possible", () => WaiveAsync(authority, state, NoticeKind.SupervisoryAuthority, WaiverGround.RiskUnlikely));
        Assert.Null((await WaiveAsync(authority, state, NoticeKind.PersonsConcerned, WaiverGround.RiskRemoved)).Find("persons-concerned")!.WaivedUntil);
        await Refused("waiver-not-possible", () => WaiveAsync(authority, state, NoticeKind.PersonsConcerned, WaiverGround.PublicCommunication));
    }

    [Fact]
    public async Task The_regulation_knows_no_such_restriction()
    {
        using var authority = new TestAuthority();
        IncidentState state = await authority.Incidents.RunAsync(
            new IncidentReport(IncidentCause.UnauthorisedDisclosure, new IncidentPlace()) { Regime = LawRegime.Gdpr }, CancellationToken.None);
        await Refused("waiver-not-possible", () => WaiveAsync(authority, state, NoticeKind.PersonsConcerned, WaiverGround.Restricted));
        await WaiveAsync(authority, state, NoticeKind.PersonsConcerned, WaiverGround.RiskRemoved);
    }

    [Fact]
    public async Task Data_are_not_unintelligible_once_a_key_left_us()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        var ready = await scenario.ReadyAsync();
        await scenario.FetchAsync(ready.Id);
        IncidentState state = await scenario.Authority.Incidents.RunAsync(new IncidentReport(IncidentCause.UnauthorisedDisclosure, new IncidentPlace(scenario.Case)), CancellationToken.None);
        await scenario.Authority.WatchIncidents.RunAsync(CancellationToken.None);
        await Refused("waiver-not-possible", () => WaiveAsync(scenario.Authority, state, NoticeKind.PersonsConcerned, WaiverGround.Unintelligible));
        await Refused("waiver-not-possible", () => scenario.Authority.WaiveNotice.RunAsync(
            Dpo, state.Incident, new NoticeWaiver(NoticeKind.PartnerController, TestAuthority.Partner, WaiverGround.NotConcerned, "LED art. 30(6)"), "It has nothing to do with it.", CancellationToken.None));
        await Refused("waiver-malformed", () => WaiveAsync(scenario.Authority, state, NoticeKind.PartnerController, WaiverGround.NoBreach));
        await Refused("reasons-required", () => scenario.Authority.WaiveNotice.RunAsync(
            Dpo, state.Incident, new NoticeWaiver(NoticeKind.PersonsConcerned, null, WaiverGround.RiskRemoved, "LED art. 31(3)"), "no", CancellationToken.None));
    }

    [Fact]
    public async Task Whether_data_are_unintelligible_is_asked_of_the_ledgers_as_they_are_and_not_as_they_were_last_looked_at()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await scenario.FetchAsync((await scenario.ReadyAsync()).Id);
        IncidentState state = await scenario.Authority.Incidents.RunAsync(new IncidentReport(IncidentCause.UnauthorisedDisclosure, new IncidentPlace(scenario.Case)), CancellationToken.None);
        Assert.Null(state.Effects);
        await Refused("waiver-not-possible", () => WaiveAsync(scenario.Authority, state, NoticeKind.PersonsConcerned, WaiverGround.Unintelligible));
    }

    [Fact]
    public async Task Data_that_an_officer_read_or_whose_key_is_in_wrong_hands_are_not_unintelligible()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState key = await scenario.Authority.Incidents.RunAsync(new IncidentReport(IncidentCause.KeyCompromised, new IncidentPlace(scenario.Case)), CancellationToken.None);
        await Refused("waiver-not-possible", () => WaiveAsync(scenario.Authority, key, NoticeKind.PersonsConcerned, WaiverGround.Unintelligible));

        OfficerId reader = OfficerId.Parse("o-reader");
        await scenario.Authority.ConsultItem.RunAsync(reader, "s", scenario.Case, DisclosureScenario.Item, "To see what it says.", Some.Reviewer, CancellationToken.None);
        IncidentState read = await scenario.Authority.Incidents.RunAsync(new IncidentReport(IncidentCause.UnauthorisedDisclosure, new IncidentPlace(Officer: reader)), CancellationToken.None);
        await Refused("waiver-not-possible", () => WaiveAsync(scenario.Authority, read, NoticeKind.PersonsConcerned, WaiverGround.Unintelligible));
    }

    [Fact]
    public async Task A_clock_that_was_waived_since_data_were_unintelligible_runs_again_once_somebody_reads_them()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        OfficerId reader = OfficerId.Parse("o-reader");
        IncidentState state = await scenario.Authority.Incidents.RunAsync(new IncidentReport(IncidentCause.UnauthorisedDisclosure, new IncidentPlace(Officer: reader)), CancellationToken.None);
        Assert.True((await WaiveAsync(scenario.Authority, state, NoticeKind.PersonsConcerned, WaiverGround.Unintelligible)).Find("persons-concerned")!.IsStopped);
        await WaiveAsync(scenario.Authority, state, NoticeKind.SupervisoryAuthority, WaiverGround.NoBreach);
        await scenario.Authority.ConsultItem.RunAsync(reader, "s", scenario.Case, DisclosureScenario.Item, "To see what it says.", Some.Reviewer, CancellationToken.None);
        scenario.Authority.Time.Advance(TimeSpan.FromHours(7));
        await scenario.Authority.WatchIncidents.RunAsync(CancellationToken.None);
        scenario.Authority.Restart();
        IncidentState after = await scenario.Authority.IncidentJournal.GetAsync(state.Incident, CancellationToken.None);
        Assert.Equal((false, true), (after.Find("persons-concerned")!.IsStopped, after.Find("supervisory-authority")!.IsStopped));
        string before = await scenario.Authority.LedgerTextAsync(state.Incident.LedgerName);
        await scenario.Authority.WatchIncidents.RunAsync(CancellationToken.None);
        Assert.Equal(before, await scenario.Authority.LedgerTextAsync(state.Incident.LedgerName));
        await Refused("waiver-not-possible", () => WaiveAsync(scenario.Authority, state, NoticeKind.PersonsConcerned, WaiverGround.Unintelligible, "Other reasons than those before."));
        await WaiveAsync(scenario.Authority, state, NoticeKind.PersonsConcerned, WaiverGround.RiskRemoved);
    }

    private static Task<IncidentState> WaiveAsync(
        TestAuthority authority, IncidentState state, NoticeKind kind, WaiverGround ground, string reasons = "Looked at by two of us, with this result.") =>
        WaiveAsync(authority, state, ground == WaiverGround.Restricted
            ? new NoticeWaiver(kind, null, ground, "LED art. 13(3)(b)", DateOnly.FromDateTime(authority.Time.Now.UtcDateTime).AddDays(30))
            : new NoticeWaiver(kind, null, ground, "LED art. 30(1)"), reasons);

    private static Task<IncidentState> WaiveAsync(TestAuthority authority, IncidentState state, NoticeWaiver waiver, string reasons = "Looked at by two of us, with this result.") =>
        authority.WaiveNotice.RunAsync(Dpo, state.Incident, waiver, reasons, CancellationToken.None);

    private static async Task Refused(string slug, Func<Task> act) => Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(act)).Slug);
}
