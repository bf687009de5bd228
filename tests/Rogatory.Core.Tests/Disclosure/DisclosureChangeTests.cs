using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Disclosure;

/// <summary>
/// What is decided on can change until it is handed out: each change, at each place between decision and collection. Whatever it is,
/// nothing reaches the partner that may not, nothing of ours is lost, and the ledger verifies.
/// </summary>
public sealed class DisclosureChangeTests : IAsyncLifetime, IDisposable
{
    private const string Policy = "policy";
    private const string Region = "region";
    private const string KeyRotated = "key rotated";
    private const string KeyLapsed = "key lapsed";
    private const string Suspended = "suspended";

    private DisclosureScenario _scenario = null!;

    private TestAuthority Authority => _scenario.Authority;

    public static TheoryData<string> Changes => [Policy, Region, KeyRotated, KeyLapsed, Suspended];

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_changes_after_the_proposal_stops_it_before_the_grant_or_is_granted_as_it_is_now(string change)
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        await ChangeAsync(change);
        await _scenario.RunAsync();
        if (change == KeyRotated)
        {
            // Nothing was sealed to the key before, so what goes is sealed to the one in force.
            DisclosureState ready = await _scenario.FindAsync(approved.Id);
            Assert.Equal((DisclosureStep.Ready, RsaJwk.From(_scenario.Encryption).KeyId), (ready.Step, ready.Grant!.Key));
            await KeepsAsync();
            return;
        }

        await StoppedAsync(approved.Id);
        Assert.Null((await _scenario.FindAsync(approved.Id)).Grant);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_changes_after_the_grant_stops_the_release(string change)
    {
        DisclosureState granted = await GrantedAsync();
        await ChangeAsync(change);
        await _scenario.RunAsync();
        await StoppedAsync(granted.Id, isAllowed: change == KeyRotated);
    }

    [Theory]
    [InlineData(Region)]
    [InlineData(KeyRotated)]
    [InlineData(KeyLapsed)]
    [InlineData(Suspended)]
    public async Task What_changes_while_storage_copies_stops_the_manifest(string change)
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        Authority.Faults.After("outbound", () => ChangeAsync(change));
        await _scenario.RunAsync();
        if (change == Region)
        {
            // Where the home authority keeps its bytes is a setting: the program that began the release still has the one before.
            Assert.Equal(DisclosureStep.Ready, (await _scenario.FindAsync(approved.Id)).Step);
            await RefusedAsync("transfer-not-allowed", () => _scenario.FetchAsync(approved.Id));
            await KeepsAsync();
            return;
        }

        await StoppedAsync(approved.Id, isAllowed: change == KeyRotated);
    }

    [Theory]
    [InlineData(Policy, "transfer-not-allowed")]
    [InlineData(Region, "transfer-not-allowed")]
    [InlineData(KeyRotated, "partner-key-changed")]
    [InlineData(KeyLapsed, "transfer-not-allowed")]
    [InlineData(Suspended, "transfer-not-allowed")]
    public async Task What_changes_after_the_release_is_handed_to_nobody(string change, string slug)
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        await ChangeAsync(change);
        await RefusedAsync(slug, () => _scenario.FetchAsync(ready.Id));
        Assert.Equal(DisclosureStep.Ready, (await _scenario.FindAsync(ready.Id)).Step);
        await KeepsAsync();

        // It was never handed out, so it can still be withdrawn, and then nothing of it is left.
        await Authority.Approve.WithdrawAsync(DisclosureScenario.Proposer, ready.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        await NothingIsReleasedAsync(ready.Id);
    }

    [Fact]
    public async Task A_decision_under_a_policy_that_came_later_can_be_made_again_as_well()
    {
        DisclosureState granted = await GrantedAsync();
        await ChangeAsync(Policy);
        await _scenario.RunAsync();
        TransferChecked recorded = (await _scenario.FindAsync(granted.Id)).Check!;
        Assert.NotEqual(granted.Check!.Policy, recorded.Policy);
        byte[] stored = (await Authority.Statements.ReadAsync(StoredPolicies.NameOf(recorded.Policy), CancellationToken.None))!;
        TransferDecision again = TransferCheck.Decide(TransferFacts.From(recorded.Facts), PolicySet.Parse(stored));
        Assert.Equal((recorded.Outcome, recorded.Inputs), (again.Outcome, again.Inputs));
    }

    [Fact]
    public async Task A_grant_that_expires_before_everything_is_released_releases_nothing_more()
    {
        DisclosureState granted = await GrantedAsync();
        Authority.Time.Advance(granted.Grant!.ExpiresAt - Authority.Time.Now);
        await _scenario.RunAsync();
        DisclosureState ended = await _scenario.FindAsync(granted.Id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Stopped), (ended.Step, ended.End!.Value));
        await NothingIsReleasedAsync(granted.Id);
    }

    [Fact]
    public async Task A_grant_that_was_withdrawn_releases_nothing()
    {
        DisclosureState granted = await GrantedAsync();
        await Authority.Approve.WithdrawAsync(DisclosureScenario.Proposer, granted.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        Assert.Equal(DisclosureStep.Withdrawn, (await _scenario.FindAsync(granted.Id)).Step);
        await NothingIsReleasedAsync(granted.Id);
        await RefusedAsync("disclosure-not-found", () => _scenario.FetchAsync(granted.Id));
    }

    [Fact]
    public async Task Adequacy_under_the_other_regime_lets_nothing_out()
    {
        var partner = PartnerId.Parse("nz-police");
        await _scenario.RegisterAsync(StateCode.Parse("NZ"), partner);
        ProposedDisclosure proposal = DisclosureScenario.Proposal() with { Partner = partner };
        proposal.Facts["instrument"]!["named"] = "UNCAC";
        proposal.Facts["purposes"] = new JsonArray("prosecution");
        DisclosureState proposed = await _scenario.ProposeAsync(proposal);
        Assert.Equal(DisclosureStep.NotAllowed, proposed.Step);
        Assert.Contains(proposed.Check!.Findings, one => one.Rule == "LED-36-OTHER-REGIME");
        await RefusedAsync("disclosure-not-possible", () => Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None));
        await _scenario.RunAsync();
        await NothingIsReleasedAsync(proposed.Id);
    }

    [Fact]
    public async Task Nothing_goes_onward_without_the_originators_consent_and_with_it_it_does()
    {
        var partner = PartnerId.Parse("us-doj");
        await _scenario.RegisterAsync(StateCode.Parse("US"), partner);
        ProposedDisclosure proposal = OnBindingInstrument(partner);
        await AgreeAsync(partner, "prosecution", days: 30);
        DisclosureState unsaid = await _scenario.ProposeAsync(proposal);
        proposal.Facts["origin"]!["priorAuthorisation"] = false;
        DisclosureState refused = await _scenario.ProposeAsync(proposal);
        Assert.Equal((DisclosureStep.NotAllowed, DisclosureStep.NotAllowed), (unsaid.Step, refused.Step));
        Assert.Equal((TransferOutcome.NeedsAPerson, TransferOutcome.Refused), (unsaid.Check!.Outcome, refused.Check!.Outcome));
        await _scenario.RunAsync();
        await NothingIsReleasedAsync(unsaid.Id);

        proposal.Facts["origin"]!["priorAuthorisation"] = true;
        Assert.Equal(DisclosureStep.Proposed, (await _scenario.ProposeAsync(proposal)).Step);
    }

    [Fact]
    public async Task What_rests_on_a_binding_instrument_needs_an_agreement_in_the_register_and_stops_when_that_ends()
    {
        var partner = PartnerId.Parse("us-doj");
        await _scenario.RegisterAsync(StateCode.Parse("US"), partner);
        ProposedDisclosure proposal = OnBindingInstrument(partner);
        proposal.Facts["origin"]!["priorAuthorisation"] = true;
        await AsksAsync("none");
        await AgreeAsync(partner, "prevention", days: 30);
        await AsksAsync("none");
        await AgreeAsync(partner, "prosecution", days: -1);
        await AsksAsync("lapsed");

        await AgreeAsync(partner, "prosecution", days: 30);
        DisclosureState allowed = await _scenario.ProposeAsync(proposal);
        Assert.Equal(DisclosureStep.Proposed, allowed.Step);
        await AgreeAsync(partner, "prosecution", days: -1);
        await Authority.Approve.ApproveAsync(DisclosureScenario.Approver, allowed.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        DisclosureState ended = await _scenario.FindAsync(allowed.Id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Stopped), (ended.Step, ended.End!.Value));
        await NothingIsReleasedAsync(allowed.Id);

        proposal.Facts["recipient"] = new JsonObject { ["agreement"] = "in-force" };
        await RefusedAsync("proposal-malformed", () => _scenario.ProposeAsync(proposal));

        async Task AsksAsync(string agreement)
        {
            DisclosureState asked = await _scenario.ProposeAsync(proposal);
            Assert.Equal(TransferOutcome.NeedsAPerson, asked.Check!.Outcome);
            Assert.Contains(asked.Check.Findings, one => one.Rule == "PARTNER-AGREEMENT");
            Assert.Equal(agreement, (string?)asked.Check.Facts["recipient"]!["agreement"]);
            await NothingIsReleasedAsync(asked.Id);
        }
    }

    [Fact]
    public async Task A_receipt_for_half_of_what_was_disclosed_is_none_and_collecting_twice_is_one_collection()
    {
        DisclosureState ready = await _scenario.ReadyAsync();
        FetchedDisclosure first = await _scenario.FetchAsync(ready.Id);
        FetchedDisclosure second = await _scenario.FetchAsync(ready.Id);
        Assert.Equal(first.Items[0].Envelope, second.Items[0].Envelope);
        await RefusedAsync("receipt-invalid", async () => await _scenario.ReceiveAsync(ready.Id, await _scenario.ReceiptAsync(ready, one => one with { Items = [] })));
        Assert.Equal(DisclosureStep.Fetched, (await _scenario.FindAsync(ready.Id)).Step);

        string receipt = await _scenario.ReceiptAsync(ready);
        string countersignature = await _scenario.ReceiveAsync(ready.Id, receipt);
        Assert.Equal(countersignature, await _scenario.ReceiveAsync(ready.Id, receipt));
        Assert.Empty((await _scenario.FetchAsync(ready.Id)).Items);
        await _scenario.RunAsync();
        await KeepsAsync();
        Assert.Equal(DisclosureStep.Received, (await _scenario.FindAsync(ready.Id)).Step);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task A_clock_that_jumps_by_hours_at_every_step_changes_neither_order_nor_end(int hours)
    {
        Authority.Time.Advance(TimeSpan.FromDays(1));
        void Jump() => Authority.Time.Now = Authority.Time.Now.AddHours(hours);
        DisclosureState proposed = await _scenario.ProposeAsync();
        Jump();
        await Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        Authority.Faults.After("statements", () =>
        {
            Jump();
            return Task.CompletedTask;
        });
        await _scenario.RunAsync();
        Jump();
        FetchedDisclosure fetched = await _scenario.FetchAsync(proposed.Id);
        Jump();
        await _scenario.ReceiveAsync(proposed.Id, await _scenario.ReceiptAsync(fetched.State));
        await _scenario.RunAsync();
        DisclosureState received = await _scenario.FindAsync(proposed.Id);
        Assert.Equal((DisclosureStep.Received, true), (received.Step, received.CopiesRemoved));
        Assert.Empty(Authority.Outbound.Names);
        await KeepsAsync();
    }

    [Fact]
    public async Task A_clock_that_goes_back_opens_nothing_that_had_ended()
    {
        DisclosureState lapsing = await _scenario.ProposeAsync();
        DateTimeOffset before = Authority.Time.Now;
        Authority.Time.Now = lapsing.Proposal.LapseAt;
        await _scenario.RunAsync();
        Authority.Time.Now = before;
        await RefusedAsync("disclosure-not-possible", () => Authority.Approve.ApproveAsync(DisclosureScenario.Approver, lapsing.Id, DisclosureScenario.Why, CancellationToken.None));
        await NothingIsReleasedAsync(lapsing.Id);

        DisclosureState ready = await _scenario.ReadyAsync();
        before = Authority.Time.Now;
        Authority.Time.Now = ready.Manifest!.ExpiresAt;
        await _scenario.RunAsync();
        Authority.Time.Now = before;
        Assert.Empty((await _scenario.FetchAsync(ready.Id)).Items);
        await NothingIsReleasedAsync(ready.Id);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario?.Dispose();

    /// <summary>Granted, and the release failed for want of storage.</summary>
    private async Task<DisclosureState> GrantedAsync()
    {
        DisclosureState approved = await _scenario.ApprovedAsync();
        Authority.Faults.Cut("outbound");
        await Assert.ThrowsAsync<StorageUnavailableException>(_scenario.RunAsync);
        Authority.Faults.Cut("none");
        Authority.Restart();
        DisclosureState granted = await _scenario.FindAsync(approved.Id);
        Assert.Equal((DisclosureStep.Granted, 0), (granted.Step, granted.Released.Count));
        return granted;
    }

    private async Task ChangeAsync(string change)
    {
        switch (change)
        {
            case Policy:
                Authority.Policy = RefusingEveryone(Authority.Policy);
                Authority.Restart();
                break;
            case Region:
                Authority.Home = Authority.Home with { ResidencyLimits = ["FR"] };
                Authority.Restart();
                break;
            case KeyRotated:
                await _scenario.RotateKeyAsync();
                break;
            case KeyLapsed:
                await _scenario.RegisterAsync(validUntil: Authority.Time.Now.AddMinutes(1));
                Authority.Time.Advance(TimeSpan.FromMinutes(1));
                break;
            default:
                await _scenario.SuspendAsync();
                break;
        }
    }

    // A policy that takes a registered partner for a suspended one.
    private static PolicySet RefusingEveryone(PolicySet policy)
    {
        var files = JsonSerializer.Deserialize<Dictionary<string, string>>(policy.ToBytes())!;
        string changed = files["Transfer.home.json"].Replace("\"in\": [\"suspended\"]", "\"in\": [\"suspended\", \"registered\"]", StringComparison.Ordinal);
        Assert.NotEqual(files["Transfer.home.json"], changed);
        files["Transfer.home.json"] = changed;
        return PolicySet.From(files.ToDictionary(one => one.Key, one => Encoding.UTF8.GetBytes(one.Value)));
    }

    private async Task StoppedAsync(DisclosureId id, bool isAllowed = false)
    {
        DisclosureState ended = await _scenario.FindAsync(id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Stopped, isAllowed), (ended.Step, ended.End!.Value, ended.Check!.IsAllowed));
        Assert.Null(ended.Manifest);
        await NothingIsReleasedAsync(id);
    }

    private static ProposedDisclosure OnBindingInstrument(PartnerId partner)
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal() with { Partner = partner };
        proposal.Facts["instrument"]!["named"] = "UNCAC";
        proposal.Facts["purposes"] = new JsonArray("prosecution");
        proposal.Facts["led37"] = new JsonObject { ["bindingInstrument"] = new JsonObject { ["value"] = true, ["reasons"] = DisclosureScenario.Why } };
        return proposal;
    }

    private Task AgreeAsync(PartnerId partner, string purpose, int days)
    {
        DateOnly today = DateOnly.FromDateTime(Authority.Time.Now.UtcDateTime);
        return Authority.Register.RecordAgreementAsync(
            OfficerId.Parse("first-admin"), partner, new PartnerAgreement(AgreementId.Parse("led37-2026"), "LED art. 37(1)(a)", [purpose], [], today.AddDays(-30), today.AddDays(days)), CancellationToken.None);
    }

    private async Task NothingIsReleasedAsync(DisclosureId id)
    {
        Assert.Empty(Authority.Outbound.Names);
        CaseState state = await Authority.StateAsync(_scenario.Case);
        await foreach (KeyEnvelopeFound envelope in Authority.Keys.ListAsync(_scenario.Case, CancellationToken.None))
            Assert.Equal(envelope.Path.Attempt, state.Find(envelope.Path.Item)?.Attempt);
        Assert.False(state.Find(id)!.HasLeftUs);
        await KeepsAsync();
    }

    /// <summary>Nothing of ours is lost: the item opens, and the ledger verifies.</summary>
    private async Task KeepsAsync()
    {
        var content = new MemoryStream();
        CaseState state = await Authority.StateAsync(_scenario.Case);
        using (Envelope.OpenedItem opened = await Authority.Items.OpenAsync(Grants.ForComparison(_scenario.Case, DisclosureScenario.Item), state, state.Find(DisclosureScenario.Item)!, CancellationToken.None))
            await opened.CopyToAsync(content, CancellationToken.None);
        Assert.Equal(DisclosureScenario.Content, content.ToArray());
        await Authority.VerifyAsync(_scenario.Case);
    }

    private static async Task RefusedAsync(string slug, Func<Task> call) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(call)).Slug);
}
