using Rogatory.Core.Case;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Retention;

/// <summary>A rotation from an officer's word to the disabled version, with its n-th call failing, for every n, and with a rival or a death in between.</summary>
public sealed class KeyRotationFaultTests
{
    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_every_envelope_is_made_anew_and_none_is_lost_or_left(FaultMode mode)
    {
        int calls = await RunAsync(failing: null, mode);
        Assert.True(calls > 40, $"The rotation made only {calls} calls, so this proves little.");
        for (int failing = 1; failing <= calls; failing++)
            await RunAsync(failing, mode);
    }

    private static async Task<int> RunAsync(int? failing, FaultMode mode)
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        int before = authority.Faults.Calls;
        if (failing is { } n)
            authority.Faults.Fail(before + n, mode);

        KeyRotation rotation = await authority.EventuallyAsync(scenario.BeginAsync);
        await authority.EventuallyAsync(scenario.RunAgainAsync);
        authority.Time.Advance(AdvanceRotation.Grace);
        await authority.EventuallyAsync(scenario.RunAgainAsync);
        int calls = authority.Faults.Calls - before;
        authority.Faults.Calm();

        await scenario.AssertRotatedAsync(rotation.Key);
        Assert.Empty(await authority.Incidents.ListAsync(default));
        KeyRegisterState state = await authority.KeyRegister.GetAsync(default);
        Assert.Equal((1, 0), (state.Rotations.Count, state.Newest!.Failed));
        Assert.NotNull(state.Newest.FinishedAt);
        IReadOnlyList<KeyVersion> versions = await authority.KeyWrap.ListAsync(default);
        Assert.Equal(versions.Take(versions.Count - 1).Select(one => one.KeyId).ToHashSet(), state.Disabled.Keys.ToHashSet());
        Assert.Equal(versions.Select(one => one.IsEnabled), versions.Select(one => one.KeyId == rotation.Key));
        return calls;
    }

    [Fact]
    public async Task A_program_that_died_at_any_call_is_followed_by_one_that_ends_it()
    {
        int calls = await DieAsync(after: null);
        for (int after = 1; after <= calls; after++)
            await DieAsync(after);
    }

    private static async Task<int> DieAsync(int? after)
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        KeyRotation rotation = await scenario.BeginAsync();
        int before = authority.Faults.Calls;
        if (after is { } n)
        {
            authority.Faults.AfterCall(before + n, () => throw new Died());
        }

        try
        {
            await authority.RotateKeys.RunAsync(scenario.Case, default);
        }
        catch (Died)
        {
            authority.Restart();
        }

        int calls = authority.Faults.Calls - before;
        authority.Faults.Calm();
        foreach ((string id, byte[] content) in RotationScenario.Items)
            Assert.Equal(content, await scenario.ReadAsync(id));
        await scenario.RunAsync();
        await scenario.AssertRotatedAsync(rotation.Key);
        return calls;
    }

    [Fact]
    public async Task Two_at_once_are_one_wherever_the_second_comes_in()
    {
        int calls = await MeetAsync(at: null);
        for (int at = 1; at <= calls; at++)
            await MeetAsync(at);
    }

    private static async Task<int> MeetAsync(int? at)
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        KeyRotation rotation = await scenario.BeginAsync();
        int before = authority.Faults.Calls;
        if (at is { } n)
            authority.Faults.AfterCall(before + n, () => authority.RotateKeys.RunAsync(scenario.Case, default));
        await authority.RotateKeys.RunAsync(scenario.Case, default);
        int calls = authority.Faults.Calls - before;
        authority.Faults.Calm();

        await scenario.RunAsync();
        await scenario.AssertRotatedAsync(rotation.Key);
        Assert.Empty(await authority.Incidents.ListAsync(default));
        return calls;
    }

    [Fact]
    public async Task Twenty_at_once_lose_nothing()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        KeyRotation rotation = await scenario.BeginAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => scenario.Authority.RotateKeys.RunAsync(scenario.Case, default))));
        await scenario.RunAsync();
        await scenario.AssertRotatedAsync(rotation.Key);
    }

    private sealed class Died : Exception;
}
