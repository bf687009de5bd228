using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Retention;

/// <summary>A restriction, a rectification and a lifting with their notices, with its n-th call to storage failing, for every n: lost on the way there, and lost on the way back.</summary>
public sealed class CorrectionFaultTests
{
    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_each_correction_and_notice_stands_once_and_nothing_is_left(FaultMode mode)
    {
        int calls = await RunAsync(failing: null, mode);
        Assert.True(calls > 60, $"It made only {calls} calls, so this proves little.");
        for (int failing = 1; failing <= calls; failing++)
            await RunAsync(failing, mode);
    }

    private static async Task<int> RunAsync(int? failing, FaultMode mode)
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        DisclosureState fetched = await scenario.FetchedAsync();
        int before = authority.Faults.Calls;
        if (failing is { } n)
            authority.Faults.Fail(before + n, mode);

        await authority.EventuallyAsync(() => scenario.RestrictAsync());
        await authority.EventuallyAsync(() => RunFlowAsync(scenario));
        await authority.EventuallyAsync(() => scenario.RectifyAsync());
        await authority.EventuallyAsync(() => scenario.LiftAsync());
        await authority.EventuallyAsync(() => RunFlowAsync(scenario));
        foreach (NoticeState notice in await authority.EventuallyAsync(scenario.NoticesAsync))
        {
            string answer = await scenario.AnswerAsync(notice);
            await authority.EventuallyAsync(() => scenario.AcknowledgeAsync(notice, answer));
        }

        authority.Time.Advance(TestAuthority.AbandonAfter);
        await authority.EventuallyAsync(() => RunFlowAsync(scenario));
        int calls = authority.Faults.Calls - before;

        await authority.VerifyAsync(scenario.Case);
        CaseState state = await authority.StateAsync(scenario.Case);
        Assert.Equal(
            [(NoticeMeasure.Restrict, null), (NoticeMeasure.Restrict, fetched.Id), (NoticeMeasure.Rectify, null), (NoticeMeasure.Rectify, fetched.Id), (NoticeMeasure.Lift, null), (NoticeMeasure.Lift, fetched.Id)],
            state.Corrections.Notices.Select(one => (one.Measure, one.Disclosure)));
        Assert.All(state.Corrections.Notices, one => Assert.NotNull(one.Acknowledged));
        string ledger = await authority.LedgerTextAsync(scenario.Case.ToString());
        foreach ((string happened, int times) in ((string, int)[])[
            ("retention.item-restricted", 1), ("retention.item-rectified", 1), ("retention.item-unrestricted", 1),
            ("retention.notice-issued", 6), ("retention.notice-acknowledged", 6), ("disclosure.copies-removed", 1)])
            Assert.True(ledger.Split($"\"{happened}\"").Length == times + 1, $"Call {failing}: {happened} stands in the ledger {ledger.Split($"\"{happened}\"").Length - 1} times.");
        Assert.Empty(authority.Outbound.Names);
        await foreach (var envelope in authority.Keys.ListAsync(scenario.Case, CancellationToken.None))
            Assert.Equal(envelope.Path.Attempt, state.Find(envelope.Path.Item)?.Attempt);
        return calls;
    }

    private static async Task<bool> RunFlowAsync(DisclosureScenario scenario)
    {
        await scenario.RunAsync();
        return true;
    }
}
