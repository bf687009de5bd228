using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Core.Tests.Disclosure.Extracts;
using Rogatory.Core.Tests.Retention;

namespace Rogatory.Core.Tests.Incidents;

/// <summary>What incidents affect where that is easily got wrong: what is derived, erased, handed out twice, or was never handed out.</summary>
public sealed class FindAffectedTests
{
    private static readonly ItemId Item = DisclosureScenario.Item;
    private static readonly OfficerId Reader = OfficerId.Parse("o-reader");

    [Fact]
    public async Task Persons_who_are_named_in_an_item_and_in_an_extract_of_it_are_counted_once()
    {
        using DisclosureScenario scenario = await ExtractScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario, IncidentCause.DataLost, new IncidentPlace(scenario.Case));
        EffectsFound before = await LookAsync(scenario, state);
        await scenario.ExtractAsync("""{"keep":[{"rows":"1-12"}]}""");
        await scenario.RunAsync();
        Assert.True((await scenario.Authority.StateAsync(scenario.Case)).Classification.Find(ExtractScenario.Extract)!.Categories["person-name"] > 0);
        EffectsFound after = await LookAsync(scenario, state);
        Assert.Equal((before.Records + 1, before.Persons), (after.Records, after.Persons));
        Assert.True(before.Persons > 0);
    }

    [Fact]
    public async Task An_extract_of_what_a_partner_sent_concerns_the_partner_that_sent_it()
    {
        using DisclosureScenario scenario = await ExtractScenario.StartAsync();
        await scenario.ExtractAsync();
        await scenario.RunAsync();
        IncidentState state = await OpenAsync(scenario, IncidentCause.UnauthorisedDisclosure, new IncidentPlace(scenario.Case, ExtractScenario.Extract));
        EffectsFound effects = await LookAsync(scenario, state);
        Assert.Equal(ExtractScenario.Extract, Assert.Single(effects.Items).Item);
        Assert.True(Assert.Single(effects.Partners).Sent);
        Assert.Contains("bank-records", effects.Categories);
        Assert.NotNull((await StateAsync(scenario, state)).Find($"partner-controller:{TestAuthority.Partner}"));
    }

    [Fact]
    public async Task A_key_that_is_left_of_an_erased_item_affects_that_item()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.EraseAsync(Item);
        EffectsFound effects = await LookAsync(scenario.Disclosures, await OpenAsync(scenario.Disclosures, IncidentCause.EnvelopeLeft, new IncidentPlace(scenario.Case, Item)));
        Assert.Equal((Item, 1), (Assert.Single(effects.Items).Item, effects.Records));
    }

    [Fact]
    public async Task What_was_erased_before_is_not_affected_and_what_is_erased_while_an_incident_is_open_stays_so()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        IncidentState before = await OpenAsync(scenario.Disclosures, IncidentCause.DataLost, new IncidentPlace(scenario.Case));
        Assert.Contains(Item, (await LookAsync(scenario.Disclosures, before)).Items.Select(one => one.Item));
        await scenario.EraseAsync(Item);
        Assert.Contains(Item, (await LookAsync(scenario.Disclosures, before)).Items.Select(one => one.Item));
        IncidentState after = await OpenAsync(scenario.Disclosures, IncidentCause.DataAltered, new IncidentPlace(scenario.Case));
        Assert.DoesNotContain(Item, (await LookAsync(scenario.Disclosures, after)).Items.Select(one => one.Item));
        await scenario.Authority.DraftNotice.RunAsync(Reader, before.Incident, new NoticeDraft(NoticeKind.PartnerController, TestAuthority.Partner), CancellationToken.None);
    }

    [Fact]
    public async Task What_a_partner_was_handed_it_has_though_it_is_erased_here()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.Disclosures.FetchAsync((await scenario.Disclosures.ReadyAsync()).Id);
        await scenario.EraseAsync(Item);
        EffectsFound effects = await LookAsync(
            scenario.Disclosures, await OpenAsync(scenario.Disclosures, IncidentCause.KeyCompromised, new IncidentPlace(scenario.Case, Partner: TestAuthority.Partner)));
        Assert.Equal(Item, Assert.Single(effects.Items).Item);
        Assert.Single(effects.Keys);
    }

    [Fact]
    public async Task What_was_handed_out_twice_is_counted_once()
    {
        using DisclosureScenario scenario = await ExtractScenario.StartAsync();
        await scenario.FetchAsync((await scenario.ReadyAsync()).Id);
        DisclosureState second = await scenario.ProposeAsync(DisclosureScenario.Proposal() with { RetainUntil = new DateOnly(2028, 2, 1) });
        await scenario.Authority.Approve.ApproveAsync(DisclosureScenario.Approver, second.Id, DisclosureScenario.Why, CancellationToken.None);
        await scenario.RunAsync();
        await scenario.FetchAsync(second.Id);
        EffectsFound effects = await LookAsync(scenario, await OpenAsync(scenario, IncidentCause.DataLost, new IncidentPlace(scenario.Case, Partner: TestAuthority.Partner)));
        long persons = (await LookAsync(scenario, await OpenAsync(scenario, IncidentCause.DataLost, new IncidentPlace(scenario.Case, Item)))).Persons;
        Assert.Equal((1, persons, 2), (effects.Records, effects.Persons, effects.Keys.Count));
    }

    [Fact]
    public async Task What_reached_a_partner_past_the_program_is_all_that_the_case_holds()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        PartnerId wrong = PartnerId.Parse("de-bfj");
        EffectsFound effects = await LookAsync(scenario, await OpenAsync(scenario, IncidentCause.UnauthorisedDisclosure, new IncidentPlace(scenario.Case, Partner: wrong)));
        Assert.Contains(Item, effects.Items.Select(one => one.Item));
        Assert.Contains(TestAuthority.Partner, effects.Partners.Select(one => one.Partner));
    }

    [Fact]
    public async Task What_an_officer_saw_past_the_program_is_all_that_the_case_holds()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        EffectsFound effects = await LookAsync(scenario, await OpenAsync(scenario, IncidentCause.UnauthorisedAccess, new IncidentPlace(scenario.Case, Officer: Reader)));
        Assert.Contains(Item, effects.Items.Select(one => one.Item));
        Assert.DoesNotContain("read", effects.Facts);
    }

    [Fact]
    public async Task Who_read_what_was_found_in_an_item_read_of_the_item()
    {
        using DisclosureScenario scenario = await ExtractScenario.StartAsync();
        await scenario.Authority.ConsultItem.RunAsync(Reader, "s", scenario.Case, ItemId.Parse("statement.findings"), "To see what is in it.", Some.Reviewer, CancellationToken.None);
        EffectsFound effects = await LookAsync(scenario, await OpenAsync(scenario, IncidentCause.AnomalySignal, new IncidentPlace(Officer: Reader)));
        Assert.Equal(Item, Assert.Single(effects.Items).Item);
        Assert.True(effects.Persons > 0);
        Assert.Contains("read", effects.Facts);
    }

    [Fact]
    public async Task What_was_found_in_an_item_is_affected_where_it_is_named()
    {
        using DisclosureScenario scenario = await ExtractScenario.StartAsync();
        ItemId findings = ItemId.Parse("statement.findings");
        EffectsFound effects = await LookAsync(scenario, await OpenAsync(scenario, IncidentCause.UnauthorisedAccess, new IncidentPlace(scenario.Case, findings)));
        Assert.Equal(findings, Assert.Single(effects.Items).Item);
        Assert.True(effects.Persons > 0);
        Assert.True(Assert.Single(effects.Partners).Sent);
    }

    [Fact]
    public async Task A_ledger_that_names_the_officer_and_does_not_hold_together_is_named_as_not_read()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        scenario.Authority.Ledgers.Tamper(scenario.Case.ToString(), "{\"actor\":\"officer:o-reader\"}\n"u8.ToArray());
        EffectsFound effects = await LookAsync(scenario, await OpenAsync(scenario, IncidentCause.AnomalySignal, new IncidentPlace(Officer: Reader)));
        Assert.Equal(scenario.Case, Assert.Single(effects.Unread));
    }

    private static Task<IncidentState> OpenAsync(DisclosureScenario scenario, IncidentCause cause, IncidentPlace place) =>
        scenario.Authority.Incidents.RunAsync(new IncidentReport(cause, place), CancellationToken.None);

    private static Task<IncidentState> StateAsync(DisclosureScenario scenario, IncidentState state) => scenario.Authority.IncidentJournal.GetAsync(state.Incident, CancellationToken.None);

    private static async Task<EffectsFound> LookAsync(DisclosureScenario scenario, IncidentState state)
    {
        scenario.Authority.Restart();
        return (await scenario.Authority.WatchIncidents.LookAsync(await StateAsync(scenario, state), CancellationToken.None)).Effects!;
    }
}
