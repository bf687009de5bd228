using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Core.Risk;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Core.Tests.Retention;

namespace Rogatory.Core.Tests.Risk;

/// <summary>What of a case, the registers and the law becomes which facts, without any storage.</summary>
public sealed class CaseRiskTests
{
    private static readonly DateTimeOffset Now = Some.Time;
    private static readonly PolicySet Policy = PolicySet.Load();
    private static readonly RiskSources Sources = new(Policy, StateCode.Parse("NL"), Registered("fr-pnf", "FR"), []);

    [Theory]
    [InlineData(CasePhase.AwaitingItems, false)]
    [InlineData(CasePhase.AwaitingReceipt, false)]
    [InlineData(CasePhase.AwaitingDecision, true)]
    [InlineData(CasePhase.ClarificationAsked, true)]
    [InlineData(CasePhase.Postponed, true)]
    [InlineData(CasePhase.Accepted, true)]
    [InlineData(CasePhase.Refused, false)]
    public void A_case_is_assessed_from_when_all_is_sealed_until_nothing_can_go_out(CasePhase phase, bool assessed) =>
        Assert.Equal(assessed, CaseRisk.Next(Case() with { Phase = phase }, Sources, Now) is not null);

    [Fact]
    public void What_waits_for_classification_is_said_to_wait_and_is_high()
    {
        RiskAssessment assessed = Assess(Case() with { Classification = new ClassificationState() });
        Assert.Equal("waiting", Fact(assessed, "data", "reading"));
        Assert.Equal((RiskLevel.High, "classified-first"), (assessed.Level, Assert.Single(assessed.Demands).Mitigation));
        Assert.Null(Fact(assessed, "data", "special"));
    }

    [Fact]
    public void An_ordinary_case_that_was_read_in_full_is_low_and_demands_nothing()
    {
        RiskAssessment assessed = Assess(Case(Found("statement", ("iban", 12), ("person-name", 3))));
        Assert.Equal((RiskLevel.Low, 0), (assessed.Level, assessed.Demands.Count));
        Assert.Equal("financial", Fact(assessed, "data", "sensitive"));
        Assert.Equal("", Fact(assessed, "data", "special"));
    }

    [Theory]
    [InlineData("health", "special", "health")]
    [InlineData("belief", "special", "religious-or-philosophical-beliefs")]
    [InlineData("ethnic-origin", "special", "racial-or-ethnic-origin")]
    [InlineData("national-number", "sensitive", "financial official-numbers")]
    [InlineData("coordinates", "sensitive", "financial location")]
    [InlineData("device-number", "sensitive", "communications financial")]
    [InlineData("criminal-record", "sensitive", "criminal-records financial")]
    [InlineData("privilege", "sensitive", "financial privilege")]
    [InlineData("secrecy", "sensitive", "financial secrecy")]
    [InlineData("url", "sensitive", "financial")]
    public void What_is_found_becomes_a_fact_by_its_category(string category, string fact, string codes) =>
        Assert.Equal(codes, Fact(Assess(Case(Found("statement", (category, 1)))), "data", fact));

    [Fact]
    public void What_is_declared_counts_as_what_is_found()
    {
        CaseState state = Case(Found("statement"));
        RiskAssessment assessed = Assess(state with { Request = state.Request with { DataCategories = ["health", "traffic-data"] } });
        Assert.Equal(("health", "communications"), (Fact(assessed, "data", "special"), Fact(assessed, "data", "sensitive")));
    }

    [Theory]
    [InlineData("minor")]
    [InlineData("victim")]
    [InlineData("witness")]
    public void Persons_come_from_the_request_and_from_what_is_found(string found)
    {
        CaseState state = Case(Found("statement", (found, 1)));
        Assert.Equal(string.Join(' ', new[] { found, "suspect" }.Order(StringComparer.Ordinal)), Fact(Assess(state with { Request = state.Request with { Subjects = ["suspect"] } }), "subjects"));
        Assert.Equal(found, Fact(Assess(state), "subjects"));
    }

    [Fact]
    public void Whom_a_case_is_about_is_unknown_where_its_ledger_does_not_say() =>
        Assert.Contains("subjects", Assess(Case(Found("statement"))).Open.Single(one => one.Rule == "MINORS").Missing);

    [Fact]
    public void A_vulnerable_person_found_doubtfully_only_asks_for_a_look()
    {
        ItemClassified doubtful = Found("statement") with { Doubtful = new Dictionary<string, long> { ["health"] = 2, ["iban"] = 40 } };
        Assert.Equal(("doubtful", RiskLevel.Moderate), (Fact(Assess(Case(doubtful)), "data", "reading"), Assess(Case(doubtful)).Level));
        Assert.Equal("", Fact(Assess(Case(doubtful with { Categories = new Dictionary<string, long> { ["health"] = 1 } })), "data", "reading"));
    }

    [Fact]
    public void What_could_not_be_read_is_high_until_an_officer_has_opened_it()
    {
        CaseState state = Case(Found("statement") with { Unread = new Dictionary<string, long> { ["encrypted"] = 1 } });
        Assert.Equal(("unread", RiskLevel.High), (Fact(Assess(state), "data", "reading"), Assess(state).Level));
        Assert.Null(Fact(Assess(state), "data", "special"));

        CaseState read = state with { Risk = state.Risk.Apply(Reading("statement"), Now, "officer:o-jansen") };
        Assert.Equal(("unread-seen", RiskLevel.Moderate), (Fact(Assess(read), "data", "reading"), Assess(read).Level));
        Assert.Null(Fact(Assess(read), "data", "special"));
        Assert.Equal(RiskLevel.High, Assess(state with { Risk = state.Risk.Apply(Reading("statement"), Now, "system:classification") }).Level);
        Assert.Equal(RiskLevel.High, Assess(state with { Risk = state.Risk.Apply(Reading("letter"), Now, "officer:o-jansen") }).Level);
    }

    [Fact]
    public void A_broken_limit_is_a_fact_of_its_own() =>
        Assert.Contains(Assess(Case(Found("statement") with { Breaches = ["ratio"] })).Findings, one => one.Rule == "READING-LIMITS");

    [Theory]
    [InlineData("iban", 999, "")]
    [InlineData("iban", 1_000, "findings-1000")]
    [InlineData("iban", 10_000, "findings-1000 findings-10000")]
    [InlineData("person-name", 99, "")]
    [InlineData("person-name", 100, "persons-100")]
    [InlineData("national-number", 1_000, "findings-1000 persons-100 persons-1000")]
    public void Thresholds_of_volume_are_reached_at_their_number(string category, long count, string codes) =>
        Assert.Equal(codes, Fact(Assess(Case(Found("statement", (category, count)))), "volume"));

    [Theory]
    [InlineData("minor")]
    [InlineData("witness")]
    public void The_words_of_the_requests_own_format_are_no_findings(string category)
    {
        CaseState state = Case(Found("statement"), Found("request", (category, 1), ("person-name", 1)));
        state = state with { Sealed = state.Sealed.Add("request", Some.Sealed("request")) };
        Assert.Equal(RiskLevel.Low, Assess(state).Level);
        Assert.NotEqual(RiskLevel.Low, Assess(Case(Found("statement", (category, 1)))).Level);
    }

    [Fact]
    public void A_marking_of_secrecy_in_the_request_counts_as_in_any_item()
    {
        CaseState state = Case(Found("statement"), Found("request", ("secrecy", 1)));
        state = state with { Sealed = state.Sealed.Add("request", Some.Sealed("request")) };
        Assert.Contains(Assess(state).Findings, one => one.Rule == "SECRECY");
    }

    [Fact]
    public void What_an_officer_put_right_counts_as_any_item_does()
    {
        CaseState waiting = Case(Found("statement"));
        waiting = waiting with { Sealed = waiting.Sealed.Add("statement.rectification-1", Some.Sealed("statement.rectification-1")) };
        Assert.Equal("waiting", Fact(Assess(waiting), "data", "reading"));
        CaseState classified = Case(Found("statement"), Found("statement.rectification-1", ("health", 1))) with { Sealed = waiting.Sealed };
        Assert.Equal("health", Fact(Assess(classified), "data", "special"));
    }

    [Fact]
    public void Bytes_count_as_sealed()
    {
        CaseState state = Case(Found("statement"));
        ItemSealed large = state.Find(ItemId.Parse("statement"))! with { Size = 100L << 20 };
        Assert.Equal("bytes-100-mib", Fact(Assess(state with { Sealed = state.Sealed.SetItem("statement", large) }), "volume"));
    }

    [Theory]
    [InlineData("FR", "2026-11-22", "led")]
    [InlineData("CH", "2026-11-22", "led")]
    [InlineData("NL", "2026-11-22", "led")]
    [InlineData("GB", "2026-11-22", "led-adequate")]
    [InlineData("GB", "2020-06-01", "led")]
    [InlineData("TR", "2026-11-22", "convention-108")]
    [InlineData("RU", "2026-11-22", "none")]
    [InlineData("US", "2026-11-22", "none")]
    public void What_protects_the_data_there_follows_from_the_law_tables_on_the_day(string state, string day, string protection)
    {
        DateTimeOffset now = DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(protection, Fact(CaseRisk.Assess(Case(Found("statement")), Sources with { Partners = Registered("fr-pnf", state) }, now), "partner", "protection"));
    }

    [Fact]
    public void A_partner_that_is_suspended_is_severe_and_nothing_else_is_known_of_it()
    {
        RiskAssessment assessed = CaseRisk.Assess(Case(Found("statement")), Sources with { Partners = Registered("de-bfj", "DE") }, Now);
        Assert.Equal((RiskLevel.Severe, "not-registered"), (assessed.Level, Fact(assessed, "partner", "standing")));
        Assert.Null(Fact(assessed, "partner", "protection"));
    }

    [Fact]
    public void An_entry_that_ran_out_is_a_fact()
    {
        RiskAssessment later = CaseRisk.Assess(Case(Found("statement")), Sources, Now.AddYears(1));
        Assert.Equal(("not-valid", RiskLevel.High), (Fact(later, "partner", "key"), later.Level));
    }

    [Fact]
    public void A_partner_that_something_is_on_its_way_to_counts_beside_that_of_the_case()
    {
        RiskSources both = Sources with { Partners = Registered("fr-pnf", "FR").Concat(Registered("us-doj", "US")).ToDictionary() };
        DisclosureState disclosure = Proposed("us-doj", "{}");
        CaseState state = Case(Found("statement")) with { Disclosures = [disclosure] };
        Assert.Equal("led none", Fact(CaseRisk.Assess(state, both, Now), "partner", "protection"));
        Assert.Equal("led", Fact(CaseRisk.Assess(state with { Disclosures = [disclosure with { Step = DisclosureStep.Withdrawn }] }, both, Now), "partner", "protection"));
    }

    [Theory]
    [InlineData("deathPenaltyRisk", "death-penalty", RiskLevel.Severe)]
    [InlineData("tortureRisk", "torture", RiskLevel.Severe)]
    [InlineData("fundamentalRightsBreach", "fundamental-rights", RiskLevel.Severe)]
    [InlineData("discriminatoryPurpose", "discrimination", RiskLevel.High)]
    [InlineData("politicalOffence", "political-offence", RiskLevel.High)]
    public void A_ground_that_a_proposal_raises_counts_with_or_without_reasons(string ground, string raised, RiskLevel level)
    {
        CaseState Raises(string value) => Case(Found("statement")) with { Disclosures = [Proposed("fr-pnf", $$$"""{"grounds": {"{{{ground}}}": {"value": {{{value}}} } } }""")] };
        Assert.Equal((raised, level), (Fact(Assess(Raises("true")), "request", "raised"), Assess(Raises("true")).Level));
        Assert.Equal(RiskLevel.Low, Assess(Raises("false")).Level);
    }

    [Fact]
    public void Incidents_of_the_case_and_of_its_partner_are_told_apart_from_those_of_others()
    {
        CaseState state = Case(Found("statement"));
        CaseId other = CaseId.Of(TestAuthority.Partner, "PNF-2026-0500");
        RiskAssessment With(params RiskIncident[] incidents) => CaseRisk.Assess(state, Sources with { Incidents = incidents }, Now);
        Assert.Equal("breach", Fact(With(new RiskIncident(state.Case, state.Partner, IsBreach: true)), "incidents", "case"));
        Assert.Equal("stalled", Fact(With(new RiskIncident(state.Case, Partner: null, IsBreach: false)), "incidents", "case"));
        Assert.Equal("breach", Fact(With(new RiskIncident(other, state.Partner, IsBreach: true)), "incidents", "partner"));
        Assert.Equal(RiskLevel.Low, With(new RiskIncident(other, PartnerId.Parse("de-bfj"), IsBreach: true), new RiskIncident(other, Partner: null, IsBreach: true)).Level);
    }

    [Fact]
    public void What_is_erased_altogether_is_not_assessed_any_more_and_an_erased_item_says_nothing()
    {
        CaseState state = Case(Found("statement", ("health", 1)));
        ErasureState item = new() { Proposal = SomeRetention.Proposed(ItemId.Parse("statement")), ProposedBy = "officer:o-jansen", Step = ErasureStep.Erased, Items = [ItemId.Parse("statement")] };
        Assert.Equal(RiskLevel.Low, Assess(state with { Retention = state.Retention with { Erasures = [item] } }).Level);
        ErasureState all = item with { Proposal = SomeRetention.Proposed() };
        Assert.Null(CaseRisk.Next(state with { Retention = state.Retention with { Erasures = [all] } }, Sources, Now));
    }

    [Fact]
    public void An_assessment_on_record_is_not_said_again()
    {
        CaseState state = Case(Found("statement"));
        Assert.Null(CaseRisk.Next(Recorded(state), Sources, Now.AddHours(20)));
    }

    [Fact]
    public void While_items_wait_only_what_follows_for_the_level_is_said()
    {
        CaseState two = Case(Found("statement"));
        CaseState waiting = Recorded(two with { Sealed = two.Sealed.Add("letter", Some.Sealed("letter")) });
        CaseState more = waiting with { Classification = waiting.Classification with { Items = waiting.Classification.Items.SetItem("statement", Found("statement", ("coordinates", 1))) } };
        Assert.NotNull(CaseRisk.Next(more, Sources, Now));
        CaseState same = waiting with { Classification = waiting.Classification with { Items = waiting.Classification.Items.SetItem("statement", Found("statement", ("national-number", 1))) } };
        Assert.Null(CaseRisk.Next(same, Sources, Now));
        Assert.NotNull(CaseRisk.Next(same with { Classification = same.Classification with { Items = same.Classification.Items.Add("letter", Found("letter")) } }, Sources, Now));
    }

    [Fact]
    public void The_cause_is_the_first_of_what_changed()
    {
        CaseState state = Recorded(Case(Found("statement") with { Unread = new Dictionary<string, long> { ["image"] = 1 } }));
        RiskSources incident = Sources with { Incidents = [new RiskIncident(state.Case, state.Partner, IsBreach: true)] };
        CaseState more = state with { Classification = state.Classification with { Items = state.Classification.Items.SetItem("statement", Found("statement", ("health", 1))) } };
        CaseState raised = state with { Disclosures = [Proposed("fr-pnf", """{"grounds":{"deathPenaltyRisk":{"value":true}}}""")] };
        CaseState opened = state with { Risk = state.Risk.Apply(Reading("statement"), Now, "officer:o-jansen") };
        PolicySet changed = RiskPacks.With(pack => pack["version"] = "2026-11-23");

        Assert.Equal(RiskCause.First, Cause(state with { Risk = new RiskState() }, Sources));
        Assert.Equal(RiskCause.Incident, Cause(more, incident));
        Assert.Equal(RiskCause.Disclosure, Cause(raised, Sources));
        Assert.Equal(RiskCause.Partner, Cause(state, Sources with { Partners = Registered("de-bfj", "DE") }));
        Assert.Equal(RiskCause.Partner, Cause(state, Sources with { Partners = Registered("fr-pnf", "TR") }));
        Assert.Equal(RiskCause.Read, Cause(opened, Sources));
        Assert.Equal(RiskCause.Classified, Cause(more, Sources));
        Assert.Equal(RiskCause.Policy, Cause(state, Sources with { Policy = changed }));
        Assert.Equal(RiskCause.Daily, Cause(state, Sources, Now.AddYears(1)));
    }

    [Fact]
    public void A_rule_whose_time_begins_changes_the_assessment_of_itself()
    {
        PolicySet policy = RiskPacks.With("""
            {"id":"X-1","citation":"X","verified":true,"message":"So.","when":"always","level":"moderate","inForce":{"from":"2026-12-01","citation":"X"},
             "tests":[{"facts":{},"fires":true}]}
            """);
        CaseState state = Case(Found("statement"));
        RiskSources sources = Sources with { Policy = policy };
        CaseState before = state with { Risk = state.Risk.Apply(CaseRisk.Next(state, sources, Now)!, Now, "system:risk") };
        Assert.Equal(RiskCause.Daily, CaseRisk.Next(before, sources, Now.AddDays(9))!.Cause);
    }

    private static RiskCause Cause(CaseState state, RiskSources sources, DateTimeOffset? now = null) => CaseRisk.Next(state, sources, now ?? Now)!.Cause;

    private static RiskAssessment Assess(CaseState state) => CaseRisk.Assess(state, Sources, Now);

    private static CaseState Recorded(CaseState state) => state with { Risk = state.Risk.Apply(CaseRisk.Next(state, Sources, Now)!, Now, "system:risk") };

    private static CaseState Case(params ItemClassified[] classified) => Some.State(Some.Sealed("statement")) with
    {
        Phase = CasePhase.Accepted,
        Classification = new ClassificationState { Items = classified.ToImmutableDictionary(one => one.Item.ToString()) },
    };

    private static ItemClassified Found(string item, params (string Category, long Count)[] found) => new()
    {
        Command = Some.Command(),
        Item = ItemId.Parse(item),
        Format = "csv",
        Findings = Derivation.FindingsOf(ItemId.Parse(item)),
        Pack = "2026-11-22",
        Categories = found.ToDictionary(one => one.Category, one => one.Count),
        Doubtful = new Dictionary<string, long>(),
        Unread = new Dictionary<string, long>(),
        Breaches = [],
    };

    private static ItemConsulted Reading(string item) => new() { Command = Some.Command(), Item = ItemId.Parse(item), Justification = CaseState.RequestItem };

    private static DisclosureState Proposed(string partner, string stated) => DisclosureState.Begin(
        SomeDisclosure.Proposed() with { Partner = PartnerId.Parse(partner), Stated = JsonNode.Parse(stated)!.AsObject() }, "officer:o-jansen");

    private static Dictionary<string, RegisteredPartner> Registered(string partner, string state)
    {
        var key = new DatedKey("{}", DateTimeOffset.UnixEpoch, Now.AddDays(90));
        return new() { [partner] = new RegisteredPartner(PartnerId.Parse(partner), new PartnerEntry("Some authority", StateCode.Parse(state), [key], [key]), Change: 1) };
    }

    private static string? Fact(RiskAssessment assessed, string section, string? member = null)
    {
        JsonNode? found = member is null ? assessed.Facts.ToJson()[section] : assessed.Facts.ToJson()[section]?[member];
        return found is JsonArray codes ? string.Join(' ', codes.Select(code => code!.GetValue<string>())) : found?.GetValue<string>();
    }
}
