using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.TestKit;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Retention;

public sealed class KeyRotationTests
{
    private const string Second = "in-memory/2";

    [Fact]
    public async Task Every_key_envelope_is_made_anew_and_no_body_is_touched()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        CaseState before = await authority.StateAsync(scenario.Case);
        KeyRotation rotation = await scenario.BeginAsync();
        Assert.Equal((1, Second, $"officer:{TestAuthority.Officer}"), (rotation.Number, rotation.Key, rotation.BegunBy));

        await scenario.RunAsync();

        CaseState state = await authority.StateAsync(scenario.Case);
        Assert.Equal(before.Sealed.Values.ToHashSet(), state.Sealed.Values.ToHashSet());
        Assert.All(state.Sealed.Values, one => Assert.Equal(1, state.RotationOf(one.Item)));
        await scenario.AssertRotatedAsync(Second);
        rotation = (await authority.KeyRegister.GetAsync(default)).Newest!;
        Assert.Equal((authority.Time.Now, 0), (rotation.FinishedAt, rotation.Failed));
    }

    [Fact]
    public async Task It_costs_one_unwrap_each_and_in_each_program_a_few_more_that_prove_the_version()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        CaseId another = (await authority.OpenRequest.RunAsync(
            TestAuthority.Partner, TestAuthority.Request("PNF-2026-0412", ("statement", [1, 2, 3]), ("letter", [4])), default)).State.Case;
        await authority.SendAsync(another, "statement", [1, 2, 3]);
        await authority.SendAsync(another, "letter", [4]);
        await scenario.BeginAsync();

        int items = (await authority.StateAsync(scenario.Case)).Sealed.Count;
        Assert.InRange(await UnwrapsAsync(scenario.Case), items + 1, 2 * items);
        Assert.Equal(3, await UnwrapsAsync(another));

        async Task<int> UnwrapsAsync(CaseId @case)
        {
            int unwraps = authority.KeyWrap.Unwraps;
            await authority.RotateKeys.RunAsync(@case, default);
            return authority.KeyWrap.Unwraps - unwraps;
        }
    }

    [Fact]
    public async Task A_rotation_is_begun_once_however_often_it_is_asked_for_and_the_next_one_takes_the_next_version()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        KeyRotation[] two = await Task.WhenAll(scenario.BeginAsync(), scenario.BeginAsync());
        Assert.Equal([1, 1], two.Select(one => one.Number));
        Assert.Equal(1, (await scenario.BeginAsync()).Number);
        await scenario.RunAsync();

        KeyRotation next = await scenario.BeginAsync();
        await scenario.RunAsync();

        Assert.Equal(2, next.Number);
        await scenario.AssertRotatedAsync((await scenario.Authority.KeyWrap.ListAsync(default))[^1].KeyId);
    }

    [Fact]
    public async Task A_version_that_was_made_where_the_keys_are_kept_is_taken_and_no_other_made()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        await scenario.Authority.KeyWrap.MakeAsync(default);
        Assert.Equal(Second, (await scenario.BeginAsync()).Key);
        Assert.Equal(2, (await scenario.Authority.KeyWrap.ListAsync(default)).Count);
    }

    [Fact]
    public async Task Without_an_officers_word_nothing_is_made_anew()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        await scenario.Authority.KeyWrap.MakeAsync(default);
        await scenario.RunAsync();
        Assert.All(await scenario.EnvelopesAsync(), one => Assert.Equal((0, InMemoryKeyWrap.KeyId), (one.Rotation, one.KeyId)));
    }

    [Fact]
    public async Task A_held_item_gets_its_new_envelope_as_any_other()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        await AppendAsync(scenario, "officer:o-devries", SomeRetention.Held(ItemId.Parse("statement")));
        await scenario.BeginAsync();
        await scenario.RunAsync();
        Assert.True((await scenario.Authority.StateAsync(scenario.Case)).Retention.IsHeld(ItemId.Parse("statement")));
        await scenario.AssertRotatedAsync(Second);
    }

    [Fact]
    public async Task Items_that_are_sealed_while_it_goes_on_end_under_the_new_version_too()
    {
        using var authority = new TestAuthority();
        CaseId @case = await authority.OpenAsync(("statement", [1, 2, 3]), ("letter", [4]));
        await authority.SendAsync(@case, "statement", [1, 2, 3]);
        await authority.BeginRotation.RunAsync(TestAuthority.Officer, default);
        authority.Faults.After("vault", () => authority.RotateKeys.RunAsync(@case, default));
        await authority.SendAsync(@case, "letter", [4]);
        await authority.Runner.RunAsync(@case, default);

        Assert.Equal([1, 2, 3], await RotationScenario.ReadAsync(authority, @case, "statement"));
        Assert.Equal([4], await RotationScenario.ReadAsync(authority, @case, "letter"));
        await foreach (KeyEnvelopeFound one in authority.Keys.ListAsync(@case, default))
            Assert.Equal(Second, one.KeyId);
    }

    [Fact]
    public async Task The_patrol_finds_nothing_wrong_while_envelopes_are_replaced()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        await scenario.BeginAsync();
        authority.Faults.After("vault", () => authority.RotateKeys.RunAsync(scenario.Case, default));
        Assert.Empty((await authority.Patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, default)).Faults);
        Assert.Contains(await scenario.EnvelopesAsync(), one => one.Rotation == 1);
        Assert.Empty((await authority.Patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, default)).Faults);
    }

    [Fact]
    public async Task A_new_envelope_that_does_not_come_back_as_it_was_made_never_replaces_the_old()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        await scenario.BeginAsync();
        authority.Keys.Corrupts = (path, rotation) => path.Item == ItemId.Parse("statement") && rotation == 1;

        await scenario.RunAsync();

        CaseState state = await authority.StateAsync(scenario.Case);
        Assert.Equal((0, 1), (state.RotationOf(ItemId.Parse("statement")), state.RotationOf(ItemId.Parse("letter"))));
        Assert.Equal(RotationScenario.Items[0].Content, await scenario.ReadAsync("statement"));
        KeyEnvelopeFound kept = Assert.Single(await scenario.EnvelopesAsync(), one => one.Path.Item == ItemId.Parse("statement"));
        Assert.Equal((0, InMemoryKeyWrap.KeyId), (kept.Rotation, kept.KeyId));
        IncidentOpened incident = Assert.Single(await authority.Incidents.ListAsync(default));
        Assert.Equal((IncidentCause.EnvelopeAltered, ItemId.Parse("statement")), (incident.Cause, incident.Item!.Value));
        Assert.Equal(1, (await authority.KeyRegister.GetAsync(default)).Newest!.Failed);
    }

    [Fact]
    public async Task What_failed_is_tried_again_by_the_next_rotation()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        await scenario.BeginAsync();
        scenario.Authority.Keys.Corrupts = (_, rotation) => rotation == 1;
        await scenario.RunAsync();
        Assert.All(await scenario.EnvelopesAsync(), one => Assert.Equal(0, one.Rotation));

        scenario.Authority.Keys.Corrupts = null;
        KeyRotation next = await scenario.BeginAsync();
        await scenario.RunAsync();
        await scenario.AssertRotatedAsync(next.Key);
    }

    [Fact]
    public async Task An_envelope_that_does_not_hold_the_recorded_key_is_left_as_it_is_and_the_rest_goes_on()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        CaseState state = await authority.StateAsync(scenario.Case);
        ItemSealed statement = state.Find(ItemId.Parse("statement"))!, letter = state.Find(ItemId.Parse("letter"))!;
        byte[] another = (await authority.Keys.ReadAsync(new SealedPath(scenario.Case, letter.Item, letter.Attempt), 0, default))!;
        var path = new SealedPath(scenario.Case, statement.Item, statement.Attempt);
        await authority.Keys.DestroyAsync(path, 0, default);
        await authority.Keys.TryCreateAsync(path, 0, another, default);

        await scenario.BeginAsync();
        await scenario.RunAsync();

        Assert.Equal(another, await authority.Keys.ReadAsync(path, 0, default));
        Assert.Equal(IncidentCause.EnvelopeAltered, Assert.Single(await authority.Incidents.ListAsync(default)).Cause);
        Assert.Equal(1, (await authority.StateAsync(scenario.Case)).RotationOf(letter.Item));
        await authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task A_key_that_wraps_what_it_does_not_unwrap_replaces_nothing()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        await scenario.BeginAsync();
        scenario.Authority.KeyWrap.Garbles = true;
        await scenario.RunAsync();
        scenario.Authority.KeyWrap.Garbles = false;

        Assert.All(await scenario.EnvelopesAsync(), one => Assert.Equal((0, InMemoryKeyWrap.KeyId), (one.Rotation, one.KeyId)));
        foreach ((string id, byte[] content) in RotationScenario.Items)
            Assert.Equal(content, await scenario.ReadAsync(id));
    }

    [Fact]
    public async Task A_retired_version_is_disabled_once_nothing_is_under_it_and_its_grace_is_over_and_not_before()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        await scenario.BeginAsync();
        await scenario.RunAsync();
        authority.Time.Advance(AdvanceRotation.Grace - TimeSpan.FromSeconds(1));
        await authority.AdvanceRotation.RunAsync(default);
        Assert.All(await authority.KeyWrap.ListAsync(default), one => Assert.True(one.IsEnabled));

        authority.Time.Advance(TimeSpan.FromSeconds(1));
        await authority.AdvanceRotation.RunAsync(default);
        await authority.AdvanceRotation.RunAsync(default);

        Assert.Equal([false, true], (await authority.KeyWrap.ListAsync(default)).Select(one => one.IsEnabled));
        Assert.Equal(authority.Time.Now, (await authority.KeyRegister.GetAsync(default)).Disabled[InMemoryKeyWrap.KeyId]);
        await scenario.AssertRotatedAsync(Second);
    }

    [Fact]
    public async Task A_version_stays_enabled_while_any_envelope_is_under_it_one_of_an_attempt_that_does_not_count_too()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        CaseState state = await authority.StateAsync(scenario.Case);
        byte[] old = (await authority.Keys.ReadAsync(
            new SealedPath(scenario.Case, CaseState.RequestItem, state.Find(CaseState.RequestItem)!.Attempt), 0, default))!;
        await scenario.BeginAsync();
        await scenario.RunAsync();
        authority.Time.Advance(AdvanceRotation.Grace);
        var under = new SealedPath(scenario.Case, ItemId.Parse("statement"), AttemptId.New());
        await authority.Keys.TryCreateAsync(under, 0, old, default);

        await authority.AdvanceRotation.RunAsync(default);
        Assert.True((await authority.KeyWrap.ListAsync(default))[0].IsEnabled);

        authority.Time.Advance(TestAuthority.AbandonAfter);
        await scenario.RunAsync();
        Assert.False((await authority.KeyWrap.ListAsync(default))[0].IsEnabled);
    }

    [Fact]
    public async Task A_version_is_not_disabled_while_it_is_the_one_that_wraps()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        await scenario.BeginAsync();
        await scenario.RunAsync();
        await authority.KeyWrap.DisableAsync(Second, default);
        authority.Time.Advance(AdvanceRotation.Grace);
        await authority.AdvanceRotation.RunAsync(default);
        Assert.True((await authority.KeyWrap.ListAsync(default))[0].IsEnabled);
    }

    [Fact]
    public async Task A_partners_envelope_counts_for_its_own_key_and_is_left_alone()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        CaseState state = await scenario.Authority.StateAsync(scenario.Case);
        byte[] envelope = SomeEnvelope.Under("de-bfj/enc", scenario.Case.ToString());
        var copy = new SealedPath(scenario.Case, ItemId.Parse("statement"), AttemptId.New());
        await scenario.Authority.Keys.TryCreateAsync(copy, 0, envelope, default);

        EnvelopeCensus census = await EnvelopeCensus.TakeAsync(scenario.Authority.Keys, new HashSet<string> { InMemoryKeyWrap.KeyId }, default);

        Assert.Equal(1, census.ByKey["de-bfj/enc"]);
        Assert.Equal(state.Sealed.Count, census.Retired.Count);
        Assert.DoesNotContain(census.Retired, one => one.Path == copy);
    }

    [Fact]
    public async Task A_program_that_still_wraps_under_a_retired_version_makes_nothing_anew_under_it()
    {
        using RotationScenario scenario = await RotationScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        await scenario.BeginAsync();
        await authority.KeyWrap.DisableAsync(Second, default);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => authority.RotateKeys.RunAsync(scenario.Case, default));
        Assert.All(await scenario.EnvelopesAsync(), one => Assert.Equal(0, one.Rotation));
    }

    internal static Task AppendAsync(RotationScenario scenario, string actor, params LedgerEvent[] events) =>
        scenario.Authority.Journal.AppendAsync(scenario.Case, actor, events[0].Command, _ => events, default);
}
