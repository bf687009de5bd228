using Rogatory.Core.Case;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

/// <summary>An extract with its n-th call to storage failing, for every n: lost on the way there, and lost on the way back.</summary>
public sealed class ExtractFaultTests
{
    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_there_is_one_extract_in_the_end_and_nothing_else_is_left(FaultMode mode)
    {
        int calls = await RunAsync(failing: null, mode);
        Assert.True(calls > 20, $"It made only {calls} calls, so this proves little.");
        for (int failing = 1; failing <= calls; failing++)
            await RunAsync(failing, mode);
    }

    private static async Task<int> RunAsync(int? failing, FaultMode mode)
    {
        using DisclosureScenario scenario = await ExtractScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        int before = authority.Faults.Calls;
        if (failing is { } n)
            authority.Faults.Fail(before + n, mode);

        ExtractMade made = await authority.EventuallyAsync(() => scenario.ExtractAsync());
        int calls = authority.Faults.Calls - before;
        authority.Time.Advance(TestAuthority.AbandonAfter);
        await authority.EventuallyAsync(async () =>
        {
            await scenario.RunAsync();
            return true;
        });

        CaseState state = await authority.StateAsync(scenario.Case);
        Assert.Equal([made.Item.ToString()], state.Extracts.Made.Keys);
        Assert.NotNull(made.Proof);
        await foreach (var envelope in authority.Keys.ListAsync(scenario.Case, CancellationToken.None))
            Assert.Equal(envelope.Path.Attempt, state.Find(envelope.Path.Item)?.Attempt);
        await authority.VerifyAsync(scenario.Case);
        return calls;
    }
}
