using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Incidents;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Retention;

/// <summary>A failover takes the last minutes of the keys' account back, and not those of the ledgers'.</summary>
public sealed class RotationFailoverTests
{
    [Fact]
    public async Task Where_the_envelope_that_counts_is_lost_the_one_before_is_kept_and_opens_the_item_and_an_incident_says_so()
    {
        using RotationScenario scenario = await LostAsync();
        TestAuthority authority = scenario.Authority;
        foreach ((string id, byte[] content) in RotationScenario.Items)
            Assert.Equal(content, await scenario.ReadAsync(id));

        await authority.Patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, default);
        CaseState state = await authority.StateAsync(scenario.Case);
        Assert.Equal(
            state.Rotations.Keys.Order(StringComparer.Ordinal),
            (await authority.Incidents.ListAsync(default)).Where(one => one.Cause == IncidentCause.EnvelopeMissing)
                .Select(one => one.Item.ToString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_one_before_is_made_anew_and_goes_only_then()
    {
        using RotationScenario scenario = await LostAsync();
        await scenario.RunAsync();
        CaseState state = await scenario.Authority.StateAsync(scenario.Case);
        Assert.All(state.Sealed.Values, one => Assert.Equal(2, state.RotationOf(one.Item)));
        await scenario.AssertRotatedAsync("in-memory/2");
    }

    [Fact]
    public void What_came_before_the_envelope_that_counts_is_destroyed_only_while_that_is_there()
    {
        ItemSealed one = Some.Sealed("statement");
        CaseState state = Some.State(one) with { Rotations = Some.State().Rotations.Add("statement", 1) };
        KeyEnvelopeFound before = Found(one, 0), counting = Found(one, 1);
        var classify = new DueCommand.ClassifyItem(one.Item);
        Assert.Equal([classify], Decide(before));
        Assert.Equal([new DueCommand.DestroyEnvelope(before.Path, 0), classify], Decide(before, counting));

        IReadOnlyList<DueCommand> Decide(params KeyEnvelopeFound[] found) =>
            new CaseDecider(TestAuthority.AbandonAfter).Decide(state, found, rotation: null, risk: null, DateTimeOffset.UnixEpoch).Due;
    }

    private static KeyEnvelopeFound Found(ItemSealed one, int rotation) =>
        new(new SealedPath(Some.Case, one.Item, one.Attempt), rotation, DateTimeOffset.UnixEpoch) { KeyId = InMemoryKeyWrap.KeyId };

    private static async Task<RotationScenario> LostAsync()
    {
        RotationScenario scenario = await RotationScenario.StartAsync();
        InMemoryKeyEnvelopeStore keys = scenario.Authority.Keys;
        List<(SealedPath Path, byte[] Envelope)> before = [];
        foreach (KeyEnvelopeFound found in await scenario.EnvelopesAsync())
            before.Add((found.Path, (await keys.ReadAsync(found.Path, 0, default))!));
        await scenario.BeginAsync();
        await scenario.RunAsync();
        foreach ((SealedPath path, byte[] envelope) in before)
        {
            await keys.DestroyAsync(path, 1, default);
            await keys.TryCreateAsync(path, 0, envelope, default);
        }

        return scenario;
    }
}
