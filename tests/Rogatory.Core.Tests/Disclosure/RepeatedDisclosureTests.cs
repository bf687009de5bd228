using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Tests.Disclosure;

/// <summary>What is sent twice, at once or because an answer was lost, takes effect once.</summary>
public sealed class RepeatedDisclosureTests : IAsyncLifetime, IDisposable
{
    private DisclosureScenario _scenario = null!;

    private TestAuthority Authority => _scenario.Authority;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Fact]
    public async Task Two_identical_proposals_at_the_very_same_instant_are_one()
    {
        // The second comes in whole while the first seals what was stated, so both decided on the same case.
        DisclosureState? second = null;
        Authority.Faults.After("vault", async () => second = await _scenario.ProposeAsync());
        DisclosureState first = await _scenario.ProposeAsync();
        Assert.Equal(second!.Id, first.Id);
        Assert.Single((await Authority.StateAsync(_scenario.Case)).Disclosures);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task Proposals_at_the_same_instant_for_other_reasons_are_two()
    {
        ProposedDisclosure other = DisclosureScenario.Proposal();
        other.Facts["necessity"]!["reasons"] = "Another reason than the one that was given before.";
        Authority.Faults.After("vault", () => _scenario.ProposeAsync(other));
        await _scenario.ProposeAsync();
        Assert.Equal(2, (await Authority.StateAsync(_scenario.Case)).Disclosures.Count);
    }

    [Fact]
    public async Task What_was_rejected_can_be_proposed_again_in_the_same_words()
    {
        DisclosureState first = await _scenario.ProposeAsync();
        await Authority.Approve.RejectAsync(DisclosureScenario.Approver, first.Id, DisclosureScenario.Why, CancellationToken.None);
        Assert.NotEqual(first.Id, (await _scenario.ProposeAsync()).Id);
    }

    [Fact]
    public async Task An_approval_whose_answer_was_lost_is_answered_as_done_even_when_it_was_collected_since()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await _scenario.FetchAsync(ready.Id);
        long size = (await Authority.VerifyAsync(_scenario.Case)).Size;
        CaseState again = await ApproveAsync(ready.Id, DisclosureScenario.Why);
        Assert.Equal(DisclosureStep.Fetched, again.Find(ready.Id)!.Step);
        Assert.Equal(size, (await Authority.VerifyAsync(_scenario.Case)).Size);
    }

    [Fact]
    public async Task An_approval_sent_twice_at_once_is_one_and_both_are_answered_as_done()
    {
        DisclosureState proposed = await _scenario.ProposeAsync();
        Authority.Faults.After("vault", () => ApproveAsync(proposed.Id, DisclosureScenario.Why));
        await ApproveAsync(proposed.Id, DisclosureScenario.Why);
        Assert.Equal([$"officer:{DisclosureScenario.Approver}"], (await _scenario.FindAsync(proposed.Id)).ApprovedBy);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task Another_approval_by_the_same_officer_is_still_refused()
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => ApproveAsync(approved.Id, "For quite another reason than before."));
        Assert.Equal("approved-already", refused.Slug);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario?.Dispose();

    private Task<CaseState> ApproveAsync(DisclosureId id, string reasons) =>
        Authority.Approve.ApproveAsync(DisclosureScenario.Approver, id, reasons, CancellationToken.None);
}
