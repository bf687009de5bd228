using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Incidents;
using Rogatory.Core.Risk;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Risk;

/// <summary>The stage in the flow of a case: when it is assessed anew, and what the ledger says of that.</summary>
public sealed class RiskFlowTests
{
    [Fact]
    public async Task A_case_is_assessed_once_all_of_it_is_sealed_and_not_before()
    {
        using var authority = new TestAuthority();
        CaseId @case = await authority.OpenAsync(("statement", DisclosureScenario.Content));
        await authority.Runner.RunAsync(@case, CancellationToken.None);
        Assert.Null((await authority.StateAsync(@case)).Risk.Newest);

        await authority.SendAsync(@case, "statement", DisclosureScenario.Content);
        await authority.Runner.RunAsync(@case, CancellationToken.None);

        CaseState state = await authority.StateAsync(@case);
        Assert.Equal((RiskCause.First, authority.Time.Now), (state.Risk.Newest!.Cause, state.Risk.At));
        await authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task An_assessment_is_behind_from_the_last_classification_until_the_next_assessment()
    {
        using var authority = new TestAuthority();
        CaseId @case = await authority.OpenAsync(("statement", DisclosureScenario.Content));
        await authority.SendAsync(@case, "statement", DisclosureScenario.Content);
        await authority.IssueReceipt.RunAsync(@case, CancellationToken.None);
        await authority.AssessRisk.RunAsync(@case, CancellationToken.None);
        Assert.False(await IsBehindAsync());
        foreach (ItemId item in (ItemId[])[CaseState.RequestItem, ItemId.Parse("statement")])
            await authority.Classify.RunAsync(@case, item, CancellationToken.None);
        Assert.True(await IsBehindAsync());
        await authority.AssessRisk.RunAsync(@case, CancellationToken.None);
        Assert.False(await IsBehindAsync());

        async Task<bool> IsBehindAsync() => await authority.StateAsync(@case) is var state && state.Risk.IsBehind(state);
    }

    [Fact]
    public async Task A_look_that_changes_nothing_writes_nothing_day_after_day()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        long lines = (await scenario.Authority.VerifyAsync(scenario.Case)).Size;
        for (int day = 0; day < 5; day++)
        {
            scenario.Authority.Time.Advance(TimeSpan.FromDays(1));
            await scenario.RunAsync();
        }

        Assert.Equal(lines, (await scenario.Authority.VerifyAsync(scenario.Case)).Size);
    }

    [Fact]
    public async Task A_partner_that_is_suspended_and_reinstated_changes_it_each_time()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        RiskLevel before = (await NewestAsync(scenario)).Level;

        await scenario.SuspendAsync();
        await LookAgainAsync(scenario);
        RiskAssessed suspended = await NewestAsync(scenario);
        Assert.Equal((RiskLevel.Severe, RiskCause.Partner), (suspended.Level, suspended.Cause));
        Assert.Contains("PARTNER-UNKNOWN", suspended.Rules);

        await scenario.ReinstateAsync();
        await LookAgainAsync(scenario);
        Assert.Equal((before, RiskCause.Partner), ((await NewestAsync(scenario)).Level, (await NewestAsync(scenario)).Cause));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task An_incident_of_the_case_lifts_the_level_and_demands_a_consultation()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await scenario.Authority.Incidents.RunAsync(IncidentCause.BodyAltered, scenario.Case, DisclosureScenario.Item, CancellationToken.None);
        await LookAgainAsync(scenario);

        RiskAssessed newest = await NewestAsync(scenario);
        Assert.Equal((RiskCause.Incident, true), (newest.Cause, newest.Level >= RiskLevel.High));
        Assert.Contains(Mitigation.DpoConsultation, newest.Mitigations);
    }

    [Fact]
    public async Task An_incident_of_another_case_counts_for_the_same_partner_only()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        CaseId other = await scenario.Authority.ReceivedAsync("PNF-2026-0999", ("letter", [1, 2, 3]));
        await scenario.Authority.Incidents.RunAsync(IncidentCause.BodyMissing, other, CancellationToken.None);
        await LookAgainAsync(scenario);
        Assert.Contains("INCIDENT-OF-PARTNER", (await NewestAsync(scenario)).Rules);
        Assert.DoesNotContain("INCIDENT-IN-CASE", (await NewestAsync(scenario)).Rules);
    }

    [Fact]
    public async Task An_incident_about_the_partner_counts_in_its_cases_and_one_of_a_case_that_is_none_here_stops_nothing()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await scenario.Authority.Incidents.RunAsync(IncidentCause.WorkPoisoned, CaseId.OfOurs("a drill").InDrill(), CancellationToken.None);
        await scenario.Authority.Incidents.RunAsync(new IncidentReport(IncidentCause.KeyCompromised, new IncidentPlace(Partner: TestAuthority.Partner)), CancellationToken.None);
        await scenario.Authority.Incidents.RunAsync(new IncidentReport(IncidentCause.GlassBroken, new IncidentPlace(scenario.Case)), CancellationToken.None);
        await LookAgainAsync(scenario);
        Assert.Contains("INCIDENT-OF-PARTNER", (await NewestAsync(scenario)).Rules);
        Assert.DoesNotContain("INCIDENT-IN-CASE", (await NewestAsync(scenario)).Rules);
        await scenario.Authority.WatchIncidents.RunAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_death_penalty_that_a_proposal_raises_is_severe()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        JsonObject facts = DisclosureScenario.Facts();
        facts["grounds"]!["deathPenaltyRisk"] = JsonNode.Parse("""{"value":true,"reasons":"The charge carries it."}""");
        await scenario.ProposeAsync(DisclosureScenario.Proposal() with { Facts = facts });
        await scenario.RunAsync();
        Assert.Equal((RiskLevel.Severe, RiskCause.Disclosure), ((await NewestAsync(scenario)).Level, (await NewestAsync(scenario)).Cause));
    }

    [Fact]
    public async Task An_entry_that_runs_out_is_found_on_the_daily_look()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await scenario.RegisterAsync(validUntil: scenario.Authority.Time.Now.AddHours(30));
        await LookAgainAsync(scenario);
        scenario.Authority.Time.Advance(TimeSpan.FromHours(31));
        await scenario.RunAsync();
        Assert.Equal(RiskCause.Daily, (await NewestAsync(scenario)).Cause);
        Assert.Contains("PARTNER-KEY-NOT-VALID", (await NewestAsync(scenario)).Rules);
    }

    [Fact]
    public async Task Other_rules_are_a_change_and_the_policy_is_kept_so_that_it_can_be_made_again()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        scenario.Authority.Policy = RiskPacks.With(pack => pack["version"] = "2026-11-23");
        scenario.Authority.Restart();
        await scenario.RunAsync();

        RiskAssessed newest = await NewestAsync(scenario);
        Assert.Equal((RiskCause.Policy, "2026-11-23"), (newest.Cause, newest.Pack));
        byte[] kept = (await scenario.Authority.Statements.ReadAsync(Core.Policy.StoredPolicies.NameOf(newest.Policy), CancellationToken.None))!;
        RiskAssessment again = RiskCheck.Assess(RiskFacts.From(newest.Facts), Core.Policy.PolicySet.Parse(kept), DateOnly.FromDateTime(scenario.Authority.Time.Now.UtcDateTime));
        Assert.Equal((newest.Level, string.Join(' ', newest.Rules)), (again.Level, string.Join(' ', again.Findings.Select(one => one.Rule))));
    }

    [Fact]
    public async Task A_change_of_a_register_is_seen_in_the_moment_that_wakes_the_case()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await scenario.RunAsync();
        await scenario.SuspendAsync();
        await scenario.RunAsync();
        Assert.Contains("PARTNER-UNKNOWN", (await NewestAsync(scenario)).Rules);
        await scenario.Authority.Incidents.RunAsync(IncidentCause.BodyAltered, scenario.Case, DisclosureScenario.Item, CancellationToken.None);
        await scenario.RunAsync();
        Assert.Contains("INCIDENT-IN-CASE", (await NewestAsync(scenario)).Rules);
    }

    [Fact]
    public async Task A_host_that_knew_the_partner_before_it_was_suspended_does_not_take_that_back()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        CaseRunner other = scenario.Authority.Runner;
        await other.RunAsync(scenario.Case, CancellationToken.None);
        scenario.Authority.Restart();
        await scenario.SuspendAsync();
        await scenario.RunAsync();
        RiskAssessed suspended = await NewestAsync(scenario);
        await other.RunAsync(scenario.Case, CancellationToken.None);
        Assert.Equal((RiskLevel.Severe, suspended.Command), (suspended.Level, (await NewestAsync(scenario)).Command));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Theory]
    [InlineData("2026-11-21", 1, 0)]
    [InlineData("2026-11-22", 1, 0)]
    [InlineData("2026-11-22", 1, 1)]
    public async Task Hosts_with_other_rules_do_not_write_in_turns_and_the_older_ones_speak_an_hour_later(string version, int hours, int extra)
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        CaseRunner first = scenario.Authority.Runner;
        scenario.Authority.Policy = RiskPacks.With(pack =>
        {
            pack["version"] = version;
            pack["rules"]!.AsArray().Add(JsonNode.Parse($$"""
                {"id":"X-{{extra}}","citation":"X","verified":true,"message":"So.","when":"always","level":"{{(extra == 0 ? "moderate" : "high")}}","demands":[],"tests":[{"facts":{},"fires":true}]}
                """));
        });
        scenario.Authority.Restart();
        long before = (await scenario.Authority.VerifyAsync(scenario.Case)).Size;
        for (int turn = 0; turn < 5; turn++)
        {
            await scenario.RunAsync();
            await first.RunAsync(scenario.Case, CancellationToken.None);
        }

        Assert.InRange((await scenario.Authority.VerifyAsync(scenario.Case)).Size - before, 0, 1);
        scenario.Authority.Time.Advance(TimeSpan.FromHours(hours));
        DateTimeOffset? look = await scenario.Authority.Runner.RunAsync(scenario.Case, CancellationToken.None);
        Assert.NotNull(look);
        Assert.Contains($"X-{extra}", (await NewestAsync(scenario)).Rules);
        Assert.Equal(RiskCause.Policy, (await NewestAsync(scenario)).Cause);
    }

    [Fact]
    public async Task Workers_at_once_record_one_change_once()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await scenario.SuspendAsync();
        scenario.Authority.Time.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(scenario.RunAsync)));
        string ledger = await scenario.Authority.LedgerTextAsync(scenario.Case.ToString());
        Assert.Equal(1, Count(ledger, "\"cause\":\"partner\""));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_a_change_is_recorded_once(FaultMode mode)
    {
        int calls = int.MaxValue;
        for (int failing = 0; failing <= calls; failing++)
        {
            using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
            await scenario.SuspendAsync();
            scenario.Authority.Time.Advance(TimeSpan.FromMinutes(1));
            int before = scenario.Authority.Faults.Calls;
            if (failing > 0)
                scenario.Authority.Faults.Fail(before + failing, mode);
            await scenario.Authority.EventuallyAsync(async () =>
            {
                await scenario.RunAsync();
                return true;
            });
            calls = failing == 0 ? scenario.Authority.Faults.Calls - before : calls;
            Assert.Equal(1, Count(await scenario.Authority.LedgerTextAsync(scenario.Case.ToString()), "\"cause\":\"partner\""));
            await scenario.Authority.VerifyAsync(scenario.Case);
        }

        Assert.True(calls > 3, $"The flow made only {calls} calls, so this proves little.");
    }

    [Fact]
    public async Task Where_the_partner_register_is_broken_nothing_is_assessed_and_the_case_goes_on()
    {
        using var authority = new TestAuthority();
        await authority.Ledgers.TryAppendAsync("partners", 0, "{}\n"u8.ToArray(), CancellationToken.None);
        CaseId @case = await authority.ReceivedAsync(("statement", DisclosureScenario.Content));
        Assert.Equal(CasePhase.AwaitingDecision, (await authority.StateAsync(@case)).Phase);
        Assert.Null((await authority.StateAsync(@case)).Risk.Newest);
        Assert.Contains(await authority.Incidents.ListAsync(CancellationToken.None), one => one.Cause == IncidentCause.LedgerBroken);
    }

    private static async Task<RiskAssessed> NewestAsync(DisclosureScenario scenario) => (await scenario.Authority.StateAsync(scenario.Case)).Risk.Newest!;

    private static async Task LookAgainAsync(DisclosureScenario scenario)
    {
        scenario.Authority.Time.Advance(TimeSpan.FromMinutes(1));
        await scenario.RunAsync();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
