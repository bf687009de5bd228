using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Retention;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Case;

/// <summary>A ledger that does not hold together stops what it is about, and nothing else.</summary>
public sealed class BrokenLedgerTests
{
    [Fact]
    public async Task A_partners_list_shows_the_other_cases_and_an_incident_is_opened()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        CaseId broken = (await scenario.ReadyAsync()).Id.Case;
        scenario.Case = await authority.ReceivedAsync("PNF-2026-0999", ("statement", DisclosureScenario.Content));
        await scenario.AcceptAsync();
        DisclosureState whole = await scenario.ReadyAsync();
        Assert.Equal(2, (await ListAsync()).Count);

        await BreakAsync(authority, broken.ToString());

        Assert.Equal(whole.Id.Case, Assert.Single(await ListAsync()).Case);
        IncidentOpened incident = Assert.Single(await authority.Incidents.ListAsync(default));
        Assert.Equal((IncidentCause.LedgerBroken, broken), (incident.Cause, incident.Case));

        async Task<List<CaseState>> ListAsync()
        {
            List<CaseState> found = [];
            await foreach (CaseState state in new PartnerCases(authority.Projections, authority.Journal, authority.Incidents).ListAsync(TestAuthority.Partner, default))
                found.Add(state);
            return found;
        }
    }

    [Fact]
    public async Task Where_the_register_of_keys_is_broken_every_case_goes_on_and_the_incident_is_about_none_of_them()
    {
        using var authority = new TestAuthority();
        await authority.BeginRotation.RunAsync(TestAuthority.Officer, default);
        await BreakAsync(authority, KeyRegister.LedgerName);

        CaseId @case = await authority.ReceivedAsync(("statement", [1, 2, 3]));

        Assert.NotNull((await authority.StateAsync(@case)).Receipt);
        IncidentOpened incident = Assert.Single(await authority.Incidents.ListAsync(default));
        Assert.Equal((IncidentCause.LedgerBroken, (CaseId?)null), (incident.Cause, incident.Case));
        await authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task A_ledger_that_was_cut_off_is_found_broken_by_who_appends_to_it_and_not_tried_again_and_again()
    {
        var calls = new FaultPlan();
        using var authority = new TestAuthority(calls);
        CaseId @case = await authority.ReceivedAsync(("statement", [1, 2, 3]));
        byte[] ledger = await authority.Ledgers.ReadAsync(@case.ToString(), 0, default);
        authority.Ledgers.Tamper(@case.ToString(), ledger[..(Array.IndexOf(ledger, (byte)'\n') + 1)]);
        int before = calls.Calls;
        LedgerBrokenException broken = await Assert.ThrowsAsync<LedgerBrokenException>(() => authority.PlaceHold.RunAsync(
            TestAuthority.Officer, @case, [], HoldGround.Inquiry, "LED art. 16(3)", "What is left of it is evidence.", default));
        Assert.Equal(@case.ToString(), broken.Ledger);
        Assert.InRange(calls.Calls - before, 1, 20);
    }

    internal static async Task BreakAsync(TestAuthority authority, string name)
    {
        byte[] ledger = await authority.Ledgers.ReadAsync(name, 0, default);
        authority.Ledgers.Tamper(name, [.. ledger, .. "zz"u8]);
        authority.Restart();
    }
}
