using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Disclosure;

/// <summary>What changes between one step and the next, what an officer cannot talk the check into, and what a partner cannot sign.</summary>
public sealed class DisclosureGuardTests : IAsyncLifetime, IDisposable
{
    private static readonly PartnerId Other = PartnerId.Parse("us-doj");
    private DisclosureScenario _scenario = null!;

    private TestAuthority Authority => _scenario.Authority;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Fact]
    public async Task An_approval_after_the_proposal_lapsed_is_none_even_if_no_flow_has_said_so_yet()
    {
        DisclosureState proposed = await _scenario.ProposeAsync();
        Authority.Time.Advance(proposed.Proposal.LapseAt - Authority.Time.Now);
        await RefusedAsync("disclosure-not-possible", () => Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None));
        await _scenario.RunAsync();
        Assert.Equal(DisclosureEnd.Lapsed, (await _scenario.FindAsync(proposed.Id)).End);
    }

    [Fact]
    public async Task A_partner_suspended_after_the_release_is_handed_nothing_and_the_refusal_is_on_record()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await _scenario.SuspendAsync();
        await RefusedAsync("transfer-not-allowed", () => _scenario.FetchAsync(ready.Id));
        Assert.False((await _scenario.FindAsync(ready.Id)).Check!.IsAllowed);
    }

    [Fact]
    public async Task A_partner_suspended_between_release_and_manifest_gets_no_manifest()
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        Authority.Faults.After("outbound", _scenario.SuspendAsync);
        await _scenario.RunAsync();
        DisclosureState ended = await _scenario.FindAsync(approved.Id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Stopped, true), (ended.Step, ended.End!.Value, ended.CopiesRemoved));
        Assert.Null(ended.Manifest);
        Assert.Empty(Authority.Outbound.Names);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task A_condition_that_was_not_granted_is_not_added_in_silence()
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        proposal.Facts["origin"]!["priorAuthorisation"] = true;
        DisclosureState ready = await _scenario.ProposeAsync(proposal);
        await Authority.Approve.ApproveAsync(DisclosureScenario.Approver, ready.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        await _scenario.RegisterAsync(StateCode.Parse("DK"));
        await RefusedAsync("transfer-not-allowed", () => _scenario.FetchAsync(ready.Id));
        DisclosureState found = await _scenario.FindAsync(ready.Id);
        Assert.True(found.Check!.IsAllowed);
        Assert.NotEmpty(found.Check.Conditions.Except(found.Conditions));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_withdrawn_while_it_is_copied_leaves_neither_copy_nor_key(bool isRemovedFirst)
    {
        int before = await _scenario.EnvelopesAsync();
        DisclosureState approved = await _scenario.ApprovedAsync();
        if (isRemovedFirst)
            Authority.Faults.After("outbound", WithdrawAsync);
        else
            Authority.Outbound.Corrupt = body =>
            {
                WithdrawAsync().GetAwaiter().GetResult();
                return body;
            };
        await _scenario.RunAsync();
        DisclosureState withdrawn = await _scenario.FindAsync(approved.Id);
        Assert.Equal((DisclosureStep.Withdrawn, 0), (withdrawn.Step, withdrawn.Released.Count));
        Assert.Empty(Authority.Outbound.Names);
        Assert.Equal(before + 3, await _scenario.EnvelopesAsync());
        Assert.Empty(await Authority.Incidents.ListAsync(CancellationToken.None));
        await Authority.VerifyAsync(_scenario.Case);

        async Task WithdrawAsync()
        {
            await Authority.Approve.WithdrawAsync(DisclosureScenario.Proposer, approved.Id, DisclosureScenario.Why, CancellationToken.None);
            await _scenario.RunAsync();
        }
    }

    [Fact]
    public async Task A_grant_that_was_signed_yesterday_and_never_recorded_stands_in_the_way_of_none()
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        Authority.Faults.After("statements", CutLedgerAsync);
        await Assert.ThrowsAsync<StorageUnavailableException>(_scenario.RunAsync);
        Mend();
        Authority.Time.Advance(TimeSpan.FromDays(1));
        await _scenario.RunAsync();
        Assert.Equal(DisclosureStep.Ready, (await _scenario.FindAsync(approved.Id)).Step);
    }

    [Fact]
    public async Task A_recall_that_crashed_can_be_made_on_other_terms_and_the_partner_is_told_those()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await _scenario.FetchAsync(ready.Id);
        Authority.Faults.After("statements", CutLedgerAsync);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => RecallAsync(ready.Id, RecallMeasure.Erase));
        Mend();
        await RecallAsync(ready.Id, RecallMeasure.Rectify);
        RecallNotice told = RecallNotice.FromJson(Statement.Verify((await _scenario.FetchAsync(ready.Id)).Recall!, RecallNotice.Type, Authority.VerificationKeys));
        Assert.Equal(RecallMeasure.Rectify, told.Measure);
        await RefusedAsync("disclosure-not-possible", () => RecallAsync(ready.Id, RecallMeasure.Restrict));
    }

    [Fact]
    public async Task A_receipt_that_was_stored_and_never_recorded_is_on_record_once_the_partner_sends_any()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        FetchedDisclosure fetched = await _scenario.FetchAsync(ready.Id);
        string first = await _scenario.ReceiptAsync(fetched.State);
        Authority.Faults.After("statements", CutLedgerAsync);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _scenario.ReceiveAsync(ready.Id, first));
        Mend();
        string second = await _scenario.ReceiptAsync(fetched.State);
        Assert.NotEqual(first, second);
        await RefusedAsync("receipt-received", () => _scenario.ReceiveAsync(ready.Id, second));
        DisclosureState received = await _scenario.FindAsync(ready.Id);
        Assert.Equal((DisclosureStep.Received, DisclosureStatements.DigestOf(first)), (received.Step, received.Receipt!.Statement));
        await _scenario.ReceiveAsync(ready.Id, first);
        await RefusedAsync("receipt-received", () => _scenario.ReceiveAsync(ready.Id, second));
    }

    [Fact]
    public async Task What_a_partner_sent_does_not_go_on_to_another_because_an_officer_calls_it_ours()
    {
        await _scenario.RegisterAsync(StateCode.Parse("DE"), Other);
        ProposedDisclosure own = DisclosureScenario.Proposal() with { Partner = Other };
        own.Facts["instrument"]!["named"] = "UNCAC";
        own.Facts["purposes"] = new JsonArray("prosecution");
        DisclosureState proposed = await _scenario.ProposeAsync(own);
        Assert.Equal(("partner-state", "FR"), ((string)proposed.Proposal.Stated["origin"]!["kind"]!, (string)proposed.Proposal.Stated["origin"]!["state"]!));
        Assert.Equal(DisclosureStep.NotAllowed, proposed.Step);
    }

    [Fact]
    public async Task What_the_request_says_is_not_stated_away()
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        proposal.Facts["request"]!["dataCategories"] = new JsonArray("health", "bank-records", "identity");
        proposal.Facts["request"]!["confidentialityAsked"] = false;
        proposal.Facts["release"] = new JsonObject { ["beyondRequest"] = false };
        proposal.Facts["data"]!["categories"] = new JsonArray("criminal-records");
        JsonObject stated = (await _scenario.ProposeAsync(proposal)).Proposal.Stated;
        Assert.DoesNotContain("health", stated["request"]!["dataCategories"]!.AsArray().Select(one => (string)one!));
        Assert.True((bool)stated["request"]!["confidentialityAsked"]!);
        Assert.Null(stated["release"]?["beyondRequest"]);
    }

    [Theory]
    [InlineData("H2")]
    [InlineData("H3")]
    public async Task The_handling_code_of_the_request_stands(string code)
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        proposal.Facts["data"]!["handling"] = code;
        await RefusedAsync("proposal-malformed", () => _scenario.ProposeAsync(proposal));
    }

    [Fact]
    public async Task Nobody_writes_words_into_the_ledger_as_the_id_of_a_rule()
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        proposal.Facts["resolved"] = new JsonObject { ["DUPONT-JEAN"] = new JsonObject { ["value"] = true, ["reasons"] = DisclosureScenario.Why } };
        await RefusedAsync("proposal-malformed", () => _scenario.ProposeAsync(proposal));
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"KID","typ":"rogatory-collection+jws"}""")]
    [InlineData("""{"alg":"HS256","kid":"KID","typ":"rogatory-collection+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"rogatory-acknowledgement+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"another","typ":"rogatory-collection+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"rogatory-collection+jws","crit":["b64"]}""")]
    public async Task A_receipt_with_another_header_is_refused(string header)
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await _scenario.FetchAsync(ready.Id);
        string[] parts = (await _scenario.ReceiptAsync(ready)).Split('.');
        string kid = EcJwk.From(_scenario.Signing).KeyId;
        string forged = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.Replace("KID", kid, StringComparison.Ordinal)));
        await RefusedAsync("receipt-invalid", () => _scenario.ReceiveAsync(ready.Id, $"{forged}.{parts[1]}.{parts[2]}"));
        await RefusedAsync("receipt-invalid", () => _scenario.ReceiveAsync(ready.Id, $"{forged}.{parts[1]}."));
        Assert.Equal(DisclosureStep.Fetched, (await _scenario.FindAsync(ready.Id)).Step);
    }

    [Fact]
    public async Task A_receipt_that_says_something_else_than_was_disclosed_is_refused_and_changes_nothing()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await RefusedAsync("disclosure-not-possible", async () => await _scenario.ReceiveAsync(ready.Id, await _scenario.ReceiptAsync(ready)));
        await _scenario.FetchAsync(ready.Id);
        string zeros = new('0', 64);
        ReceiptItem item = new(DisclosureScenario.Item, (await Authority.StateAsync(_scenario.Case)).Find(DisclosureScenario.Item)!.SealedRoot);
        foreach ((string slug, Func<CollectionReceipt, CollectionReceipt> change) in (List<(string, Func<CollectionReceipt, CollectionReceipt>)>)[
            ("receipt-mismatch", one => one with { Disclosure = DisclosureId.Of(_scenario.Case, 2) }),
            ("receipt-mismatch", one => one with { Manifest = zeros }),
            ("receipt-mismatch", one => one with { Items = [item with { SealedRoot = zeros }] }),
            ("receipt-mismatch", one => one with { Items = [item with { Id = ItemId.Parse("letter") }] }),
            ("receipt-mismatch", one => one with { Items = [item, item with { Id = ItemId.Parse("letter") }] }),
            ("receipt-invalid", one => one with { Items = [item, item] }),
            ("receipt-invalid", one => one with { Items = [] }),
            ("receipt-invalid", one => one with { At = one.At.AddMinutes(6) }),
            ("receipt-invalid", one => one with { At = one.At.AddDays(-2) })])
            await RefusedAsync(slug, async () => await _scenario.ReceiveAsync(ready.Id, await _scenario.ReceiptAsync(ready, change)));
        await RefusedAsync("receipt-invalid", () => _scenario.ReceiveAsync(ready.Id, new string('a', 5_000_000)));
        await RefusedAsync("receipt-invalid", () => _scenario.ReceiveAsync(ready.Id, "é.é.é"));
        string honest = await _scenario.ReceiptAsync(ready);
        await _scenario.SuspendAsync();
        await RefusedAsync("receipt-invalid", () => _scenario.ReceiveAsync(ready.Id, honest));
        Assert.Equal(DisclosureStep.Fetched, (await _scenario.FindAsync(ready.Id)).Step);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task No_word_of_an_officer_nor_name_or_digest_of_a_file_stands_in_ledger_or_statements()
    {
        const string Marker = "Zqx7Marker";
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        proposal.Facts["necessity"]!["reasons"] = $"Because of {Marker}.";
        DisclosureState proposed = await _scenario.ProposeAsync(proposal);
        await Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, $"Because of {Marker}.", CancellationToken.None);
        await _scenario.RunAsync();
        FetchedDisclosure fetched = await _scenario.FetchAsync(proposed.Id);
        await Authority.Recall.RunAsync(DisclosureScenario.Proposer, proposed.Id, RecallMeasure.Erase, "LED art. 7(3)", $"Because of {Marker}.", CancellationToken.None);
        FetchedDisclosure told = await _scenario.FetchAsync(proposed.Id);

        string written = await Authority.LedgerTextAsync(_scenario.Case.ToString())
            + Statement.Verify(fetched.Manifest, DisclosureManifest.Type, Authority.VerificationKeys).ToJsonString()
            + Statement.Verify(told.Recall!, RecallNotice.Type, Authority.VerificationKeys).ToJsonString()
            + Encoding.UTF8.GetString(fetched.Items[0].Envelope);
        foreach (string secret in (string[])[Marker, "statement.csv", Convert.ToHexStringLower(SHA256.HashData(DisclosureScenario.Content))])
            Assert.DoesNotContain(secret, written, StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario?.Dispose();

    private Task CutLedgerAsync()
    {
        Authority.Faults.Cut("ledger");
        return Task.CompletedTask;
    }

    private void Mend()
    {
        Authority.Faults.Cut("none");
        Authority.Restart();
    }

    private Task<CaseState> RecallAsync(DisclosureId id, RecallMeasure measure) =>
        Authority.Recall.RunAsync(DisclosureScenario.Proposer, id, measure, "LED art. 7(3)", DisclosureScenario.Why, CancellationToken.None);

    private static async Task RefusedAsync(string slug, Func<Task> call) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(call)).Slug);
}
