using Rogatory.Core.Case;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Tests.Retention;

/// <summary>A rotation and an erasure of the same items, the one at every call of the other: whoever comes last, an erased item has no key envelope.</summary>
public sealed class RotationAndErasureTests
{
    private static readonly ItemId[] Erased = [ItemId.Parse("statement"), ItemId.Parse("image")];

    public static TheoryData<bool, bool> Orders => new() { { true, false }, { true, true }, { false, false }, { false, true } };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task No_order_of_the_two_leaves_an_erased_item_with_an_envelope(bool rotationIsOuter, bool dies)
    {
        int calls = await RunAsync(rotationIsOuter, dies: false, at: null);
        Assert.True(calls >= 10, $"Only {calls} calls were made, so this proves little.");
        for (int at = 1; at <= calls; at++)
            await RunAsync(rotationIsOuter, dies, at);
    }

    private static async Task<int> RunAsync(bool rotationIsOuter, bool dies, int? at)
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        KeyRotation rotation = await scenario.BeginAsync();
        await ApproveAsync(scenario);
        Func<Task> rotate = () => authority.RotateKeys.RunAsync(scenario.Case, default), erase = () => EraseAsync(scenario);
        (Func<Task> outer, Func<Task> inner) = rotationIsOuter ? (rotate, erase) : (erase, rotate);
        int before = authority.Faults.Calls;
        if (at is { } n)
        {
            authority.Faults.AfterCall(before + n, async () =>
            {
                await inner();
                if (dies)
                    throw new Died();
            });
        }

        try
        {
            await outer();
        }
        catch (Died)
        {
            authority.Restart();
        }

        int calls = authority.Faults.Calls - before;
        authority.Faults.Calm();
        await EraseAsync(scenario);
        await scenario.RunAsync();

        CaseState state = await authority.StateAsync(scenario.Case);
        Assert.All(Erased, item => Assert.True(state.IsErased(item)));
        Assert.DoesNotContain(await scenario.EnvelopesAsync(), one => Derivation.Covers(Erased, one.Path.Item));
        await scenario.AssertRotatedAsync(rotation.Key);
        foreach (ItemId item in Erased)
            Assert.Equal("item-erased", (await Assert.ThrowsAsync<RefusedException>(() => scenario.ReadAsync(item.ToString()))).Slug);
        return calls;
    }

    [Fact]
    public async Task An_envelope_that_came_back_for_an_erased_item_is_destroyed_and_not_made_anew()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        ItemSealed one = (await authority.StateAsync(scenario.Case)).Find(Erased[0])!;
        var path = new SealedPath(scenario.Case, one.Item, one.Attempt);
        byte[] copy = (await authority.Keys.ReadAsync(path, 0, default))!;
        await ApproveAsync(scenario);
        await EraseAsync(scenario);
        await authority.Keys.TryCreateAsync(path, 0, copy, default);

        KeyRotation rotation = await scenario.BeginAsync();
        await authority.RotateKeys.RunAsync(scenario.Case, default);
        Assert.Equal([0], (await scenario.EnvelopesAsync()).Where(found => found.Path == path).Select(found => found.Rotation));
        await scenario.RunAsync();
        await scenario.AssertRotatedAsync(rotation.Key);
    }

    private static async Task ApproveAsync(RotationScenario scenario)
    {
        await KeyRotationTests.AppendAsync(scenario, "officer:o-jansen", SomeRetention.Proposed(Erased));
        await KeyRotationTests.AppendAsync(scenario, "officer:o-devries", SomeRetention.Approved(Erased));
    }

    // What the flow does for an erasure that is approved, in its order.
    private static async Task EraseAsync(RotationScenario scenario)
    {
        TestAuthority authority = scenario.Authority;
        await authority.EraseItems.BeginAsync(scenario.Case, 1, default);
        foreach (KeyEnvelopeFound found in await ListAsync(scenario))
            await authority.EraseItems.DestroyAsync(found.Path, found.Rotation, default);
        await authority.CertifyErasure.RunAsync(scenario.Case, 1, default);
    }

    private static async Task<List<KeyEnvelopeFound>> ListAsync(RotationScenario scenario)
    {
        List<KeyEnvelopeFound> found = [];
        await foreach (KeyEnvelopeFound envelope in scenario.Authority.Envelopes.ListAsync(scenario.Case, default))
        {
            if (Derivation.Covers(Erased, envelope.Path.Item))
                found.Add(envelope);
        }

        return found;
    }

    private sealed class Died : Exception;
}
