using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;
using Rogatory.Envelope;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Disclosure;

public sealed class DisclosureFlowTests : IAsyncLifetime, IDisposable
{
    private DisclosureScenario _scenario = null!;

    private TestAuthority Authority => _scenario.Authority;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Fact]
    public async Task What_is_allowed_and_approved_goes_out_and_comes_back_with_a_receipt()
    {
        DisclosureState proposed = await _scenario.ProposeAsync();
        Assert.Equal(DisclosureStep.Proposed, proposed.Step);
        Assert.Empty(Authority.Outbound.Names);
        await Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        Assert.Equal(DisclosureStep.Ready, (await _scenario.FindAsync(proposed.Id)).Step);

        FetchedDisclosure fetched = await _scenario.FetchAsync(proposed.Id);
        FetchedItem item = Assert.Single(fetched.Items);
        KeyEnvelope envelope = KeyEnvelope.Parse(item.Envelope);
        Assert.Equal(RsaJwk.From(_scenario.Encryption).KeyId, envelope.KeyId);
        DisclosureManifest manifest = DisclosureManifest.FromJson(Statement.Verify(fetched.Manifest, DisclosureManifest.Type, Authority.VerificationKeys));
        Assert.Equal((proposed.Id, TestAuthority.Partner, new DateOnly(2028, 1, 31)), (manifest.Disclosure, manifest.Partner, manifest.RetainUntil!.Value));
        Assert.Equal(DisclosureScenario.Proposal().Accuracy, manifest.Accuracy);
        Assert.Equal(["investigation"], manifest.Purposes);
        Assert.NotEmpty(manifest.Conditions);
        LedgerReport report = await Authority.VerifyAsync(_scenario.Case);
        Assert.True(report.Proves(manifest.Ledger.Size, manifest.Ledger.Root));

        string countersignature = await _scenario.ReceiveAsync(proposed.Id, await _scenario.ReceiptAsync(fetched.State));
        Assert.Equal(proposed.Id, Countersignature.FromJson(Statement.Verify(countersignature, Countersignature.Type, Authority.VerificationKeys)).Disclosure);
        int before = await _scenario.EnvelopesAsync();
        await _scenario.RunAsync();
        DisclosureState received = await _scenario.FindAsync(proposed.Id);
        Assert.Equal((DisclosureStep.Received, true), (received.Step, received.CopiesRemoved));
        Assert.Empty(Authority.Outbound.Names);
        Assert.Equal(before - 1, await _scenario.EnvelopesAsync());
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task What_the_check_does_not_allow_ends_there_and_is_explained()
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        proposal.Facts["necessity"] = new JsonObject { ["value"] = false, ["reasons"] = "Nothing in the request needs it." };
        DisclosureState proposed = await _scenario.ProposeAsync(proposal);
        Assert.Equal(DisclosureStep.NotAllowed, proposed.Step);
        Assert.False(proposed.Check!.IsAllowed);
        await RefusedAsync("disclosure-not-possible", () => Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None));
        await _scenario.RunAsync();
        Assert.Empty(Authority.Outbound.Names);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task Nobody_approves_their_own_proposal_or_approves_twice()
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        proposal.Facts["data"]!["categories"] = new JsonArray("health");
        DisclosureScenario.Judging(proposal.Facts, "originalNeeded");
        proposal.Facts["specialCategories"] = JsonNode.Parse($$$"""
            {"strictlyNecessary": {"value": true, "reasons": "{{{DisclosureScenario.Why}}}"}, "safeguards": {"value": true, "reasons": "{{{DisclosureScenario.Why}}}"}, "ground": "law"}
            """);
        proposal.Facts["release"] = JsonNode.Parse($$$"""{"beyondRequestJustified": {"value": true, "reasons": "{{{DisclosureScenario.Why}}}"}}""");
        DisclosureState proposed = await _scenario.ProposeAsync(proposal);
        Assert.Equal(2, proposed.Check!.Approvals);
        await RefusedAsync("own-proposal", () => Authority.Approve.ApproveAsync(DisclosureScenario.Proposer, proposed.Id, DisclosureScenario.Why, CancellationToken.None));
        await RefusedAsync("own-proposal", () => Authority.Approve.RejectAsync(DisclosureScenario.Proposer, proposed.Id, DisclosureScenario.Why, CancellationToken.None));
        await Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        await RefusedAsync("approved-already", () => Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, "For another reason than before.", CancellationToken.None));

        // The same again is taken for one whose answer was lost, and counts no second time.
        await Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        Assert.Equal(DisclosureStep.Proposed, (await _scenario.FindAsync(proposed.Id)).Step);
        await Authority.Approve.ApproveAsync(DisclosureScenario.Second, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        Assert.Equal(DisclosureStep.Ready, (await _scenario.FindAsync(proposed.Id)).Step);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task Silence_escalates_and_then_lapses()
    {
        DisclosureState proposed = await _scenario.ProposeAsync();
        Authority.Time.Advance(TimeSpan.FromDays(3));
        await _scenario.RunAsync();
        Assert.True((await _scenario.FindAsync(proposed.Id)).IsEscalated);
        Authority.Time.Advance(TimeSpan.FromDays(7));
        await _scenario.RunAsync();
        DisclosureState ended = await _scenario.FindAsync(proposed.Id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Lapsed), (ended.Step, ended.End!.Value));
        await RefusedAsync("disclosure-not-possible", () => Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None));
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task A_rejected_or_withdrawn_proposal_goes_nowhere()
    {
        DisclosureState rejected = await _scenario.ProposeAsync();
        await Authority.Approve.RejectAsync(DisclosureScenario.Approver, rejected.Id, DisclosureScenario.Why, CancellationToken.None);
        DisclosureState withdrawn = await _scenario.ProposeAsync();
        Assert.NotEqual(rejected.Id, withdrawn.Id);
        await Authority.Approve.WithdrawAsync(DisclosureScenario.Proposer, withdrawn.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        Assert.Empty(Authority.Outbound.Names);
        await RefusedAsync("disclosure-not-found", () => _scenario.FetchAsync(withdrawn.Id));
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task A_proposal_sent_twice_is_one_and_other_reasons_make_another()
    {
        DisclosureState first = await _scenario.ProposeAsync();
        Assert.Equal(first.Id, (await _scenario.ProposeAsync()).Id);
        ProposedDisclosure other = DisclosureScenario.Proposal();
        other.Facts["necessity"]!["reasons"] = "Another reason than the one that was given before.";
        Assert.NotEqual(first.Id, (await _scenario.ProposeAsync(other)).Id);
    }

    [Fact]
    public async Task A_partner_suspended_after_approval_gets_nothing()
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        await _scenario.SuspendAsync();
        await _scenario.RunAsync();
        await StoppedAsync(approved.Id);
    }

    [Fact]
    public async Task A_region_that_is_no_longer_allowed_stops_what_was_approved()
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        Authority.Home = Authority.Home with { ResidencyLimits = ["FR"] };
        Authority.Restart();
        await _scenario.RunAsync();
        await StoppedAsync(approved.Id);
    }

    [Fact]
    public async Task A_key_that_was_changed_after_the_release_is_sealed_to_no_more()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await _scenario.RotateKeyAsync();
        await RefusedAsync("partner-key-changed", () => _scenario.FetchAsync(ready.Id));
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task A_key_that_is_rotated_with_overlap_still_gets_what_was_granted_to_it_and_the_newest_gets_what_is_granted_next()
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        await _scenario.RunAsync();
        string before = (await _scenario.FindAsync(approved.Id)).Grant!.Key;
        using var next = RSA.Create(2048);
        DateTimeOffset until = Authority.Time.Now.AddDays(2);
        await _scenario.OverlapKeyAsync(next, until);
        Assert.Single((await _scenario.FetchAsync(approved.Id)).Items);

        ProposedDisclosure other = DisclosureScenario.Proposal();
        other.Facts["necessity"]!["reasons"] = "Another reason than the one that was given before.";
        DisclosureState again = await _scenario.ProposeAsync(other);
        await Authority.Approve.ApproveAsync(DisclosureScenario.Approver, again.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        string after = (await _scenario.FindAsync(again.Id)).Grant!.Key;
        Assert.Equal(RsaJwk.From(next).KeyId, after);
        Assert.NotEqual(before, after);

        Authority.Time.Advance(TimeSpan.FromDays(2));
        await RefusedAsync("partner-key-changed", () => _scenario.FetchAsync(approved.Id));
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task What_is_granted_before_a_rotation_and_released_after_it_is_sealed_to_the_key_of_the_grant()
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        await Authority.IssueGrant.RunAsync(approved.Id, CancellationToken.None);
        string granted = (await _scenario.FindAsync(approved.Id)).Grant!.Key;
        using var next = RSA.Create(2048);
        await _scenario.OverlapKeyAsync(next, Authority.Time.Now.AddDays(2));
        await _scenario.RunAsync();
        FetchedItem item = Assert.Single((await _scenario.FetchAsync(approved.Id)).Items);
        Assert.Equal(granted, (string?)JsonNode.Parse(item.Envelope)!["recipients"]![0]!["header"]!["kid"]);
    }

    [Fact]
    public async Task What_is_no_longer_allowed_is_not_handed_out_and_the_refusal_is_on_record()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        Authority.Home = Authority.Home with { ResidencyLimits = ["FR"] };
        Authority.Restart();
        await RefusedAsync("transfer-not-allowed", () => _scenario.FetchAsync(ready.Id));
        await RefusedAsync("transfer-not-allowed", () => _scenario.FetchAsync(ready.Id));
        DisclosureState found = await _scenario.FindAsync(ready.Id);
        Assert.Equal((DisclosureStep.Ready, false), (found.Step, found.Check!.IsAllowed));
        await Authority.VerifyAsync(_scenario.Case);
    }

    public static TheoryData<string, Func<byte[], byte[]>> WrongCopies() => new()
    {
        { "another last byte", body => [.. body[..^1], (byte)(body[^1] ^ 1)] },
        { "another first byte", body => [(byte)(body[0] ^ 1), .. body[1..]] },
        { "too short", body => body[..^1] },
        { "no source", _ => throw new SourceChangedException() },
    };

    [Theory]
    [MemberData(nameof(WrongCopies))]
    public async Task A_copy_that_is_not_what_the_vault_holds_is_withdrawn_and_opens_an_incident(string how, Func<byte[], byte[]> corrupt)
    {
        Assert.NotEmpty(how);
        Authority.Outbound.Corrupt = corrupt;
        DisclosureState approved = await _scenario.ApprovedAsync();
        await _scenario.RunAsync();
        DisclosureState ended = await _scenario.FindAsync(approved.Id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.CopyMismatch, true), (ended.Step, ended.End!.Value, ended.CopiesRemoved));
        Assert.Empty(Authority.Outbound.Names);
        IncidentOpened incident = Assert.Single(await Authority.Incidents.ListAsync(CancellationToken.None));
        Assert.Equal((IncidentCause.CopyMismatch, DisclosureScenario.Item), (incident.Cause, incident.Item!.Value));
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task What_is_not_collected_in_time_is_destroyed()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        Authority.Time.Advance(TimeSpan.FromDays(7));
        await _scenario.RunAsync();
        Assert.True((await _scenario.FindAsync(ready.Id)).IsReminded);
        Authority.Time.Advance(TimeSpan.FromDays(7));
        await _scenario.RunAsync();
        Assert.True((await _scenario.FindAsync(ready.Id)).IsOverdue);
        Authority.Time.Advance(TimeSpan.FromDays(16));
        Assert.Empty((await _scenario.FetchAsync(ready.Id)).Items);
        await _scenario.RunAsync();
        DisclosureState ended = await _scenario.FindAsync(ready.Id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Expired, true), (ended.Step, ended.End!.Value, ended.CopiesRemoved));
        Assert.Empty(Authority.Outbound.Names);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task A_receipt_that_comes_after_the_copies_are_gone_still_counts()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await _scenario.FetchAsync(ready.Id);
        Authority.Time.Advance(TimeSpan.FromDays(31));
        await _scenario.RunAsync();
        DisclosureState found = await _scenario.FindAsync(ready.Id);
        Assert.Equal((DisclosureStep.Fetched, true, true), (found.Step, found.CopiesRemoved, found.IsOverdue));
        await _scenario.ReceiveAsync(ready.Id, await _scenario.ReceiptAsync(found));
        Assert.Equal(DisclosureStep.Received, (await _scenario.FindAsync(ready.Id)).Step);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task What_was_handed_out_is_recalled_and_not_withdrawn()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await RefusedAsync("disclosure-not-possible", () => RecallAsync(ready.Id));
        await _scenario.FetchAsync(ready.Id);
        await RefusedAsync("disclosure-not-possible", () => Authority.Approve.WithdrawAsync(DisclosureScenario.Proposer, ready.Id, DisclosureScenario.Why, CancellationToken.None));
        await RecallAsync(ready.Id);
        await _scenario.RunAsync();
        Assert.Empty(Authority.Outbound.Names);

        FetchedDisclosure told = await _scenario.FetchAsync(ready.Id);
        Assert.Empty(told.Items);
        RecallNotice notice = RecallNotice.FromJson(Statement.Verify(told.Recall!, RecallNotice.Type, Authority.VerificationKeys));
        Assert.Equal((ready.Id, RecallMeasure.Erase, ready.Manifest!.Statement), (notice.Disclosure, notice.Measure, notice.Manifest));
        var done = new RecallAcknowledgement(ready.Id, DisclosureStatements.DigestOf(told.Recall!), Authority.Time.Now);
        await RefusedAsync("receipt-mismatch", async () => await AcknowledgeAsync(ready.Id, done with { Recall = new string('0', 64) }));
        await AcknowledgeAsync(ready.Id, done);
        Assert.Equal(DisclosureStep.Acknowledged, (await _scenario.FindAsync(ready.Id)).Step);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task A_withdrawn_disclosure_leaves_neither_copy_nor_key()
    {
        int before = await _scenario.EnvelopesAsync();
        DisclosureState ready = await _scenario.ReadyAsync();
        await Authority.Approve.WithdrawAsync(DisclosureScenario.Proposer, ready.Id, DisclosureScenario.Why, CancellationToken.None);
        Assert.Empty((await _scenario.FetchAsync(ready.Id)).Items);
        await _scenario.RunAsync();
        Assert.Empty(Authority.Outbound.Names);

        // Three are of what the officers wrote: proposal, approval, withdrawal.
        Assert.Equal(before + 3, await _scenario.EnvelopesAsync());
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task A_disclosure_is_there_for_its_partner_alone()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        var other = PartnerId.Parse("de-bfj");
        await RefusedAsync("disclosure-not-found", () => Authority.Fetch.RunAsync(other, ready.Id, CancellationToken.None));
        await RefusedAsync("disclosure-not-found", () => Authority.Fetch.RunAsync(TestAuthority.Partner, DisclosureId.Of(_scenario.Case, 2), CancellationToken.None));
        await _scenario.FetchAsync(ready.Id);
        await RefusedAsync("disclosure-not-found", async () => await Authority.Receive.ReceiveAsync(other, ready.Id, await _scenario.ReceiptAsync(ready), CancellationToken.None));
    }

    [Fact]
    public async Task Fetching_again_for_fresh_links_is_on_record_once_an_hour()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await _scenario.FetchAsync(ready.Id);
        long size = (await Authority.VerifyAsync(_scenario.Case)).Size;
        await _scenario.FetchAsync(ready.Id);
        Assert.Equal(size, (await Authority.VerifyAsync(_scenario.Case)).Size);
        Authority.Time.Advance(TimeSpan.FromHours(1));
        await _scenario.FetchAsync(ready.Id);
        Assert.Equal(size + 1, (await Authority.VerifyAsync(_scenario.Case)).Size);
    }

    [Fact]
    public async Task A_hundred_disclosures_at_once_all_go_out()
    {
        DisclosureState[] proposed = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            ProposedDisclosure proposal = DisclosureScenario.Proposal();
            proposal.Facts["necessity"]!["reasons"] = $"Needed for the part of the proceedings with the number {number}.";
            return await Task.Run(() => _scenario.ProposeAsync(proposal));
        }));
        Assert.Equal(100, proposed.DistinctBy(one => one.Id).Count());
        await Task.WhenAll(proposed.Select(one => Task.Run(() => Authority.Approve.ApproveAsync(DisclosureScenario.Approver, one.Id, DisclosureScenario.Why, CancellationToken.None))));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _scenario.RunAsync())));
        CaseState state = await Authority.StateAsync(_scenario.Case);
        Assert.All(state.Disclosures, one => Assert.Equal(DisclosureStep.Ready, one.Step));
        Assert.Equal(100, Authority.Outbound.Names.Count);
        await Authority.VerifyAsync(_scenario.Case);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario?.Dispose();

    private Task<CaseState> RecallAsync(DisclosureId id) =>
        Authority.Recall.RunAsync(DisclosureScenario.Proposer, id, RecallMeasure.Erase, "LED art. 7(3)", DisclosureScenario.Why, CancellationToken.None);

    private async Task<string> AcknowledgeAsync(DisclosureId id, RecallAcknowledgement done) =>
        await Authority.Receive.AcknowledgeAsync(
            TestAuthority.Partner, id, await _scenario.SignAsync(RecallAcknowledgement.Type, done.ToJson()), CancellationToken.None);

    private async Task StoppedAsync(DisclosureId id)
    {
        DisclosureState ended = await _scenario.FindAsync(id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Stopped), (ended.Step, ended.End!.Value));
        Assert.False(ended.Check!.IsAllowed);
        Assert.Empty(Authority.Outbound.Names);
        await Authority.VerifyAsync(_scenario.Case);
    }

    private static async Task RefusedAsync(string slug, Func<Task> call) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(call)).Slug);
}
