using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Review;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Disclosure;

/// <summary>A case whose own ledger does not hold together: nothing goes out on it, and nothing is decided.</summary>
public sealed class LedgerIncidentTests
{
    [Theory]
    [InlineData(IncidentCause.LedgerBroken)]
    [InlineData(IncidentCause.LedgerShrunk)]
    public async Task Nothing_is_let_out_of_a_case_while_an_incident_of_its_ledger_is_open(IncidentCause cause)
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        DisclosureState ready = await scenario.ReadyAsync();
        await scenario.Authority.Incidents.RunAsync(cause, scenario.Case, CancellationToken.None);
        DisclosureState proposed = await scenario.ProposeAsync();
        Assert.Equal(TransferOutcome.Refused, proposed.Check!.Outcome);
        Assert.Contains(proposed.Check.Findings, one => one is { Rule: "RISK-LEDGER", Effect: "refuse" });
        await Assert.ThrowsAsync<RefusedException>(() => scenario.FetchAsync(ready.Id));
        Assert.False((await scenario.FindAsync(ready.Id)).HasLeftUs);
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task An_incident_of_another_cases_ledger_stops_nothing()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await scenario.Authority.Incidents.RunAsync(IncidentCause.LedgerBroken, CaseId.OfOurs("another"), CancellationToken.None);
        await scenario.Authority.Incidents.RunAsync(IncidentCause.LedgerBroken, @case: null, CancellationToken.None);
        Assert.DoesNotContain((await scenario.ProposeAsync()).Check!.Findings, one => one.Rule == "RISK-LEDGER");
    }

    [Fact]
    public async Task A_request_is_not_decided_while_its_ledger_does_not_hold_together_until_that_incident_is_closed()
    {
        using var authority = new TestAuthority();
        CaseId @case = await authority.ReceivedAsync(("statement", [1, 2, 3]));
        await authority.Incidents.RunAsync(IncidentCause.LedgerBroken, @case, CancellationToken.None);
        Assert.Equal("ledger-not-whole", (await Assert.ThrowsAsync<RefusedException>(DecideAsync)).Slug);
        IncidentOpened open = Assert.Single(await authority.Incidents.ListAsync(CancellationToken.None));
        await authority.IncidentRegister.SettleAsync("system:incidents", open.Incident, CancellationToken.None);
        Assert.Equal(CasePhase.Accepted, (await DecideAsync()).Phase);

        Task<CaseState> DecideAsync() => authority.DecideRequest.RunAsync(
            OfficerId.Parse("o-jansen"), @case, new ProposedDecision(DecisionKind.Accept, "complete-and-lawful", "UNCAC art. 46", "All that is asked for is there."), CancellationToken.None);
    }
}
