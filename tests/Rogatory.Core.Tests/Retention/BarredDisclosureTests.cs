using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;
using Rogatory.Core.Tests.Disclosure;

namespace Rogatory.Core.Tests.Retention;

/// <summary>A disclosure whose item is corrected goes no further from wherever it stands, even if that is lifted.</summary>
public sealed class BarredDisclosureTests : IAsyncLifetime, IDisposable
{
    private DisclosureScenario _scenario = null!;

    private TestAuthority Authority => _scenario.Authority;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Fact]
    public async Task One_that_waits_for_approval_is_approved_no_more_and_ends()
    {
        DisclosureState proposed = await _scenario.ProposeAsync();
        await _scenario.RestrictAsync();
        await RefusedAsync("disclosure-not-possible", () => Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None));
        await _scenario.RunAsync();
        await EndedAsync(proposed.Id);
    }

    [Fact]
    public async Task An_approval_that_the_restriction_overtakes_is_none()
    {
        DisclosureState proposed = await _scenario.ProposeAsync();
        Authority.Faults.After("vault", () => _scenario.RestrictAsync());
        await RefusedAsync("disclosure-not-possible", () => Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None));
        Assert.Empty((await _scenario.FindAsync(proposed.Id)).ApprovedBy);
    }

    [Fact]
    public async Task A_proposal_that_the_restriction_overtakes_is_refused()
    {
        Authority.Faults.After("vault", () => _scenario.RestrictAsync());
        await RefusedAsync("item-restricted", () => _scenario.ProposeAsync());
        Assert.Empty((await Authority.StateAsync(_scenario.Case)).Disclosures);
    }

    [Fact]
    public async Task One_that_is_approved_is_not_granted()
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        await _scenario.RestrictAsync();
        await _scenario.RunAsync();
        DisclosureState ended = await EndedAsync(approved.Id);
        Assert.Null(ended.Grant);
    }

    [Theory]
    [InlineData("statements")]
    [InlineData("outbound")]
    [InlineData("keys")]
    public async Task One_that_is_being_granted_or_released_gets_no_manifest_and_leaves_neither_copy_nor_key(string store)
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        int before = await _scenario.EnvelopesAsync();
        if (store == "keys")
            Authority.Faults.After("outbound", () => { Authority.Faults.After("keys", () => _scenario.RestrictAsync()); return Task.CompletedTask; });
        else
            Authority.Faults.After(store, () => _scenario.RestrictAsync());
        await _scenario.RunAsync();
        DisclosureState ended = await EndedAsync(approved.Id);
        Assert.Null(ended.Manifest);
        Assert.True(ended.CopiesRemoved || ended.Grant is null);

        // The one that is more is of the reasons for the restriction.
        Assert.Equal(before + 1, await _scenario.EnvelopesAsync());
    }

    [Fact]
    public async Task One_that_is_ready_hands_out_nothing_and_its_copy_is_destroyed()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await _scenario.RestrictAsync();
        Assert.Empty((await _scenario.FetchAsync(ready.Id)).Items);
        await _scenario.RunAsync();
        Assert.True((await EndedAsync(ready.Id)).CopiesRemoved);
        Assert.Empty(Authority.Outbound.Names);
    }

    [Fact]
    public async Task A_fetch_that_the_restriction_overtakes_hands_out_nothing()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        Authority.Faults.After("statements", () => _scenario.RestrictAsync());
        await RefusedAsync("disclosure-not-possible", () => _scenario.FetchAsync(ready.Id));
        Assert.False((await _scenario.FindAsync(ready.Id)).HasLeftUs);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task One_that_was_fetched_is_handed_out_no_more_and_its_receipt_is_still_taken()
    {
        DisclosureState fetched = await _scenario.FetchedAsync();
        await _scenario.RestrictAsync();
        Assert.Empty((await _scenario.FetchAsync(fetched.Id)).Items);
        await _scenario.RunAsync();
        Assert.Empty(Authority.Outbound.Names);
        await _scenario.ReceiveAsync(fetched.Id, await _scenario.ReceiptAsync(fetched));
        Assert.Equal(DisclosureStep.Received, (await _scenario.FindAsync(fetched.Id)).Step);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task A_lifting_before_the_flow_ran_brings_nothing_under_way_back()
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        await _scenario.RestrictAsync();
        await _scenario.LiftAsync();
        await _scenario.RunAsync();
        await EndedAsync(approved.Id);
        Assert.NotEqual(approved.Id, (await _scenario.ProposeAsync()).Id);
    }

    [Fact]
    public async Task A_rectification_bars_what_holds_the_original_alone()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await _scenario.RectifyAsync();
        Assert.Empty((await _scenario.FetchAsync(ready.Id)).Items);
        await _scenario.RunAsync();
        await EndedAsync(ready.Id);
    }

    [Fact]
    public async Task A_ledger_in_which_a_barred_disclosure_goes_on_does_not_hold()
    {
        DisclosureState proposed = await _scenario.ProposeAsync();
        CaseState state = await _scenario.RestrictAsync();
        var approved = new DisclosureApproved { Command = Some.Command(), Disclosure = proposed.Id, Reasons = ItemId.Parse("request.approval-1") };
        Assert.Throws<CaseHistoryException>(() => state.Apply(approved, 99, Some.Time, "officer:o-devries"));
        DisclosureProposed another = proposed.Proposal with { Command = Some.Command(), Disclosure = DisclosureId.Of(_scenario.Case, 2) };
        Assert.Throws<CaseHistoryException>(() => state.Apply(another, 99, Some.Time, "officer:o-devries"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario?.Dispose();

    private async Task<DisclosureState> EndedAsync(DisclosureId id)
    {
        DisclosureState ended = await _scenario.FindAsync(id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Barred), (ended.Step, ended.End!.Value));
        Assert.Empty(Authority.Outbound.Names);
        await Authority.VerifyAsync(_scenario.Case);
        return ended;
    }

    private static async Task RefusedAsync(string slug, Func<Task> call) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(call)).Slug);
}
