using System.Text;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Retention;

public sealed class RestrictItemTests : IAsyncLifetime, IDisposable
{
    private static readonly HashSet<OfficerRole> Approver = [OfficerRole.Approver];
    private static readonly HashSet<OfficerRole> Dpo = [OfficerRole.Dpo];
    private static readonly ItemId Correction = ItemId.Parse("statement.rectification-1");
    private DisclosureScenario _scenario = null!;

    private TestAuthority Authority => _scenario.Authority;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Fact]
    public async Task What_is_restricted_is_proposed_to_nobody_until_another_officer_lifts_that()
    {
        await _scenario.RestrictAsync();
        await RefusedAsync("item-restricted", () => _scenario.ProposeAsync());
        await _scenario.LiftAsync();
        Assert.Equal(DisclosureStep.Proposed, (await _scenario.ProposeAsync()).Step);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task The_reasons_are_sealed_and_stand_nowhere_in_the_clear()
    {
        CaseState state = await _scenario.RestrictAsync();
        Assert.DoesNotContain(CorrectionScenario.Contested, await Authority.LedgerTextAsync(_scenario.Case.ToString()), StringComparison.Ordinal);
        ItemId words = state.Corrections.Restrictions[DisclosureScenario.Item.ToString()].Event.Reasons;
        Assert.Equal(CorrectionScenario.Contested, Encoding.UTF8.GetString(await ReadAsync(words, Some.Reviewer)));
    }

    [Fact]
    public async Task Reading_what_is_restricted_needs_the_role_for_it_and_the_ledger_says_that_it_was()
    {
        await ReadAsync(DisclosureScenario.Item, Approver);
        await _scenario.RestrictAsync();
        long size = (await Authority.VerifyAsync(_scenario.Case)).Size;
        await RefusedAsync("item-restricted", () => ReadAsync(DisclosureScenario.Item, Some.Reviewer));
        Assert.Equal(size, (await Authority.VerifyAsync(_scenario.Case)).Size);

        await RefusedAsync("item-restricted", () => ReadAsync(DisclosureScenario.Item, new HashSet<OfficerRole> { OfficerRole.Auditor, OfficerRole.Admin, OfficerRole.Intake }));

        // The same reading as before the restriction, within the hour, is another one.
        Assert.Equal(DisclosureScenario.Content, await ReadAsync(DisclosureScenario.Item, Approver));
        string[] readings = [.. (await Authority.LedgerTextAsync(_scenario.Case.ToString())).Split('\n').Where(line => line.StartsWith("{\"actor\":\"officer:", StringComparison.Ordinal) && line.Contains("access.item-consulted", StringComparison.Ordinal))];
        Assert.Equal([false, true], readings.Select(line => line.Contains("\"restricted\":true", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_data_protection_officer_reads_what_is_restricted_and_nothing_else()
    {
        await RefusedAsync("role-required", () => ReadAsync(DisclosureScenario.Item, Dpo));
        await _scenario.RestrictAsync();
        Assert.Equal(DisclosureScenario.Content, await ReadAsync(DisclosureScenario.Item, Dpo));
    }

    [Fact]
    public async Task A_reading_that_the_restriction_overtakes_is_refused()
    {
        Authority.Faults.After("vault", () => _scenario.RestrictAsync());
        await RefusedAsync("item-restricted", () => ReadAsync(DisclosureScenario.Item, Some.Reviewer));
        Assert.Equal(0, await Authority.ReadingsAsync(_scenario.Case));
    }

    [Fact]
    public async Task Nobody_lifts_what_they_restricted()
    {
        await _scenario.RestrictAsync();
        await RefusedAsync("own-restriction", () => _scenario.LiftAsync(DisclosureScenario.Proposer));
    }

    [Fact]
    public async Task Contested_data_are_released_only_after_somebody_was_informed_and_evidence_without()
    {
        await _scenario.RestrictAsync();
        await RefusedAsync("person-not-informed", () => _scenario.LiftAsync(informed: null));
        CaseState state = await _scenario.LiftAsync(informed: InformedParty.Originator);
        ItemUnrestricted lifted = state.Corrections.Liftings[DisclosureScenario.Item.ToString()].Event;
        Assert.Equal((InformedParty.Originator, new DateOnly(2026, 11, 20)), (lifted.Informed!.Value, lifted.InformedOn!.Value));
        await _scenario.RestrictAsync(ground: RestrictionGround.KeptAsEvidence);
        await _scenario.LiftAsync(informed: null);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task Who_was_informed_goes_with_a_day_that_is_not_to_come()
    {
        await _scenario.RestrictAsync();
        await RefusedAsync("correction-malformed", () => _scenario.LiftAsync(on: new DateOnly(2026, 11, 23)));
        await RefusedAsync("correction-malformed", () => _scenario.LiftAsync(informed: null, on: new DateOnly(2026, 11, 20)));
        await RefusedAsync("correction-malformed", () => Authority.Restrict.LiftAsync(
            DisclosureScenario.Approver, _scenario.Case, DisclosureScenario.Item, InformedParty.Person, informedOn: null, CorrectionScenario.Article, DisclosureScenario.Why, CancellationToken.None));
    }

    [Fact]
    public async Task What_can_not_be_restricted_or_lifted_is_refused()
    {
        await RefusedAsync("correction-not-possible", () => _scenario.LiftAsync());
        await RefusedAsync("reasons-required", () => _scenario.RestrictAsync("short"));
        await RefusedAsync("correction-malformed", () => RestrictAsync(DisclosureScenario.Item, "<script>"));
        await RefusedAsync("item-not-found", () => RestrictAsync(ItemId.Parse("photo"), CorrectionScenario.Article));
        await _scenario.RestrictAsync();
        await RefusedAsync("correction-not-possible", () => _scenario.RestrictAsync("For another reason than the one before."));
        await RefusedAsync("correction-not-possible", () => _scenario.RestrictAsync(officer: DisclosureScenario.Second));
    }

    [Fact]
    public async Task The_same_restriction_or_lifting_sent_again_is_answered_as_done()
    {
        await _scenario.RestrictAsync();
        long size = (await Authority.VerifyAsync(_scenario.Case)).Size;
        await _scenario.RestrictAsync();
        Assert.Equal(size, (await Authority.VerifyAsync(_scenario.Case)).Size);
        await _scenario.LiftAsync();
        size = (await Authority.VerifyAsync(_scenario.Case)).Size;
        await _scenario.LiftAsync();
        Assert.Equal(size, (await Authority.VerifyAsync(_scenario.Case)).Size);
        await _scenario.RestrictAsync();
        Assert.True((await Authority.StateAsync(_scenario.Case)).Corrections.IsRestricted(DisclosureScenario.Item));
    }

    [Fact]
    public async Task Two_identical_restrictions_at_the_very_same_instant_are_one()
    {
        Authority.Faults.After("vault", () => _scenario.RestrictAsync());
        await _scenario.RestrictAsync();
        string ledger = await Authority.LedgerTextAsync(_scenario.Case.ToString());
        Assert.Equal(2, ledger.Split("\"retention.item-restricted\"").Length);
    }

    [Fact]
    public async Task What_is_derived_from_a_restricted_item_is_restricted_with_it()
    {
        await _scenario.RectifyAsync();
        await _scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [Correction] });
        await _scenario.RestrictAsync();
        await _scenario.RunAsync();

        CaseState state = await Authority.StateAsync(_scenario.Case);
        Assert.Equal(DisclosureEnd.Barred, Assert.Single(state.Disclosures).End);
        await RefusedAsync("item-restricted", () => ReadAsync(Correction, Some.Reviewer));
        Assert.Equal(CorrectionScenario.Right.Content, await ReadAsync(Correction, Dpo));
        await RefusedAsync("item-restricted", () => _scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [Correction] }));
        await RefusedAsync("item-restricted", () => Authority.ProposeErasure.RunAsync(
            DisclosureScenario.Proposer, _scenario.Case, [Correction], ErasureGround.NoLongerNeeded, CorrectionScenario.Article, DisclosureScenario.Why, CancellationToken.None));

        await _scenario.LiftAsync();
        Assert.Equal(CorrectionScenario.Right.Content, await ReadAsync(Correction, Some.Reviewer));
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task What_is_derived_can_be_restricted_and_lifted_for_itself_and_not_for_what_it_is_derived_from()
    {
        await _scenario.RectifyAsync();
        await _scenario.RestrictAsync();
        await RefusedAsync("correction-not-possible", () => LiftAsync(Correction));
        await RestrictAsync(Correction, CorrectionScenario.Article);
        await _scenario.LiftAsync();
        await RefusedAsync("item-restricted", () => ReadAsync(Correction, Some.Reviewer));
        await LiftAsync(Correction);
        Assert.Equal(CorrectionScenario.Right.Content, await ReadAsync(Correction, Some.Reviewer));
    }

    [Fact]
    public async Task A_contested_item_is_rectified_and_what_is_right_is_restricted_until_that_is_lifted()
    {
        await _scenario.RestrictAsync();
        await _scenario.RectifyAsync();
        await RefusedAsync("item-restricted", () => ReadAsync(Correction, Some.Reviewer));
    }

    [Fact]
    public async Task Whoever_was_handed_what_is_derived_is_told()
    {
        await _scenario.RectifyAsync();
        DisclosureState proposed = await _scenario.ProposeAsync(DisclosureScenario.Proposal() with { Items = [Correction] });
        await Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        await _scenario.FetchAsync(proposed.Id);
        await _scenario.RestrictAsync();
        Assert.Contains(await _scenario.NoticesAsync(), one => one.Measure == NoticeMeasure.Restrict && one.Disclosure == proposed.Id);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario?.Dispose();

    private Task<CaseState> LiftAsync(ItemId item) => Authority.Restrict.LiftAsync(
        DisclosureScenario.Approver, _scenario.Case, item, InformedParty.Person, new DateOnly(2026, 11, 20), CorrectionScenario.Article, DisclosureScenario.Why, CancellationToken.None);

    private Task<CaseState> RestrictAsync(ItemId item, string citation) => Authority.Restrict.RestrictAsync(
        DisclosureScenario.Proposer, _scenario.Case, item, RestrictionGround.AccuracyContested, citation, DisclosureScenario.Why, CancellationToken.None);

    private async Task<byte[]> ReadAsync(ItemId item, IReadOnlySet<OfficerRole> roles)
    {
        using OpenedItem opened = await Authority.ConsultItem.RunAsync(
            DisclosureScenario.Approver, "session-1", _scenario.Case, item, DisclosureScenario.Why, roles, CancellationToken.None);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, CancellationToken.None);
        return content.ToArray();
    }

    private static async Task RefusedAsync(string slug, Func<Task> call) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(call)).Slug);
}
