using Rogatory.Core.Drills;
using Rogatory.TestKit.Faults;

namespace Rogatory.Api.Tests.Drills;

/// <summary>The script of a drill, with each call of it to storage and to the front door failing in turn.</summary>
public sealed class DrillEngineTests
{
    private static readonly string[] Steps = ["approves", "bank-delivers", "prepared"];

    [Fact]
    public async Task A_run_in_which_nothing_fails_takes_each_step_once_by_one_call_and_looks_again_in_vain()
    {
        await using ScriptedRun run = await ScriptedRun.StartAsync();
        await run.LookAsync();
        Assert.Equal(Steps, run.Taken);
        Assert.Empty(run.Calls.GroupBy(call => call).Where(same => same.Count() > 1).Select(same => same.Key).Where(call => call.Contains("/decisions", StringComparison.Ordinal) || call.Contains("/approvals", StringComparison.Ordinal)));
        int calls = run.Calls.Count;
        await run.LookAsync();
        Assert.Equal(calls, run.Calls.Count);
        Assert.Equal(Steps, run.Taken);
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whichever_call_to_storage_fails_the_run_goes_on_with_the_next_look_and_takes_each_step_once(FaultMode mode)
    {
        await using ScriptedRun whole = await ScriptedRun.StartAsync();
        await whole.LookAsync();
        Assert.True(whole.Faults.Calls > 5, $"{whole.Faults.Calls} calls");
        for (int call = 1; call <= whole.Faults.Calls; call++)
        {
            await using ScriptedRun run = await ScriptedRun.StartAsync();
            run.Faults.Fail(call, mode);
            await run.LookAsync();
            Assert.True(run.Faults.Struck);
            await run.LookAsync();
            Assert.True(Steps.SequenceEqual(run.Taken), $"call {call}: {string.Join(", ", run.Taken)}");
            Assert.Equal(whole.Answered, run.Answered);
            Assert.All(run.CallsOf("/approvals"), made => Assert.InRange(made, 1, 2));
            await run.VerifyAsync();
        }
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whichever_call_to_the_front_door_fails_the_run_goes_on_with_the_next_look_and_takes_each_step_once(FaultMode mode)
    {
        await using ScriptedRun whole = await ScriptedRun.StartAsync();
        await whole.LookAsync();
        for (int call = 1; call <= whole.Calls.Count; call++)
        {
            await using ScriptedRun run = await ScriptedRun.StartAsync();
            run.FailCall(call, mode);
            await run.LookAsync();
            Assert.NotEqual(Steps, run.Taken);
            await run.LookAsync();
            Assert.True(Steps.SequenceEqual(run.Taken), $"call {call}: {string.Join(", ", run.Taken)}");
            Assert.Equal(whole.Answered, run.Answered);
            await run.VerifyAsync();
        }
    }

    [Fact]
    public async Task A_call_that_is_refused_is_no_step_taken_and_is_made_again()
    {
        await using ScriptedRun run = await ScriptedRun.StartAsync();
        run.Refused = "/approvals";
        await run.LookAsync();
        await run.LookAsync();
        Assert.Equal(["bank-delivers", "prepared"], run.Taken);
        run.Refused = null;
        await run.LookAsync();
        Assert.Equal(Steps, run.Taken);
        Assert.Equal([3], run.CallsOf("/approvals"));
    }

    [Fact]
    public async Task One_run_that_can_not_go_on_keeps_no_other_waiting()
    {
        await using ScriptedRun run = await ScriptedRun.StartAsync();
        DrillRun stuck = await run.StartOtherAsync();
        run.Refused = stuck.PartnerOf("xa-pp").ToString();
        await run.LookAsync();
        Assert.Equal(Steps, run.Taken);
        Assert.DoesNotContain("prepared", await run.TakenOfAsync(stuck));
    }
}
