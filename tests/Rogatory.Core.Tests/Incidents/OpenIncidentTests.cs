using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Ledger;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Incidents;

public sealed class OpenIncidentTests : IDisposable
{
    private static readonly ItemId Item = ItemId.Parse("statement");
    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task Two_incidents_from_one_cause_at_one_place_are_one_and_at_two_places_are_two()
    {
        IncidentState first = await OpenAsync(IncidentCause.BodyMissing, new IncidentPlace(Some.Case, Item));
        IncidentState again = await OpenAsync(IncidentCause.BodyMissing, new IncidentPlace(Some.Case, Item));
        IncidentState other = await OpenAsync(IncidentCause.BodyMissing, new IncidentPlace(Some.Case));

        Assert.Equal(first.Incident, again.Incident);
        Assert.NotEqual(first.Incident, other.Incident);
        Assert.Equal(2, (await ListAsync()).Count);
        await VerifyAsync();
    }

    [Fact]
    public async Task Two_hosts_that_meet_the_same_at_once_open_one_incident()
    {
        _authority.Restart();
        OpenIncident one = _authority.Incidents;
        _authority.Restart();
        IncidentState[] opened = await Task.WhenAll(
            one.RunAsync(Report(IncidentCause.BodyAltered), CancellationToken.None), _authority.Incidents.RunAsync(Report(IncidentCause.BodyAltered), CancellationToken.None));
        Assert.Equal(opened[0].Incident, opened[1].Incident);
        Assert.Single(await ListAsync());
        await VerifyAsync();
    }

    [Fact]
    public async Task One_that_was_closed_is_followed_by_another_of_its_cause_and_place()
    {
        IncidentState first = await OpenAsync(IncidentCause.BodyMissing, new IncidentPlace(Some.Case, Item));
        await _authority.IncidentRegister.SettleAsync("officer:o-dpo", first.Incident, CancellationToken.None);
        Assert.Empty(await ListAsync());

        IncidentState second = await OpenAsync(IncidentCause.BodyMissing, new IncidentPlace(Some.Case, Item));
        Assert.NotEqual(first.Incident, second.Incident);
        Assert.Equal(second.Incident, Assert.Single(await ListAsync()).Incident);
        Assert.Equal(2, (await _authority.IncidentRegister.LoadAsync(CancellationToken.None)).All.Count);
    }

    [Fact]
    public async Task A_breach_wakes_its_case_and_a_case_that_stands_still_is_not_woken_by_saying_so()
    {
        await OpenAsync(IncidentCause.WorkPoisoned, new IncidentPlace(Some.Case));
        Assert.Null(_authority.Queue.Take());
        await OpenAsync(IncidentCause.BodyMissing, new IncidentPlace(Some.Case));
        Assert.Equal(Some.Case, _authority.Queue.Take()!.Value.Case);
    }

    [Fact]
    public async Task A_case_that_stands_still_is_an_incident_without_a_clock()
    {
        IncidentState state = await OpenAsync(IncidentCause.WorkPoisoned, new IncidentPlace(Some.Case));
        Assert.Equal((IncidentSeverity.Low, false), (state.Severity, state.Opened.Breach));
        Assert.Empty(state.Clocks);
    }

    [Fact]
    public async Task The_clock_to_the_supervisory_authority_counts_from_when_somebody_became_aware_and_not_from_the_future()
    {
        DateTimeOffset friday = _authority.Time.Now.AddHours(-40);
        IncidentState state = await _authority.Incidents.RunAsync(Report(IncidentCause.UnauthorisedDisclosure) with { AwareAt = friday }, CancellationToken.None);
        Assert.Equal((friday.AddHours(72), "LED art. 30(1)", true), Of(state.Find("supervisory-authority")!));

        IncidentState later = await _authority.Incidents.RunAsync(
            new IncidentReport(IncidentCause.DataLost, new IncidentPlace()) { AwareAt = _authority.Time.Now.AddDays(9), Regime = LawRegime.Gdpr }, CancellationToken.None);
        Assert.Equal((_authority.Time.Now.AddHours(72), "GDPR art. 33(1)", true), Of(later.Find("supervisory-authority")!));

        static (DateTimeOffset, string, bool) Of(IncidentClock clock) => (clock.Started.Due, clock.Started.Citation, clock.Started.Verified);
    }

    [Fact]
    public async Task A_report_in_words_is_taken_down_each_time_up_to_a_limit()
    {
        for (int at = 0; at < IncidentState.MostReports; at++)
            await ReportAsync(at);
        Assert.Equal("too-many-reports", (await Assert.ThrowsAsync<RefusedException>(() => ReportAsync(IncidentState.MostReports))).Slug);
        IncidentState state = await _authority.IncidentJournal.GetAsync(Assert.Single(await ListAsync()).Incident, CancellationToken.None);
        Assert.Equal((IncidentState.MostReports, IncidentState.MostReports - 1), (state.Reports.Count, state.Sightings));

        Task<IncidentState> ReportAsync(int at) => _authority.Incidents.RunAsync(
            Report(IncidentCause.Other) with { Actor = "partner:fr-pnf", Words = new SealedWords(Some.Case, ItemId.Parse($"request.incident-{at:x12}")) }, CancellationToken.None);
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task A_failure_of_storage_at_any_call_leaves_one_incident_whose_ledger_begins_with_it(FaultMode mode)
    {
        bool struck = true;
        for (int call = 1; struck; call++)
        {
            var faults = new FaultPlan();
            using var authority = new TestAuthority(faults);
            faults.Fail(call, mode);
            IncidentState state = await authority.EventuallyAsync(() => authority.Incidents.RunAsync(Report(IncidentCause.DataLost), CancellationToken.None));
            struck = faults.Struck;
            faults.Calm();
            Assert.Equal((Assert.Single(await authority.Incidents.ListAsync(CancellationToken.None)), 1), (state.Opened, state.Clocks.Count));
        }
    }

    [Fact]
    public async Task An_incident_that_the_register_alone_knows_of_gets_its_ledger_with_the_next_look()
    {
        IncidentState state = await OpenAsync(IncidentCause.BodyMissing, new IncidentPlace(Some.Case));
        _authority.Ledgers.Tamper(state.Incident.LedgerName, []);
        _authority.Restart();
        await _authority.WatchIncidents.RunAsync(CancellationToken.None);
        Assert.Equal(state.Opened, (await _authority.IncidentJournal.GetAsync(state.Incident, CancellationToken.None)).Opened);
        await VerifyAsync();
    }

    [Fact]
    public void An_incidents_id_has_one_spelling_and_names_its_ledger()
    {
        IncidentId id = IncidentId.Of(IncidentCause.BodyMissing, new IncidentPlace(Some.Case), 1);
        Assert.Equal(id, IncidentId.Parse(id.ToString()));
        Assert.Equal($"incident-{id.ToString()[4..].ToLowerInvariant()}", id.LedgerName);
        foreach (string wrong in new[] { id.ToString().ToLowerInvariant(), id.ToString()[4..], "INC-7K3Q-F2M9", "" })
            Assert.False(IncidentId.TryParse(wrong, out _));
        Assert.NotEqual(id, IncidentId.Of(IncidentCause.BodyMissing, new IncidentPlace(Some.Case), 2));
        Assert.NotEqual(id, IncidentId.Of(IncidentCause.BodyMissing, new IncidentPlace(Some.Case, Officer: OfficerId.Parse("o-devries")), 1));
    }

    public void Dispose() => _authority.Dispose();

    private static IncidentReport Report(IncidentCause cause) => new(cause, new IncidentPlace(Some.Case));

    private Task<IncidentState> OpenAsync(IncidentCause cause, IncidentPlace place) => _authority.Incidents.RunAsync(new IncidentReport(cause, place), CancellationToken.None);

    private Task<IReadOnlyList<IncidentOpened>> ListAsync() => _authority.Incidents.ListAsync(CancellationToken.None);

    private async Task VerifyAsync()
    {
        await foreach (LedgerExtent ledger in _authority.Ledgers.ListAsync(CancellationToken.None))
        {
            LedgerReport report = LedgerCheck.Check(new MemoryStream(await _authority.Ledgers.ReadAsync(ledger.Name, 0, CancellationToken.None)));
            Assert.True(report.Holds, report.Why);
        }
    }
}
