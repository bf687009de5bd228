using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Retention;

/// <summary>A hold, its lifting and an erasure of a fetched item, with its n-th call to storage failing, for every n: lost on the way there, and lost on the way back.</summary>
public sealed class ErasureFaultTests
{
    private static readonly ItemId Item = RetentionScenario.Item;

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_it_is_erased_once_and_nothing_can_read_it(FaultMode mode)
    {
        int calls = await RunAsync(failing: null, mode);
        Assert.True(calls > 60, $"The erasure made only {calls} calls, so this proves little.");
        for (int failing = 1; failing <= calls; failing++)
            await RunAsync(failing, mode);
    }

    private static async Task<int> RunAsync(int? failing, FaultMode mode)
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        DisclosureState ready = await scenario.Disclosures.ReadyAsync();
        await scenario.Disclosures.FetchAsync(ready.Id);
        int before = authority.Faults.Calls;
        if (failing is { } n)
            authority.Faults.Fail(before + n, mode);

        HoldState hold = await authority.EventuallyAsync(() => scenario.HoldAsync(Item));
        await authority.EventuallyAsync(() => RunFlowAsync(scenario));
        await authority.EventuallyAsync(() => scenario.LiftAsync(hold.Placed.Hold));
        ErasureState proposed = await authority.EventuallyAsync(() => scenario.ProposeAsync(Item));
        await authority.EventuallyAsync(() => scenario.ApproveAsync(proposed.Number));
        await authority.EventuallyAsync(() => RunFlowAsync(scenario));
        authority.Time.Advance(TestAuthority.AbandonAfter);
        await authority.EventuallyAsync(() => RunFlowAsync(scenario));
        int calls = authority.Faults.Calls - before;

        await authority.VerifyAsync(scenario.Case);
        CaseState state = await scenario.StateAsync();
        Assert.True(state.IsErased(Item), $"Call {failing}");
        string ledger = await authority.LedgerTextAsync(scenario.Case.ToString());
        foreach (string once in (string[])[
            "retention.hold-placed", "retention.hold-lifted", "retention.erasure-proposed", "retention.erasure-approved", "retention.erasure-begun",
            "disclosure.copies-removed"])
            Assert.True(ledger.Split($"\"{once}\"").Length == 2, $"Call {failing}: {once} stands in the ledger {ledger.Split($"\"{once}\"").Length - 1} times.");
        Assert.Equal([Item, Derivation.FindingsOf(Item)], state.Retention.Erasures[0].Items);
        Assert.Equal(2, ledger.Split("\"retention.item-erased\"").Length - 1);
        Assert.Empty(await scenario.EnvelopesAsync(Item));
        Assert.All(await scenario.EnvelopesAsync(), one => Assert.Equal(one.Path.Attempt, state.Find(one.Path.Item)?.Attempt));
        Assert.Empty(authority.Outbound.Names);
        Assert.False(await authority.Vault.IsHeldAsync(await scenario.PathAsync(), null, CancellationToken.None));
        Assert.Equal(ready.Id, Assert.Single((await scenario.CertificateAsync()).Disclosures).Disclosure);
        await RetentionScenario.RefusedAsync("item-erased", () => scenario.ReadAsync());
        return calls;
    }

    private static async Task<bool> RunFlowAsync(RetentionScenario scenario)
    {
        await scenario.RunAsync();
        return true;
    }
}
