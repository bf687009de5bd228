using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Core.Tests.Disclosure;

namespace Rogatory.Core.Tests.Retention;

public sealed class NoticeTests : IAsyncLifetime, IDisposable
{
    private DisclosureScenario _scenario = null!;

    private TestAuthority Authority => _scenario.Authority;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Fact]
    public async Task Whoever_sent_the_item_and_whoever_was_handed_it_is_told_in_a_signed_notice()
    {
        DisclosureState fetched = await _scenario.FetchedAsync();
        await _scenario.RestrictAsync();
        await _scenario.RunAsync();
        IReadOnlyList<NoticeState> notices = await _scenario.NoticesAsync();
        Assert.Equal([null, fetched.Id], notices.Select(one => one.Disclosure));
        foreach (NoticeState notice in notices)
        {
            CorrectionNotice signed = await _scenario.ReadAsync(notice);
            Assert.Equal((notice.Id, DisclosureScenario.Item, NoticeMeasure.Restrict, CorrectionScenario.Article, notice.Disclosure, (ItemId?)null),
                (signed.Notice, signed.Item, signed.Measure, signed.Citation, signed.Disclosure, signed.Correction));
            Assert.Equal((await Authority.StateAsync(_scenario.Case)).Find(DisclosureScenario.Item)!.SealedRoot, signed.SealedRoot);
        }

        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task Who_was_handed_nothing_is_not_told_and_a_lifting_and_a_rectification_are_told_as_well()
    {
        await _scenario.ReadyAsync();
        await _scenario.RestrictAsync();
        await _scenario.RectifyAsync();
        await _scenario.LiftAsync();
        await _scenario.RunAsync();
        IReadOnlyList<NoticeState> notices = await _scenario.NoticesAsync();
        Assert.Equal([NoticeMeasure.Restrict, NoticeMeasure.Rectify, NoticeMeasure.Lift], notices.Select(one => one.Measure));
        Assert.All(notices, one => Assert.Equal((null, TestAuthority.Partner), (one.Disclosure, one.Partner)));
        Assert.Equal(ItemId.Parse("statement.rectification-1"), (await _scenario.ReadAsync(notices[1])).Correction);
    }

    [Fact]
    public async Task A_second_rectification_is_told_to_whoever_has_the_first()
    {
        await _scenario.RectifyAsync();
        DisclosureState proposed = await _scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [ItemId.Parse("statement.rectification-1")] });
        await Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        await _scenario.FetchAsync(proposed.Id);
        await _scenario.RectifyAsync(CorrectionScenario.Right with { Content = "It was the booking of 4 March."u8.ToArray() });
        Assert.Equal([null, null, proposed.Id], (await _scenario.NoticesAsync()).Select(one => one.Disclosure));
    }

    [Theory]
    [InlineData(ErasureGround.UnlawfulProcessing, true)]
    [InlineData(ErasureGround.UnlawfulProcessing, false)]
    [InlineData(ErasureGround.LegalObligation, true)]
    public async Task An_erasure_that_corrects_is_told_like_any_other_correction(ErasureGround ground, bool named)
    {
        DisclosureState fetched = await _scenario.FetchedAsync();
        await EraseAsync(ground, named);
        NoticeState[] notices = [.. (await _scenario.NoticesAsync()).Where(one => one.Item == DisclosureScenario.Item)];
        Assert.Equal([(null, NoticeMeasure.Erase), (fetched.Id, NoticeMeasure.Erase)], notices.Select(one => (one.Disclosure, one.Measure)));
        Assert.Equal((NoticeMeasure.Erase, "LED art. 16(2)"), await _scenario.ReadAsync(notices[1]) is var signed ? (signed.Measure, signed.Citation) : default);
        await _scenario.AcknowledgeAsync(notices[1], await _scenario.AnswerAsync(notices[1]));
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task An_erasure_of_what_is_needed_no_longer_asks_nobody_else_to_erase()
    {
        DisclosureState fetched = await _scenario.FetchedAsync();
        await EraseAsync(ErasureGround.NoLongerNeeded, named: true);
        Assert.Empty(await _scenario.NoticesAsync());
        Assert.True((await _scenario.FindAsync(fetched.Id)).IsBarred);
    }

    [Fact]
    public async Task What_is_restricted_instead_is_not_erased_until_that_is_lifted()
    {
        ErasureState proposed = await ProposeErasureAsync(ErasureGround.UnlawfulProcessing, DisclosureScenario.Item);
        await ApproveErasureAsync(proposed.Number);
        await _scenario.RestrictAsync();
        await _scenario.RunAsync();
        Assert.Equal(ErasureStep.Approved, (await Authority.StateAsync(_scenario.Case)).Retention.FindErasure(proposed.Number)!.Step);
        await _scenario.LiftAsync();
        await _scenario.RunAsync();
        Assert.Equal(ErasureStep.Erased, (await Authority.StateAsync(_scenario.Case)).Retention.FindErasure(proposed.Number)!.Step);
        await RefusedAsync("item-erased", () => _scenario.RestrictAsync());
        await RefusedAsync("item-erased", () => _scenario.RectifyAsync());
    }

    [Fact]
    public async Task An_erasure_of_what_is_restricted_is_not_proposed()
    {
        await _scenario.RestrictAsync();
        await RefusedAsync("item-restricted", () => ProposeErasureAsync(ErasureGround.UnlawfulProcessing, DisclosureScenario.Item));
    }

    [Fact]
    public async Task A_partner_acknowledges_what_it_was_told_and_the_answer_is_countersigned_once()
    {
        await _scenario.RestrictAsync();
        await _scenario.RunAsync();
        NoticeState notice = Assert.Single(await _scenario.NoticesAsync());
        string answer = await _scenario.AnswerAsync(notice);
        string countersignature = await _scenario.AcknowledgeAsync(notice, answer);
        NoticeAcknowledgement signed = NoticeAcknowledgement.FromJson(
            Statement.Verify(countersignature, NoticeAcknowledgement.CountersignatureType, Authority.VerificationKeys));
        Assert.Equal((notice.Id, DisclosureStatements.DigestOf(answer)), (signed.Notice, signed.Statement));
        Assert.Equal(countersignature, await _scenario.AcknowledgeAsync(notice, answer));
        string another = await _scenario.AnswerAsync(notice, one => one with { At = one.At.AddSeconds(1) });
        await RefusedAsync("receipt-received", () => _scenario.AcknowledgeAsync(notice, another));
        Assert.Equal(DisclosureStatements.DigestOf(answer), (await _scenario.NoticesAsync())[0].Acknowledged!.Statement);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task An_acknowledgement_that_is_not_the_partners_or_not_of_the_notice_is_refused()
    {
        await _scenario.RestrictAsync();
        NoticeState due = Assert.Single(await _scenario.NoticesAsync());
        await RefusedAsync("notice-not-found", () => _scenario.AcknowledgeAsync(due, "nothing that is signed"));
        await _scenario.RunAsync();
        NoticeState notice = Assert.Single(await _scenario.NoticesAsync());
        string answer = await _scenario.AnswerAsync(notice);
        await RefusedAsync("notice-not-found", () => _scenario.AcknowledgeAsync(notice, answer, PartnerId.Parse("de-bfj")));
        await RefusedAsync("notice-not-found", () => Authority.AcknowledgeNotice.RunAsync(notice.Partner, NoticeId.Of(_scenario.Case, 2), answer, CancellationToken.None));
        await RefusedAsync("receipt-invalid", () => _scenario.AcknowledgeAsync(notice, answer[..^4]));
        string mismatched = await _scenario.AnswerAsync(notice, one => one with { Statement = new string('0', 64) });
        await RefusedAsync("receipt-mismatch", () => _scenario.AcknowledgeAsync(notice, mismatched));
        string ahead = await _scenario.AnswerAsync(notice, one => one with { At = one.At.AddHours(1) });
        await RefusedAsync("receipt-invalid", () => _scenario.AcknowledgeAsync(notice, ahead));
        Assert.Null((await _scenario.NoticesAsync())[0].Acknowledged);
    }

    [Fact]
    public async Task A_notice_that_nobody_acknowledges_is_reminded_of_then_flagged_and_can_still_be_acknowledged()
    {
        await _scenario.RestrictAsync();
        await _scenario.RunAsync();
        DateTimeOffset due = (await _scenario.NoticesAsync())[0].Issued!.DueAt;
        Assert.Equal(Authority.Time.Now.AddDays(14), due);
        Authority.Time.Advance(TimeSpan.FromDays(7));
        await _scenario.RunAsync();
        Assert.True((await _scenario.NoticesAsync())[0] is { IsReminded: true, IsOverdue: false });
        Authority.Time.Advance(TimeSpan.FromDays(7));
        await _scenario.RunAsync();
        NoticeState notice = (await _scenario.NoticesAsync())[0];
        Assert.True(notice.IsOverdue);
        await _scenario.AcknowledgeAsync(notice, await _scenario.AnswerAsync(notice));
        await _scenario.RunAsync();
        Assert.NotNull((await _scenario.NoticesAsync())[0].Acknowledged);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task What_is_acknowledged_is_not_reminded_of()
    {
        await _scenario.RestrictAsync();
        await _scenario.RunAsync();
        NoticeState notice = (await _scenario.NoticesAsync())[0];
        await _scenario.AcknowledgeAsync(notice, await _scenario.AnswerAsync(notice));
        Authority.Time.Advance(TimeSpan.FromDays(20));
        await _scenario.RunAsync();
        Assert.True((await _scenario.NoticesAsync())[0] is { IsReminded: false, IsOverdue: false });
    }

    [Fact]
    public void A_notice_id_has_one_spelling()
    {
        NoticeId id = NoticeId.Of(Some.Case, 12);
        Assert.True(NoticeId.TryParse(id.ToString(), out NoticeId read));
        Assert.Equal(id, read);
        foreach (string wrong in (string[])[$"{Some.Case}-N", $"{Some.Case}-N0", $"{Some.Case}-N01", $"{Some.Case}-1", $"{Some.Case}-N-1", $"{Some.Case}-N123456789", "N1", ""])
            Assert.False(NoticeId.TryParse(wrong, out _), wrong);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario?.Dispose();

    private Task<ErasureState> ProposeErasureAsync(ErasureGround ground, params ItemId[] items) => Authority.ProposeErasure.RunAsync(
        DisclosureScenario.Proposer, _scenario.Case, items, ground, "LED art. 16(2)", DisclosureScenario.Why, CancellationToken.None);

    private Task ApproveErasureAsync(int erasure) =>
        Authority.ApproveErasure.ApproveAsync(DisclosureScenario.Approver, _scenario.Case, erasure, DisclosureScenario.Why, CancellationToken.None);

    private async Task EraseAsync(ErasureGround ground, bool named)
    {
        ErasureState proposed = await ProposeErasureAsync(ground, named ? [DisclosureScenario.Item] : []);
        await ApproveErasureAsync(proposed.Number);
        await _scenario.RunAsync();
    }

    private static async Task RefusedAsync(string slug, Func<Task> call) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(call)).Slug);
}
