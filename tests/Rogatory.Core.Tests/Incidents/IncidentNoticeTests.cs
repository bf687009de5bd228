using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Intake;
using Rogatory.Core.Tests.Disclosure;

namespace Rogatory.Core.Tests.Incidents;

public sealed class IncidentNoticeTests
{
    private static readonly OfficerId Dpo = OfficerId.Parse("o-dpo");

    private static readonly NoticeDraft Complete = new(NoticeKind.SupervisoryAuthority, null)
    {
        Consequences = "One statement can't be relied on.",
        Measures = "The copy of the partner is compared.",
        ContactPoint = "dpo@authority.example",
    };

    [Fact]
    public async Task A_notice_has_what_the_article_demands_filled_in_from_the_ledgers()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        (IncidentNotice notice, NoticeDocument document) = await DraftAsync(scenario, state, Complete);

        JsonObject says = document.Content;
        Assert.Equal(["LED art. 30(1)", "LED art. 30(3)", "LED art. 30(4)"], Strings(says["articles"]));
        JsonObject nature = says["nature"]!.AsObject();
        Assert.Equal(("A sealed file of a case is not the one that was recorded.", 1), (nature["description"]!.GetValue<string>(), nature["recordsAbout"]!.GetValue<long>()));
        Assert.Contains("bank-records", Strings(nature["recordCategories"]));
        Assert.Contains("suspect", Strings(nature["personCategories"]));
        Assert.True(nature.ContainsKey("personsAbout"));
        Assert.Null(nature["personsAbout"]);
        Assert.Equal(Complete.ContactPoint, says["contactPoint"]!.GetValue<string>());
        Assert.Equal(Complete.Consequences, says["consequences"]!.GetValue<string>());
        Assert.Equal(Complete.Measures, says["measures"]!["statement"]!.GetValue<string>());
        Assert.Empty(says["toFollow"]!.AsArray());
        Assert.Equal((1, 1, true, document.Digest), (notice.Drafted.Number, notice.Drafted.Phase, notice.Drafted.IsComplete, notice.Drafted.Digest));
        Assert.DoesNotContain("compared", await scenario.Authority.LedgerTextAsync(state.Incident.LedgerName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sealed_document_is_what_the_digest_is_of_and_the_data_protection_officer_can_read_it()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        (IncidentNotice notice, NoticeDocument document) = await DraftAsync(scenario, state, Complete);
        var opened = await scenario.Authority.ConsultItem.RunAsync(
            Dpo, "s", notice.Drafted.Document.Case, notice.Drafted.Document.Item, "To send it again.", new HashSet<OfficerRole> { OfficerRole.Dpo }, CancellationToken.None);
        Assert.Equal(document.Digest, Convert.ToHexStringLower(opened.Description.Sha256));
        await Refused("role-required", () => scenario.Authority.ConsultItem.RunAsync(
            Dpo, "s", scenario.Case, DisclosureScenario.Item, "To see what it says.", new HashSet<OfficerRole> { OfficerRole.Dpo }, CancellationToken.None));
    }

    [Fact]
    public async Task A_notice_sent_twice_is_sent_once_and_by_another_way_refused()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        (IncidentNotice notice, _) = await DraftAsync(scenario, state, Complete);
        scenario.Authority.Time.Advance(TimeSpan.FromHours(1));
        IncidentState sent = await SendAsync(scenario, state, notice, NoticeChannel.Portal);
        Assert.True(sent.Find("supervisory-authority")!.IsStopped);
        string before = await scenario.Authority.LedgerTextAsync(state.Incident.LedgerName);

        scenario.Authority.Time.Advance(TimeSpan.FromHours(1));
        await SendAsync(scenario, state, notice, NoticeChannel.Portal);
        await Refused("notice-sent-already", () => SendAsync(scenario, state, notice, NoticeChannel.Letter));
        await Refused("notice-sent-already", () => SendAsync(scenario, state, notice, NoticeChannel.Portal, scenario.Authority.Time.Now));
        Assert.Equal(before, await scenario.Authority.LedgerTextAsync(state.Incident.LedgerName));
    }

    [Fact]
    public async Task Two_officers_who_say_at_once_that_it_was_sent_by_two_ways_are_one_told_so()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        (IncidentNotice notice, _) = await DraftAsync(scenario, state, Complete);
        SendNotice one = scenario.Authority.SendNotice;
        await one.RunAsync(Dpo, state.Incident, 1, notice.Drafted.Digest, NoticeChannel.Portal, null, CancellationToken.None);
        scenario.Authority.Restart();
        await Refused("notice-sent-already", () => SendAsync(scenario, state, notice, NoticeChannel.Letter));
    }

    [Fact]
    public async Task What_is_sent_is_a_draft_as_it_is_between_the_draft_and_now()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        (IncidentNotice notice, _) = await DraftAsync(scenario, state, Complete);
        await Refused("notice-malformed", () => SendAsync(scenario, state, notice, NoticeChannel.Portal, digest: new string('0', 64)));
        await Refused("notice-malformed", () => SendAsync(scenario, state, notice, NoticeChannel.Portal, scenario.Authority.Time.Now.AddMinutes(1)));
        await Refused("notice-malformed", () => SendAsync(scenario, state, notice, NoticeChannel.Portal, scenario.Authority.Time.Now.AddHours(-1)));
        await Refused("incident-notice-not-found", () => scenario.Authority.SendNotice.RunAsync(Dpo, state.Incident, 2, notice.Drafted.Digest, NoticeChannel.Portal, null, CancellationToken.None));
        await Refused("incident-not-found", () => scenario.Authority.SendNotice.RunAsync(Dpo, IncidentId.Of(IncidentCause.Other, new IncidentPlace(), 9), 1, notice.Drafted.Digest, NoticeChannel.Portal, null, CancellationToken.None));
    }

    [Fact]
    public async Task Information_is_given_in_phases_and_the_first_stops_the_clock()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        (IncidentNotice first, NoticeDocument document) = await DraftAsync(scenario, state, new NoticeDraft(NoticeKind.SupervisoryAuthority, null));
        Assert.Equal(["consequences", "measures"], Strings(document.Content["toFollow"]));
        (IncidentNotice other, _) = await DraftAsync(scenario, state, Complete with { Persons = 4 });
        Assert.Equal((2, 1), (other.Drafted.Number, other.Drafted.Phase));
        Assert.True((await SendAsync(scenario, state, first, NoticeChannel.Portal)).Find("supervisory-authority")!.IsStopped);
        await Refused("notice-superseded", () => SendAsync(scenario, state, other, NoticeChannel.Portal));

        (IncidentNotice second, _) = await DraftAsync(scenario, state, Complete);
        Assert.Equal((3, 2, true), (second.Drafted.Number, second.Drafted.Phase, second.Drafted.IsComplete));
        Assert.Equal(2, (await SendAsync(scenario, state, second, NoticeChannel.Portal)).Notices.Count(one => one.Sent is not null));
    }

    [Fact]
    public async Task The_same_draft_again_is_the_same_and_one_with_other_words_another()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        (IncidentNotice first, _) = await DraftAsync(scenario, state, Complete);
        scenario.Authority.Restart();
        Assert.Equal(first.Drafted, (await DraftAsync(scenario, state, Complete)).Notice.Drafted);
        Assert.Equal(2, (await DraftAsync(scenario, state, Complete with { Measures = "Nothing yet." })).Notice.Drafted.Number);
    }

    [Fact]
    public async Task A_notice_after_its_clock_gives_the_reasons_for_the_delay()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        (IncidentNotice drafted, _) = await DraftAsync(scenario, state, Complete);
        scenario.Authority.Time.Advance(TimeSpan.FromHours(73));
        await Refused("delay-reasons-required", () => SendAsync(scenario, state, drafted, NoticeChannel.Portal));
        await Refused("delay-reasons-required", () => DraftAsync(scenario, state, Complete));
        (IncidentNotice late, NoticeDocument document) = await DraftAsync(scenario, state, Complete with { DelayReasons = "The system was down." });
        Assert.Equal("The system was down.", document.Content["delayReasons"]!.GetValue<string>());
        await SendAsync(scenario, state, late, NoticeChannel.Portal);
    }

    [Fact]
    public async Task What_went_before_the_clock_ran_out_needs_no_reasons_though_it_is_said_after()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        (IncidentNotice drafted, _) = await DraftAsync(scenario, state, Complete);
        DateTimeOffset sentAt = scenario.Authority.Time.Now.AddHours(71);
        scenario.Authority.Time.Advance(TimeSpan.FromHours(80));
        await scenario.Authority.WatchIncidents.RunAsync(CancellationToken.None);
        Assert.True((await SendAsync(scenario, state, drafted, NoticeChannel.Portal, sentAt)).Find("supervisory-authority")!.IsStopped);
    }

    [Fact]
    public async Task A_partner_is_told_of_what_concerns_it_alone_and_of_nothing_where_nothing_does()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        (_, NoticeDocument document) = await DraftAsync(scenario, state, Complete with { Kind = NoticeKind.PartnerController, Partner = TestAuthority.Partner });
        Assert.Equal([scenario.Case.ToString()], Strings(document.Content["cases"]));
        await Refused("partner-not-concerned", () => DraftAsync(scenario, state, Complete with { Kind = NoticeKind.PartnerController, Partner = PartnerId.Parse("de-bfj") }));
    }

    [Theory]
    [InlineData("partner for the authority")]
    [InlineData("no partner for a partner")]
    [InlineData("plain words for the authority")]
    [InlineData("restrictions for the authority")]
    [InlineData("a control character")]
    [InlineData("persons below none")]
    public async Task A_draft_that_does_not_fit_is_refused(string what)
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        NoticeDraft draft = what switch
        {
            "partner for the authority" => Complete with { Partner = TestAuthority.Partner },
            "no partner for a partner" => Complete with { Kind = NoticeKind.TransferringParty },
            "plain words for the authority" => Complete with { PlainWords = "Your data were lost." },
            "restrictions for the authority" => Complete with { Restrictions = "Not to be passed on." },
            "a control character" => Complete with { Measures = "one\u0007two" },
            _ => Complete with { Persons = -1 },
        };
        await Refused("notice-malformed", () => DraftAsync(scenario, state, draft));
    }

    [Fact]
    public async Task Persons_are_told_in_plain_words_or_the_notice_says_they_follow()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await scenario.Authority.Incidents.RunAsync(new IncidentReport(IncidentCause.UnauthorisedDisclosure, new IncidentPlace(scenario.Case)), CancellationToken.None);
        (_, NoticeDocument document) = await DraftAsync(scenario, state, Complete with { Kind = NoticeKind.PersonsConcerned });
        Assert.Equal(["plainWords"], Strings(document.Content["toFollow"]));
        Assert.Equal(["LED art. 31(1)", "LED art. 31(2)"], Strings(document.Content["articles"]));
    }

    [Fact]
    public async Task A_page_shows_all_that_the_document_says_and_nothing_in_it_is_markup()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        (_, NoticeDocument document) = await DraftAsync(scenario, state, Complete with { Measures = "<script>alert(1)</script> & more" });
        string page = NoticeHtml.Render(document.Content, document.Digest);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more", page, StringComparison.Ordinal);
        foreach (string shown in new[] { state.Incident.ToString(), document.Digest, "dpo@authority.example", "One statement can&#39;t be relied on.", "bank records", "LED art. 30(3)", "Directive (EU) 2016/680", "suspects", "not known yet", "about 1", "Integrity: the data may have been altered", "22 November 2026, 09:00 UTC" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => NoticeHtml.Render([], "x"));
    }

    [Fact]
    public async Task A_page_says_no_code_but_the_ids_of_what_it_is_about()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        await scenario.Authority.ContainIncident.RunAsync(Dpo, state.Incident, new ContainmentTarget(ContainmentMeasure.HoldErasure, scenario.Case), "Until it is known what happened.", CancellationToken.None);
        (_, NoticeDocument document) = await DraftAsync(scenario, state, new NoticeDraft(NoticeKind.PartnerController, TestAuthority.Partner) { Persons = 0 });
        Assert.Equal("Parquet national financier", document.Content["partnerName"]!.GetValue<string>());
        string page = NoticeHtml.Render(document.Content, document.Digest);
        string[] codes = [.. Enum.GetValues<ContainmentMeasure>().Select(one => JsonNamingPolicy.KebabCaseLower.ConvertName($"{one}")), .. RequestVocabulary.DataCategories.Where(code => code.Contains('-', StringComparison.Ordinal)), "fr-pnf"];
        Assert.DoesNotContain(codes, code => page.Contains(code, StringComparison.Ordinal));
        foreach (string said in (string[])["Parquet national financier", scenario.Case.ToString(), "Nothing of the case is erased", "the likely consequences, the measures taken or proposed", "<dd>none</dd>"])
            Assert.Contains(said, page, StringComparison.Ordinal);
        document.Content["nature"]!["keysLeft"] = 2;
        Assert.Contains("Handed to partner authorities, by 2 disclosures", NoticeHtml.Render(document.Content, document.Digest), StringComparison.Ordinal);
        Assert.All(Enum.GetValues<ContainmentMeasure>(), one => Assert.Contains(' ', NoticeWords.Of(JsonNamingPolicy.KebabCaseLower.ConvertName($"{one}"))));
    }

    [Fact]
    public async Task A_notice_that_was_sent_before_its_clock_was_known_to_run_stops_it()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        IncidentState state = await OpenAsync(scenario);
        Assert.Null(state.Find("partner-controller:fr-pnf"));
        (IncidentNotice notice, _) = await DraftAsync(scenario, state, Complete with { Kind = NoticeKind.PartnerController, Partner = TestAuthority.Partner });
        await SendAsync(scenario, state, notice, NoticeChannel.Portal);
        scenario.Authority.Time.Advance(TimeSpan.FromDays(30));
        await scenario.Authority.WatchIncidents.RunAsync(CancellationToken.None);
        IncidentClock clock = (await scenario.Authority.IncidentJournal.GetAsync(state.Incident, CancellationToken.None)).Find("partner-controller:fr-pnf")!;
        Assert.True(clock is { IsStopped: true, IsMissed: false });
    }

    [Fact]
    public async Task A_notice_of_a_drill_says_so_and_one_of_a_real_incident_does_not()
    {
        foreach (Space space in (Space[])[Space.Real, Space.Drill])
        {
            using var authority = new TestAuthority { Space = space };
            authority.Restart();
            IncidentState state = await authority.Incidents.RunAsync(new IncidentReport(IncidentCause.LedgerBroken, new IncidentPlace()), CancellationToken.None);
            (_, NoticeDocument document) = await authority.DraftNotice.RunAsync(Dpo, state.Incident, Complete, CancellationToken.None);
            string page = NoticeHtml.Render(document.Content, document.Digest);
            Assert.Equal(space == Space.Drill ? "drill" : null, (string?)document.Content["space"]);
            Assert.Equal(space == Space.Drill, page.Contains("<h1>Drill: Notification", StringComparison.Ordinal));
            Assert.Equal(space == Space.Drill, page.Contains("Drill: all of this is made up", StringComparison.Ordinal));
        }
    }

    private static Task<IncidentState> OpenAsync(DisclosureScenario scenario) =>
        scenario.Authority.Incidents.RunAsync(new IncidentReport(IncidentCause.BodyAltered, new IncidentPlace(scenario.Case, DisclosureScenario.Item)), CancellationToken.None);

    private static Task<(IncidentNotice Notice, NoticeDocument Document)> DraftAsync(DisclosureScenario scenario, IncidentState state, NoticeDraft draft) =>
        scenario.Authority.DraftNotice.RunAsync(Dpo, state.Incident, draft, CancellationToken.None);

    private static Task<IncidentState> SendAsync(
        DisclosureScenario scenario, IncidentState state, IncidentNotice notice, NoticeChannel channel, DateTimeOffset? sentAt = null, string? digest = null) =>
        scenario.Authority.SendNotice.RunAsync(Dpo, state.Incident, notice.Drafted.Number, digest ?? notice.Drafted.Digest, channel, sentAt, CancellationToken.None);

    private static async Task Refused(string slug, Func<Task> act) => Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(act)).Slug);

    private static string[] Strings(JsonNode? list) => [.. list!.AsArray().Select(one => one!.GetValue<string>())];
}
