using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Flow;
using Rogatory.Core.Incidents;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;
using Rogatory.Core.Risk;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Risk;

/// <summary>What the assessment demands is a condition of the grant: asked for in the proposal, and checked again until it has gone.</summary>
public sealed class RiskDemandTests
{
    [Theory]
    [InlineData(Mitigation.DpoConsultation, "consulted", "RISK-CONSULTED")]
    [InlineData(Mitigation.ImpactAssessment, "impactAssessed", "RISK-IMPACT-ASSESSED")]
    [InlineData(Mitigation.ExtractInsteadOfOriginal, "originalNeeded", "RISK-EXTRACT")]
    public async Task A_demand_asks_a_person_until_it_is_stated_with_reasons_that_it_is_met(string mitigation, string judgement, string rule)
    {
        using DisclosureScenario scenario = await DemandingAsync(mitigation);
        Assert.Equal((TransferOutcome.NeedsAPerson, "ask"), await DecidedAsync(scenario, facts => facts["risk"]!.AsObject().Remove(judgement), rule));
        Assert.Equal((TransferOutcome.NeedsAPerson, "ask"), await DecidedAsync(scenario, facts => facts["risk"]![judgement] = new JsonObject { ["value"] = true }, rule));
        Assert.Equal((TransferOutcome.Refused, "refuse"), await DecidedAsync(scenario, facts => DisclosureScenario.Judging(facts, judgement, value: false), rule));
        Assert.Equal((TransferOutcome.AllowedWithConditions, "holds"), await DecidedAsync(scenario, facts => DisclosureScenario.Judging(facts, judgement), rule));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task An_ordinary_case_that_was_read_needs_nothing_new()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync(content: "booked;amount\n2026-03-14;12.00\n"u8.ToArray());
        DisclosureState proposed = await scenario.ProposeAsync(Proposal(facts => facts.Remove("risk")));
        Assert.True(proposed.Check!.IsAllowed, string.Join(", ", proposed.Check.Findings));
        Assert.Equal(1, proposed.Check.Approvals);
        Assert.Equal("""{"demands":[],"level":"low","originals":true}""", proposed.Check.Facts["risk"]!.ToJsonString());
    }

    [Fact]
    public async Task Where_a_second_approver_is_demanded_two_officers_approve()
    {
        using DisclosureScenario scenario = await DemandingAsync(Mitigation.SecondApprover);
        DisclosureState proposed = await scenario.ProposeAsync();
        Assert.Equal(2, proposed.Check!.Approvals);
        await ApproveAsync(scenario, proposed, DisclosureScenario.Approver);
        Assert.Equal(DisclosureStep.Proposed, (await scenario.FindAsync(proposed.Id)).Step);
        await ApproveAsync(scenario, proposed, DisclosureScenario.Second);
        Assert.Equal(DisclosureStep.Ready, (await scenario.FindAsync(proposed.Id)).Step);
    }

    [Fact]
    public async Task Where_a_named_recipient_is_demanded_a_person_weighs_any_but_an_authority_and_it_is_bound_to_keep_what_it_gets()
    {
        using DisclosureScenario scenario = await DemandingAsync(Mitigation.NamedRecipientOnly);
        Assert.Contains("named-recipient-only", (await scenario.ProposeAsync()).Check!.Conditions);
        Assert.Equal((TransferOutcome.NeedsAPerson, "ask"), await DecidedAsync(scenario, facts => facts["recipient"]!["kind"] = "other-public-body", "RISK-NAMED-RECIPIENT"));
        Assert.Equal("ask", (await DecidedAsync(scenario, facts => facts["recipient"]!.AsObject().Remove("kind"), "RISK-NAMED-RECIPIENT")).Effect);
    }

    [Fact]
    public async Task What_waits_for_classification_goes_only_where_a_person_has_weighed_that()
    {
        using DisclosureScenario scenario = await DemandingAsync(Mitigation.ClassifiedFirst);
        Assert.Equal((TransferOutcome.NeedsAPerson, "ask"), await DecidedAsync(scenario, _ => { }, "RISK-CLASSIFIED"));
        Assert.Equal((TransferOutcome.AllowedWithConditions, "resolved"), await DecidedAsync(scenario, facts => facts["resolved"] = new JsonObject
        {
            ["RISK-CLASSIFIED"] = new JsonObject { ["value"] = true, ["reasons"] = DisclosureScenario.Why },
        }, "RISK-CLASSIFIED"));
    }

    [Fact]
    public async Task An_item_that_was_just_added_is_not_let_out_before_it_is_classified()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await scenario.Authority.AddItem.RunAsync(Sealing.SomeItem.Of(scenario.Case, "accounts"), CancellationToken.None);
        ProposedDisclosure proposal = Proposal(facts => facts.Remove("origin")) with { Items = [ItemId.Parse("accounts")] };
        Assert.Equal("item-not-classified", (await Assert.ThrowsAsync<RefusedException>(() => scenario.Authority.Propose.RunAsync(
            DisclosureScenario.Proposer, DisclosureScenario.Session, scenario.Case, proposal, CancellationToken.None))).Slug);
        await scenario.RunAsync();
        Assert.Null(EffectIn((await scenario.ProposeAsync(proposal)).Check!, "RISK-CLASSIFIED"));
    }

    [Fact]
    public async Task Where_no_risk_is_assessed_a_person_is_asked()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        scenario.Authority.Policy = RiskPacks.Without();
        scenario.Authority.Restart();
        Assert.Equal((TransferOutcome.NeedsAPerson, "ask"), await DecidedAsync(scenario, _ => { }, "RISK-NOT-ASSESSED"));
        await scenario.RunAsync();
    }

    [Fact]
    public async Task A_case_that_the_flow_has_not_come_to_asks_too()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        JsonObject document = JsonNode.Parse(TestAuthority.Request("OURS-77"))!.AsObject();
        document.Remove("assistance");
        scenario.Case = (await scenario.Authority.OpenCase.RunAsync(
            DisclosureScenario.Proposer, CaseKind.Spontaneous, TestAuthority.Partner, System.Text.Encoding.UTF8.GetBytes(document.ToJsonString()), CancellationToken.None)).State.Case;
        ProposedDisclosure proposal = Proposal(facts => facts.Remove("origin")) with { Items = [CaseState.RequestItem] };
        await scenario.Authority.Classify.RunAsync(scenario.Case, CaseState.RequestItem, CancellationToken.None);
        Assert.Equal("ask", EffectIn((await scenario.ProposeAsync(proposal)).Check!, "RISK-NOT-ASSESSED"));
        await scenario.RunAsync();
        Assert.Null(EffectIn((await scenario.ProposeAsync(proposal)).Check!, "RISK-NOT-ASSESSED"));
    }

    [Theory]
    [InlineData("level", "\"low\"")]
    [InlineData("demands", "[]")]
    [InlineData("originals", "false")]
    public async Task What_the_program_knows_of_the_risk_is_not_for_an_officer_to_state(string fact, string value)
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => scenario.ProposeAsync(Proposal(facts => facts["risk"]![fact] = JsonNode.Parse(value))));
        Assert.Equal("proposal-malformed", refused.Slug);
        Assert.Equal($"/facts/risk/{fact}", Assert.Single((IEnumerable<RequestFault>)refused.Extensions["faults"]).Pointer);
    }

    [Fact]
    public async Task An_officer_who_opened_what_could_not_be_read_has_met_that_demand()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync(content: [1, 2, 3, 0, 255, 254]);
        ProposedDisclosure silent = Proposal(facts => facts.Remove("found"));
        Assert.Equal("ask", EffectIn((await scenario.ProposeAsync(silent)).Check!, "RISK-READ"));
        Assert.Equal("holds", EffectIn((await scenario.ProposeAsync()).Check!, "RISK-READ"));
        using (await scenario.Authority.ConsultItem.RunAsync(
            DisclosureScenario.Proposer, DisclosureScenario.Session, scenario.Case, DisclosureScenario.Item, DisclosureScenario.Why, Some.Reviewer, CancellationToken.None))
            await scenario.RunAsync();
        Assert.Equal(RiskCause.Read, (await scenario.Authority.StateAsync(scenario.Case)).Risk.Newest!.Cause);
        DisclosureState again = await scenario.ProposeAsync(silent);
        Assert.Null(EffectIn(again.Check!, "RISK-READ"));
        Assert.Equal("ask", EffectIn(again.Check!, "FOUND-UNREAD"));
        Assert.True((await scenario.ProposeAsync()).Check!.IsAllowed);
    }

    [Fact]
    public async Task A_demand_that_comes_up_after_the_approval_stops_the_grant()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        DisclosureState approved = await scenario.ApprovedAsync();
        await IncidentAsync(scenario);
        await scenario.RunAsync();

        DisclosureState stopped = await scenario.FindAsync(approved.Id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Stopped, "ask"), (stopped.Step, stopped.End, EffectIn(stopped.Check!, "RISK-CONSULTED")));
        Assert.Null(stopped.Grant);
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task A_demand_that_comes_up_after_the_grant_stops_the_release()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        DisclosureState granted = await GrantedAsync(scenario);
        await IncidentAsync(scenario);
        await scenario.RunAsync();

        DisclosureState stopped = await scenario.FindAsync(granted.Id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Stopped, 0), (stopped.Step, stopped.End, stopped.Released.Count));
        Assert.Empty(scenario.Authority.Outbound.Names);
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task A_second_approver_who_is_demanded_after_the_grant_stops_the_release()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        DisclosureState granted = await GrantedAsync(scenario);
        scenario.Authority.Policy = Demanding(Mitigation.SecondApprover);
        scenario.Authority.Restart();
        await scenario.RunAsync();
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Stopped), ((await scenario.FindAsync(granted.Id)).Step, (await scenario.FindAsync(granted.Id)).End));
    }

    [Theory]
    [InlineData("statement", true)]
    [InlineData("statement.extract-1", false)]
    [InlineData("statement.extract-1-proof", false)]
    [InlineData("statement.rectification-1", true)]
    [InlineData("statement.rectification-1-findings", false)]
    [InlineData("request.rectification-1", false)]
    [InlineData("request", false)]
    public void An_original_is_what_was_received_or_added_or_put_right(string item, bool original) => Assert.Equal(original, Derivation.IsOriginal(ItemId.Parse(item)));

    private static PolicySet Demanding(string mitigation) => RiskPacks.With($$"""
        {"id":"X-1","citation":"X","verified":true,"message":"So.","when":"always","level":"high","demands":["{{mitigation}}"],"tests":[{"facts":{},"fires":true}]}
        """);

    private static async Task<DisclosureScenario> DemandingAsync(string mitigation)
    {
        DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        scenario.Authority.Policy = Demanding(mitigation);
        scenario.Authority.Restart();
        await scenario.RunAsync();
        Assert.Contains(mitigation, (await scenario.Authority.StateAsync(scenario.Case)).Risk.Newest!.Mitigations);
        return scenario;
    }

    private static ProposedDisclosure Proposal(Action<JsonObject> change)
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        change(proposal.Facts);
        return proposal;
    }

    private static async Task<(TransferOutcome Outcome, string? Effect)> DecidedAsync(DisclosureScenario scenario, Action<JsonObject> change, string rule)
    {
        TransferChecked check = (await scenario.ProposeAsync(Proposal(change))).Check!;
        return (check.Outcome, EffectIn(check, rule));
    }

    private static string? EffectIn(TransferChecked check, string rule) => check.Findings.SingleOrDefault(one => one.Rule == rule)?.Effect;

    private static async Task ApproveAsync(DisclosureScenario scenario, DisclosureState proposed, OfficerId officer)
    {
        await scenario.Authority.Approve.ApproveAsync(officer, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        await scenario.RunAsync();
    }

    private static async Task<DisclosureState> GrantedAsync(DisclosureScenario scenario)
    {
        DisclosureState approved = await scenario.ApprovedAsync();
        await scenario.Authority.Runner.DoAsync(scenario.Case, new DueCommand.IssueGrant(approved.Id), CancellationToken.None);
        DisclosureState granted = await scenario.FindAsync(approved.Id);
        Assert.Equal(DisclosureStep.Granted, granted.Step);
        return granted;
    }

    private static async Task IncidentAsync(DisclosureScenario scenario)
    {
        await scenario.Authority.Incidents.RunAsync(IncidentCause.BodyAltered, scenario.Case, DisclosureScenario.Item, CancellationToken.None);
        scenario.Authority.Time.Advance(TimeSpan.FromMinutes(1));
    }
}
