using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Retention;
using Rogatory.Core.Review;
using Rogatory.Core.Tests.Disclosure;

namespace Rogatory.Core.Tests.Retention;

/// <summary>Every refusal of holds, reviews and erasures, by its slug. Nothing that is refused leaves a line or an envelope.</summary>
public sealed class RetentionRefusalTests
{
    private static readonly ItemId Item = RetentionScenario.Item;
    private static readonly OfficerId Proposer = DisclosureScenario.Proposer;
    private static readonly OfficerId Approver = DisclosureScenario.Approver;
    private static readonly DateOnly Day = new(2028, 1, 31);

    private static readonly Dictionary<string, Func<RetentionScenario, Task>> Refused = new()
    {
        ["hold-malformed: citation"] = one => Hold(one, law: "%"),
        ["hold-malformed: items"] = one => one.HoldAsync(Item, Item),
        ["reasons-required: hold"] = one => Hold(one, why: "short"),
        ["item-not-found: hold"] = one => one.HoldAsync(ItemId.Parse("letter")),
        ["case-not-found: hold"] = one => one.Authority.PlaceHold.RunAsync(
            Proposer, CaseId.Parse("0000-0000-0000"), [], HoldGround.Inquiry, "LED art. 5", RetentionScenario.Why, CancellationToken.None),
        ["hold-not-found: lift"] = one => one.LiftAsync(9),
        ["own-hold: lift"] = async one =>
        {
            await one.HoldAsync();
            await one.LiftAsync(1, Proposer);
        },
        ["hold-lifted: lift"] = async one =>
        {
            await one.HoldAsync();
            await one.LiftAsync(1);
            await one.LiftAsync(1, DisclosureScenario.Second);
        },
        ["review-malformed: past"] = one => one.KeepAsync(new DateOnly(2026, 11, 21)),
        ["review-malformed: far"] = one => one.KeepAsync(new DateOnly(2057, 1, 1)),
        ["review-malformed: citation"] = one => one.Authority.ReviewRetention.RunAsync(
            Proposer, one.Case, Day, KeepingGround.StillNeeded, "%", RetentionScenario.Why, CancellationToken.None),
        ["review-not-possible: undecided"] = async one =>
        {
            CaseId other = (await one.Authority.OpenRequest.RunAsync(
                TestAuthority.Partner, TestAuthority.Request("PNF-2026-0999"), CancellationToken.None)).State.Case;
            await one.Authority.ReviewRetention.RunAsync(Proposer, other, Day, KeepingGround.StillNeeded, "LED art. 5", RetentionScenario.Why, CancellationToken.None);
        },
        ["review-not-possible: erased"] = async one =>
        {
            await one.EraseAsync();
            await one.KeepAsync(Day);
        },
        ["erasure-malformed: citation"] = one => Propose(one, law: "%"),
        ["erasure-malformed: items"] = one => one.ProposeAsync(Item, Item),
        ["reasons-required: propose"] = one => Propose(one, why: "short"),
        ["item-not-found: propose"] = one => one.ProposeAsync(ItemId.Parse("letter")),
        ["item-held: propose"] = async one =>
        {
            await one.HoldAsync();
            await one.ProposeAsync(Item);
        },
        ["item-held: approve"] = async one =>
        {
            await one.ProposeAsync(Item);
            await one.HoldAsync(Item);
            await one.ApproveAsync();
        },
        ["item-erased: propose"] = async one =>
        {
            await one.EraseAsync(Item);
            await one.ProposeAsync(Item);
        },
        ["item-erased: hold"] = async one =>
        {
            await one.EraseAsync(Item);
            await one.HoldAsync(Item);
        },
        ["item-erased: approve"] = async one =>
        {
            await one.ProposeAsync(Item);
            await one.Authority.ProposeErasure.RunAsync(Approver, one.Case, [Item], ErasureGround.NoLongerNeeded, "LED art. 5", RetentionScenario.Why, CancellationToken.None);
            await one.ApproveAsync();
            await one.ApproveAsync(2, DisclosureScenario.Second);
        },
        ["item-erased: disclose"] = async one =>
        {
            await one.ProposeAsync(Item);
            await one.ApproveAsync();
            await one.Disclosures.ProposeAsync();
        },
        ["item-erased: read"] = async one =>
        {
            await one.EraseAsync(Item);
            await one.ReadAsync();
        },
        ["item-erased: send again"] = async one =>
        {
            await one.EraseAsync(Item);
            await one.Authority.SendAsync(one.Case, "statement", DisclosureScenario.Content);
        },
        ["item-erased: open again"] = async one =>
        {
            await one.EraseAsync();
            await one.Authority.OpenRequest.RunAsync(
                TestAuthority.Partner, TestAuthority.Request(("statement", DisclosureScenario.Content)), CancellationToken.None);
        },
        ["decision-not-possible: decide again, whose reasons are erased"] = async one =>
        {
            await one.EraseAsync();
            await one.Authority.DecideRequest.RunAsync(
                Proposer, one.Case, new ProposedDecision(DecisionKind.Accept, "complete-and-lawful", "UNCAC art. 46", "Nothing stands against it."), CancellationToken.None);
        },
        ["own-proposal: approve"] = async one =>
        {
            await one.Authority.ProposeErasure.RunAsync(Approver, one.Case, [Item], ErasureGround.NoLongerNeeded, "LED art. 5", RetentionScenario.Why, CancellationToken.None);
            await one.ApproveAsync();
        },
        ["erasure-not-found: approve"] = one => one.ApproveAsync(1),
        ["erasure-not-found: certificate"] = one => one.CertificateAsync(),
        ["erasure-not-done: certificate"] = async one =>
        {
            await one.ProposeAsync(Item);
            await one.CertificateAsync();
        },
        ["erasure-not-possible: rejected"] = async one =>
        {
            await one.ProposeAsync(Item);
            await one.Authority.ApproveErasure.RejectAsync(Proposer, one.Case, 1, RetentionScenario.Why, CancellationToken.None);
            await one.ApproveAsync();
        },
        ["erasure-not-possible: lapsed, and the ledger does not say so yet"] = async one =>
        {
            await one.ProposeAsync(Item);
            one.Authority.Time.Advance(TimeSpan.FromDays(30));
            await one.ApproveAsync();
        },
        ["erasure-not-possible: the request of an undecided case"] = async one =>
        {
            CaseId other = (await one.Authority.OpenRequest.RunAsync(
                TestAuthority.Partner, TestAuthority.Request("PNF-2026-0999"), CancellationToken.None)).State.Case;
            await one.Authority.ProposeErasure.RunAsync(Proposer, other, [], ErasureGround.NoLongerNeeded, "LED art. 5", RetentionScenario.Why, CancellationToken.None);
        },
        ["erasure-not-possible: nothing left"] = async one =>
        {
            await one.EraseAsync();
            await one.ProposeAsync();
        },
    };

    public static TheoryData<string> Names => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_may_not_be_is_refused_by_its_slug_and_leaves_nothing(string name)
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();

        await RetentionScenario.RefusedAsync(name.Split(':')[0], () => Refused[name](scenario));

        CaseState state = await scenario.StateAsync();
        Assert.All(await scenario.EnvelopesAsync(), one => Assert.Equal(one.Path.Attempt, state.Find(one.Path.Item)?.Attempt));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    private static Task Hold(RetentionScenario one, string law = "LED art. 5", string why = RetentionScenario.Why) =>
        one.Authority.PlaceHold.RunAsync(Proposer, one.Case, [Item], HoldGround.PendingProceedings, law, why, CancellationToken.None);

    private static Task Propose(RetentionScenario one, string law = "LED art. 5", string why = RetentionScenario.Why) =>
        one.Authority.ProposeErasure.RunAsync(Proposer, one.Case, [Item], ErasureGround.NoLongerNeeded, law, why, CancellationToken.None);
}
