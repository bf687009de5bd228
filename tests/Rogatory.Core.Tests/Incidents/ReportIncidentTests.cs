using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.TestKit;
using Rogatory.Core.Tests.Sealing;

namespace Rogatory.Core.Tests.Incidents;

public sealed class ReportIncidentTests
{
    private const string Said = "The statement lay open on the printer of another unit.";
    private static readonly OfficerId Officer = OfficerId.Parse("o-jansen");
    private static readonly ItemId Item = DisclosureScenario.Item;

    [Fact]
    public async Task What_an_officer_reports_is_sealed_in_the_case_and_the_ledgers_hold_none_of_it()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await ByOfficerAsync(scenario, new IncidentPlace(scenario.Case, Item));
        SealedWords words = Assert.Single(state.Reports);
        Assert.Equal(("officer:o-jansen", scenario.Case, true), (state.OpenedBy, words.Case, state.Effects is not null));
        Assert.True(await scenario.Authority.IncidentWords.HoldsAsync(words, Said, CancellationToken.None));
        foreach (string ledger in new[] { state.Incident.LedgerName, scenario.Case.ToString(), IncidentRegister.LedgerName })
            Assert.DoesNotContain("printer", await scenario.Authority.LedgerTextAsync(ledger), StringComparison.Ordinal);
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task The_same_report_again_changes_nothing_and_another_of_the_same_is_taken_down()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState first = await ByOfficerAsync(scenario, new IncidentPlace(scenario.Case, Item));
        scenario.Authority.Restart();
        Assert.Equal(first.Incident, (await ByOfficerAsync(scenario, new IncidentPlace(scenario.Case, Item))).Incident);
        IncidentState again = await ByOfficerAsync(scenario, new IncidentPlace(scenario.Case, Item), "It was seen a second time, in the corridor.");
        Assert.Equal((first.Incident, 2, 1), (again.Incident, again.Reports.Count, again.Sightings));
    }

    [Fact]
    public async Task Words_on_an_incident_of_no_case_are_in_a_file_of_our_own_that_rests_and_goes_to_nobody()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await ByOfficerAsync(scenario, new IncidentPlace(Officer: OfficerId.Parse(EnrolledOfficers.FirstAdmin)));
        await ByOfficerAsync(scenario, new IncidentPlace(Partner: TestAuthority.Partner));
        CaseId file = Assert.Single(state.Reports).Case;
        Assert.NotNull(await scenario.Authority.Runner.RunAsync(file, CancellationToken.None));
        CaseState held = await scenario.Authority.StateAsync(file);
        Assert.Equal((CaseKind.Internal, CasePhase.Accepted, 2), (held.Kind, held.Phase, held.Sealed.Count));
        Assert.NotNull(held.Retention.Review);
        Assert.Null(held.Risk.Newest);
        await scenario.Authority.AddItem.RunAsync(SomeItem.Of(file, "accounts"), CancellationToken.None);
        scenario.Case = file;
        await Refused("case-internal", () => scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [ItemId.Parse("accounts")] }));
        await scenario.Authority.VerifyAsync(file);
    }

    [Fact]
    public async Task Words_on_a_case_that_cannot_be_read_are_in_that_file_too()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        byte[] ledger = await scenario.Authority.Ledgers.ReadAsync(scenario.Case.ToString(), 0, CancellationToken.None);
        scenario.Authority.Ledgers.Tamper(scenario.Case.ToString(), [.. ledger, .. "{}\n"u8]);
        IncidentState state = await ByOfficerAsync(scenario, new IncidentPlace(scenario.Case));
        Assert.NotEqual(scenario.Case, Assert.Single(state.Reports).Case);
        Assert.Equal(scenario.Case, Assert.Single(state.Effects!.Unread));
    }

    [Fact]
    public async Task A_partner_reports_about_what_it_sent_or_was_handed_and_about_nothing_else()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        PartnerId other = PartnerId.Parse("de-bfj");
        await Refused("case-not-found", () => ByPartnerAsync(scenario, other, Item));
        await Refused("item-not-found", () => ByPartnerAsync(scenario, TestAuthority.Partner, ItemId.Parse("statement.findings")));
        DisclosureState ready = await scenario.ReadyAsync();
        await scenario.FetchAsync(ready.Id);
        IncidentState state = await ByPartnerAsync(scenario, TestAuthority.Partner, Item);
        Assert.Equal(("partner:fr-pnf", TestAuthority.Partner, true), (state.OpenedBy, state.Opened.Partner!.Value, state.Opened.Breach));
        Assert.Equal(Item, Assert.Single(state.Effects!.Items).Item);
        Assert.Equal(state.Incident, (await ByPartnerAsync(scenario, TestAuthority.Partner, Item)).Incident);
    }

    [Fact]
    public async Task A_partner_that_reports_each_item_for_each_cause_does_not_fill_the_register()
    {
        using var authority = new TestAuthority();
        string[] items = [.. Enumerable.Range(1, 11).Select(at => $"item-{at}")];
        CaseId @case = await authority.ReceivedAsync([.. items.Select(item => (item, new byte[] { 1, 2, 3 }))]);
        IncidentCause[] causes = [IncidentCause.DataLost, IncidentCause.DataAltered, IncidentCause.UnauthorisedAccess, IncidentCause.UnauthorisedDisclosure, IncidentCause.Other];
        (string Item, IncidentCause Cause)[] all = [.. items.SelectMany(item => causes.Select(cause => (item, cause)))];
        foreach ((string item, IncidentCause cause) in all.Take(50))
            await ReportAsync(item, cause);
        await Refused("too-many-reports", () => ReportAsync(all[50].Item, all[50].Cause));
        await ReportAsync(all[0].Item, all[0].Cause);
        Assert.Equal(50, (await authority.Incidents.ListAsync(CancellationToken.None)).Count);

        Task<IncidentState> ReportAsync(string item, IncidentCause cause) =>
            authority.ReportIncident.ByPartnerAsync(TestAuthority.Partner, cause, @case, ItemId.Parse(item), null, Said, CancellationToken.None);
    }

    [Fact]
    public async Task A_report_that_does_not_fit_is_refused()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await Refused("incident-malformed", () => ByOfficerAsync(scenario, new IncidentPlace(scenario.Case), cause: IncidentCause.BodyMissing));
        await Refused("incident-malformed", () => ByOfficerAsync(scenario, new IncidentPlace(Item: Item)));
        await Refused("incident-malformed", () => ByOfficerAsync(scenario, new IncidentPlace(scenario.Case), awareAt: scenario.Authority.Time.Now.AddMinutes(1)));
        await Refused("incident-malformed", () => ByOfficerAsync(scenario, new IncidentPlace(scenario.Case), awareAt: scenario.Authority.Time.Now.AddYears(-2)));
        await Refused("reasons-required", () => ByOfficerAsync(scenario, new IncidentPlace(scenario.Case), "short"));
        await Refused("case-not-found", () => ByOfficerAsync(scenario, new IncidentPlace(CaseId.OfOurs("none"))));
        await Refused("item-not-found", () => ByOfficerAsync(scenario, new IncidentPlace(scenario.Case, ItemId.Parse("nothing"))));
        await Refused("officer-not-found", () => ByOfficerAsync(scenario, new IncidentPlace(Officer: OfficerId.Parse("o-mistyped"))));
        await Refused("partner-not-found", () => ByOfficerAsync(scenario, new IncidentPlace(Partner: PartnerId.Parse("xx-mistyped"))));
        Assert.Empty(await scenario.Authority.Incidents.ListAsync(CancellationToken.None));
    }

    private static Task<IncidentState> ByOfficerAsync(
        DisclosureScenario scenario, IncidentPlace place, string said = Said, IncidentCause cause = IncidentCause.UnauthorisedAccess, DateTimeOffset? awareAt = null) =>
        scenario.Authority.ReportIncident.ByOfficerAsync(Officer, cause, place, LawRegime.Led, awareAt, said, CancellationToken.None);

    private static Task<IncidentState> ByPartnerAsync(DisclosureScenario scenario, PartnerId partner, ItemId item) =>
        scenario.Authority.ReportIncident.ByPartnerAsync(partner, IncidentCause.DataLost, scenario.Case, item, null, Said, CancellationToken.None);

    private static async Task Refused(string slug, Func<Task> act) => Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(act)).Slug);
}
