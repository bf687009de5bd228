using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Retention;

public sealed class RectifyItemTests : IAsyncLifetime, IDisposable
{
    private static readonly ItemId First = ItemId.Parse("statement.rectification-1");
    private static readonly ItemId Second = ItemId.Parse("statement.rectification-2");
    private static readonly SentCorrection Other = CorrectionScenario.Right with { Content = "It was the booking of 4 March."u8.ToArray() };
    private DisclosureScenario _scenario = null!;

    private TestAuthority Authority => _scenario.Authority;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Fact]
    public async Task What_is_right_is_sealed_beside_what_is_wrong_which_stays_as_it_is()
    {
        CaseState before = await Authority.StateAsync(_scenario.Case);
        CaseState state = await _scenario.RectifyAsync();
        Assert.Equal(before.Find(DisclosureScenario.Item), state.Find(DisclosureScenario.Item));
        Assert.Equal(First, state.Corrections.CorrectionOf(DisclosureScenario.Item));
        using OpenedItem opened = await Authority.ConsultItem.RunAsync(
            DisclosureScenario.Approver, "session-1", _scenario.Case, First, DisclosureScenario.Why, roles: Some.Reviewer, CancellationToken.None);
        Assert.Equal(("statement.txt", "text/plain"), (opened.Description.Name, opened.Description.Type));
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, CancellationToken.None);
        Assert.Equal(CorrectionScenario.Right.Content, content.ToArray());
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task The_original_goes_out_with_its_newest_correction_or_not_at_all()
    {
        await _scenario.RectifyAsync();
        RefusedException refused = await RefusedAsync("item-rectified", () => ProposeAsync(DisclosureScenario.Item));
        Assert.Equal([First.ToString()], (string[])refused.Extensions["corrections"]);
        Assert.Equal(DisclosureStep.Proposed, (await ProposeAsync(DisclosureScenario.Item, First)).Step);
        Assert.Equal(DisclosureStep.Proposed, (await ProposeAsync(First)).Step);

        await _scenario.RectifyAsync(Other);
        await RefusedAsync("item-rectified", () => ProposeAsync(First));
        await RefusedAsync("item-rectified", () => ProposeAsync(DisclosureScenario.Item, First));
        Assert.Equal(DisclosureStep.Proposed, (await ProposeAsync(DisclosureScenario.Item, First, Second)).Step);
        await _scenario.RunAsync();
        Assert.Equal([DisclosureEnd.Barred, DisclosureEnd.Barred, null], (await Authority.StateAsync(_scenario.Case)).Disclosures.Select(one => one.End));
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task What_is_right_is_classified_like_any_item_and_goes_to_nobody_before()
    {
        await _scenario.RectifyAsync(CorrectionScenario.Right with { Content = "The holder was diagnosed with HIV, and her IBAN is NL91ABNA0417164300."u8.ToArray() });
        await RefusedAsync("item-not-classified", () => Authority.Propose.RunAsync(
            DisclosureScenario.Proposer, DisclosureScenario.Session, _scenario.Case, DisclosureScenario.Proposal() with { Items = [First] }, CancellationToken.None));
        await _scenario.RunAsync();
        Assert.Equal(1, (await Authority.StateAsync(_scenario.Case)).Classification.Find(First)!.Categories["health"]);
        DisclosureState proposed = await ProposeAsync(First);
        Assert.Contains("health", DisclosureFacts.CategoriesIn(proposed.Proposal.Stated));
        Assert.Equal(2, proposed.Check!.Approvals);
        await RefusedAsync("proposal-malformed", () => ProposeAsync(ItemId.Parse("statement.rectification-1-findings")));
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task The_same_rectification_sent_again_is_answered_as_done_and_another_is_a_second_one()
    {
        await _scenario.RectifyAsync();
        await _scenario.RectifyAsync();
        Assert.Single((await Authority.StateAsync(_scenario.Case)).Corrections.Rectifications["statement"]);
        await _scenario.RectifyAsync(reasons: "For another reason than the one before.");
        await _scenario.RectifyAsync(Other, reasons: "For another reason than the one before.");
        Assert.Equal(3, (await Authority.StateAsync(_scenario.Case)).Corrections.Rectifications["statement"].Count);
    }

    [Fact]
    public async Task Two_rectifications_at_the_same_instant_both_count_and_identical_ones_are_one()
    {
        Authority.Faults.After("vault", () => _scenario.RectifyAsync(Other));
        CaseState state = await _scenario.RectifyAsync();
        Assert.Equal([First, Second], state.Corrections.Rectifications["statement"].Select(one => one.Event.Correction));
        Authority.Faults.After("vault", () => _scenario.RectifyAsync(Other, "A third one that is sent twice at once."));
        state = await _scenario.RectifyAsync(Other, "A third one that is sent twice at once.");
        Assert.Equal(3, state.Corrections.Rectifications["statement"].Count);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task What_is_not_a_rectification_is_refused()
    {
        await RefusedAsync("correction-malformed", () => _scenario.RectifyAsync(CorrectionScenario.Right with { Content = [] }));
        await RefusedAsync("correction-malformed", () => _scenario.RectifyAsync(CorrectionScenario.Right with { Content = new byte[RectifyItem.MostBytes + 1] }));
        await RefusedAsync("correction-malformed", () => _scenario.RectifyAsync(CorrectionScenario.Right with { Name = "../statement.txt" }));
        await RefusedAsync("correction-malformed", () => _scenario.RectifyAsync(CorrectionScenario.Right with { Type = "text" }));
        await RefusedAsync("correction-malformed", () => _scenario.RectifyAsync(citation: "<b>"));
        await RefusedAsync("reasons-required", () => _scenario.RectifyAsync(reasons: "short"));
        await RefusedAsync("item-not-found", () => _scenario.RectifyAsync(item: ItemId.Parse("photo")));
        await _scenario.RectifyAsync();
        await RefusedAsync("correction-not-possible", () => _scenario.RectifyAsync(Other, item: First));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario?.Dispose();

    private Task<DisclosureState> ProposeAsync(params ItemId[] items) => _scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = items });

    private static async Task<RefusedException> RefusedAsync(string slug, Func<Task> call)
    {
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(call);
        Assert.Equal(slug, refused.Slug);
        return refused;
    }
}
