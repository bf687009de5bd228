using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Case;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Retention;

/// <summary>A rotation comes to its end whatever can't be made anew, and waits for what can be later.</summary>
public sealed class RotationEndTests
{
    [Fact]
    public async Task It_ends_however_many_cases_hold_what_can_not_be_made_anew_and_another_can_begin()
    {
        const int cases = 101;
        using var authority = new TestAuthority();
        List<CaseId> opened = [];
        for (int number = 0; number < cases; number++)
            opened.Add((await authority.OpenRequest.RunAsync(TestAuthority.Partner, TestAuthority.Request($"PNF-{number}"), default)).State.Case);
        await authority.BeginRotation.RunAsync(TestAuthority.Officer, default);
        authority.Keys.Corrupts = (_, rotation) => rotation == 1;
        foreach (CaseId @case in opened)
            await authority.RotateKeys.RunAsync(@case, default);

        await authority.AdvanceRotation.RunAsync(default);

        KeyRotation over = (await authority.KeyRegister.GetAsync(default)).Newest!;
        Assert.Equal((authority.Time.Now, cases), (over.FinishedAt, over.Failed));
        int before = authority.Faults.Calls;
        await authority.AdvanceRotation.RunAsync(default);
        Assert.InRange(authority.Faults.Calls - before, 1, 10);
        Assert.Equal(2, (await authority.BeginRotation.RunAsync(TestAuthority.Officer, default)).Number);
    }

    [Fact]
    public async Task What_is_under_a_version_that_somebody_disabled_waits_until_it_is_enabled_and_nothing_else_does()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        authority.Keys.Corrupts = (path, rotation) => path.Item == ItemId.Parse("statement") && rotation == 1;
        await scenario.BeginAsync();
        await scenario.RunAsync();
        authority.Keys.Corrupts = null;
        int incidents = (await authority.Incidents.ListAsync(default)).Count;
        KeyRotation next = await scenario.BeginAsync();
        await authority.KeyWrap.DisableAsync(InMemoryKeyWrap.KeyId, default);

        for (int time = 0; time < 2; time++)
            Assert.Equal("kek", (await Assert.ThrowsAsync<StorageUnavailableException>(() => authority.Runner.RunAsync(scenario.Case, default))).Store);
        await authority.AdvanceRotation.RunAsync(default);

        CaseState state = await authority.StateAsync(scenario.Case);
        Assert.Equal(1, state.RotationFailures["statement"]);
        Assert.Equal(incidents, (await authority.Incidents.ListAsync(default)).Count);
        Assert.Null((await authority.KeyRegister.GetAsync(default)).Newest!.FinishedAt);
        KeyEnvelopeFound waits = Assert.Single(await scenario.EnvelopesAsync(), one => one.KeyId != next.Key);
        Assert.Equal((ItemId.Parse("statement"), 0), (waits.Path.Item, waits.Rotation));

        authority.KeyWrap.Enable(InMemoryKeyWrap.KeyId);
        await scenario.RunAsync();
        await scenario.AssertRotatedAsync(next.Key);
        Assert.NotNull((await authority.KeyRegister.GetAsync(default)).Newest!.FinishedAt);
    }

    [Fact]
    public async Task A_case_whose_ledger_is_broken_is_counted_as_failed_and_an_incident_says_why()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        await scenario.BeginAsync();
        await BrokenLedgerTests.BreakAsync(authority, scenario.Case.ToString());

        await scenario.RunAsync();

        KeyRotation over = (await authority.KeyRegister.GetAsync(default)).Newest!;
        Assert.Equal((authority.Time.Now, (await scenario.EnvelopesAsync()).Count), (over.FinishedAt, over.Failed));
        Assert.Contains(await authority.Incidents.ListAsync(default), one => one.Cause == IncidentCause.LedgerBroken && one.Case == scenario.Case);
    }
}
