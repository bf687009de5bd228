using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Disclosure;

namespace Rogatory.Core.Tests.Retention;

/// <summary>Erasure from proposal to certificate, with and without disclosures, and after storage has brought envelopes back.</summary>
public sealed class ErasureTests
{
    private static readonly ItemId Item = RetentionScenario.Item;
    private static readonly ItemId Findings = ItemId.Parse("statement.findings");
    private static readonly ItemId Extract = ItemId.Parse("statement.extract-1");

    [Fact]
    public async Task Two_officers_erase_an_item_with_all_that_is_derived_and_every_rotation_of_its_envelope()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        SealedPath path = await scenario.PathAsync();
        await scenario.Authority.Keys.TryCreateAsync(path, 1, new byte[] { 1 }, CancellationToken.None);
        await scenario.Authority.Keys.TryCreateAsync(path, 7, new byte[] { 2 }, CancellationToken.None);

        ErasureState erased = await scenario.EraseAsync(Item);

        Assert.Equal((ErasureStep.Erased, "officer:o-jansen", "officer:o-devries"), (erased.Step, erased.ProposedBy, erased.ApprovedBy));
        Assert.Equal([Item, Findings], erased.Items);
        Assert.Empty(await scenario.EnvelopesAsync(Item));
        Assert.Empty(await scenario.EnvelopesAsync(Findings));
        await RetentionScenario.RefusedAsync("item-erased", () => scenario.ReadAsync(Findings));
        Assert.NotEmpty(await scenario.ReadAsync(CaseState.RequestItem));
        Assert.NotNull(scenario.Authority.Vault.Body(path));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task The_certificate_names_what_is_erased_by_whom_on_what_law_and_verifies_with_the_published_keys()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        CaseState before = await scenario.StateAsync();
        ErasureState erased = await scenario.EraseAsync(Item);
        ErasureCertificate certificate = await scenario.CertificateAsync();

        Assert.Equal(new[] { Item, Findings }.Select(before.Find).Select(one => new ErasedItem(one!.Item, one.SealedRoot, one.Commitment)), certificate.Items);
        Assert.Equal((scenario.Case, 1, RetentionScenario.Ground, RetentionScenario.Law, "officer:o-jansen", "officer:o-devries"), (
            certificate.Case, certificate.Erasure, certificate.Ground, certificate.Citation, certificate.ProposedBy, certificate.ApprovedBy));
        Assert.Empty(certificate.Disclosures);
        Assert.Equal(erased.Statement, DisclosureStatements.DigestOf(await scenario.Authority.CertifyErasure.ReadAsync(scenario.Case, 1, CancellationToken.None)));
        Assert.True((await scenario.Authority.VerifyAsync(scenario.Case)).Proves(certificate.Ledger.Size, certificate.Ledger.Root));
    }

    [Fact]
    public async Task Erasing_the_case_leaves_nothing_readable_but_why_it_was_erased()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.ReadAsync();
        await scenario.EraseAsync();

        CaseState state = await scenario.StateAsync();
        Assert.True(state.Retention.IsAllErased);
        Assert.Equal((CaseStage.Retention, (DateTimeOffset?)null), (state.Stage, state.Retention.NextDue));
        Assert.All(await scenario.EnvelopesAsync(), one => Assert.StartsWith("request.erasure", one.Path.Item.ToString(), StringComparison.Ordinal));
        Assert.Equal(2, (await scenario.EnvelopesAsync()).Count);
        Assert.Equal(RetentionScenario.Why, System.Text.Encoding.UTF8.GetString(await scenario.ReadAsync(state.Retention.Erasures[0].Proposal.Reasons)));
        scenario.Authority.Time.Now = scenario.Authority.Time.Now.AddYears(20);
        await scenario.RunAsync();
        Assert.DoesNotContain("retention.date-", await scenario.Authority.LedgerTextAsync(scenario.Case.ToString()), StringComparison.Ordinal);
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task The_approver_is_shown_what_stands_there_and_what_comes_after_the_approval_is_not_erased_with_it()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.ProposeAsync();
        ItemId image = ItemId.Parse("accounts"), late = ItemId.Parse("late");
        await AddAsync(scenario, image);
        CaseState state = await scenario.StateAsync();
        Assert.Contains(image, state.Retention.Erasures[0].ItemsIn(state));

        ErasureState approved = await scenario.ApproveAsync();
        Assert.Equal(state.Retention.Erasures[0].ItemsIn(state), approved.Items);
        await AddAsync(scenario, late);
        await HoldTests.SealAsync(scenario, Extract);
        await scenario.RunAsync();

        state = await scenario.StateAsync();
        Assert.Equal(ErasureStep.Erased, state.Retention.Erasures[0].Step);
        Assert.True(state.IsErased(image) && state.IsErased(Item) && state.IsErased(Findings) && state.IsErased(Extract));
        Assert.False(state.IsErased(late) || state.IsErasing(late));
        Assert.Single(await scenario.EnvelopesAsync(late));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task What_people_write_until_the_whole_case_is_erased_goes_with_it()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.ProposeAsync();
        await scenario.ApproveAsync();
        await scenario.ReadAsync();
        await scenario.RunAsync();
        Assert.All(await scenario.EnvelopesAsync(), one => Assert.StartsWith("request.erasure", one.Path.Item.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_declared_is_not_handed_out_of_memory_once_the_request_is_erased()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        Assert.NotNull(await scenario.Authority.Declarations.FindAsync(await scenario.StateAsync(), Item, CancellationToken.None));
        await scenario.EraseAsync();
        CaseState state = await scenario.StateAsync();
        await RetentionScenario.RefusedAsync("item-erased", () => scenario.Disclosures.ProposeAsync());
        await RetentionScenario.RefusedAsync("item-erased", () => scenario.Authority.Declarations.FindAsync(state, Item, CancellationToken.None));
    }

    [Theory]
    [InlineData("proposed")]
    [InlineData("approved")]
    [InlineData("ready")]
    public async Task A_disclosure_that_was_not_fetched_ends_and_leaves_nothing(string step)
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        DisclosureState disclosure = step switch
        {
            "proposed" => await scenario.Disclosures.ProposeAsync(),
            "approved" => await scenario.Disclosures.ApprovedAsync(),
            _ => await scenario.Disclosures.ReadyAsync(),
        };
        await scenario.EraseAsync(Item);

        DisclosureState ended = await scenario.Disclosures.FindAsync(disclosure.Id);
        Assert.Equal((DisclosureStep.Ended, DisclosureEnd.Erased), (ended.Step, ended.End!.Value));
        Assert.Empty(scenario.Authority.Outbound.Names);
        Assert.Empty(await scenario.EnvelopesAsync(Item));
        Assert.Empty((await scenario.CertificateAsync()).Disclosures);
        if (disclosure.Manifest is not null)
            Assert.Empty((await scenario.Disclosures.FetchAsync(disclosure.Id)).Items);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_disclosure_that_was_fetched_is_certified_as_gone_from_us_and_can_be_fetched_no_more(bool isReceived)
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        DisclosureState ready = await scenario.Disclosures.ReadyAsync();
        FetchedDisclosure fetched = await scenario.Disclosures.FetchAsync(ready.Id);
        string receipt = await scenario.Disclosures.ReceiptAsync(fetched.State);
        if (isReceived)
            await scenario.Disclosures.ReceiveAsync(ready.Id, receipt);
        await scenario.EraseAsync(Item);

        Assert.Empty(scenario.Authority.Outbound.Names);
        Assert.Empty(await scenario.EnvelopesAsync(Item));
        ErasedDisclosure left = Assert.Single((await scenario.CertificateAsync()).Disclosures);
        Assert.Equal((ready.Id, TestAuthority.Partner, Item), (left.Disclosure, left.Partner, Assert.Single(left.Items)));
        Assert.Empty((await scenario.Disclosures.FetchAsync(ready.Id)).Items);
        await scenario.Disclosures.ReceiveAsync(ready.Id, receipt);
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task Nothing_is_handed_out_again_from_the_moment_that_the_erasure_begins()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        DisclosureState ready = await scenario.Disclosures.ReadyAsync();
        await scenario.Disclosures.FetchAsync(ready.Id);
        await scenario.ProposeAsync(Item);
        await scenario.ApproveAsync();
        Assert.Single((await scenario.Disclosures.FetchAsync(ready.Id)).Items);
        await scenario.Authority.EraseItems.BeginAsync(scenario.Case, 1, CancellationToken.None);
        Assert.False((await scenario.Disclosures.FindAsync(ready.Id)).CopiesRemoved);
        Assert.Empty((await scenario.Disclosures.FetchAsync(ready.Id)).Items);
    }

    [Fact]
    public async Task A_release_under_way_when_the_erasure_begins_hands_out_nothing()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        DisclosureState approved = await scenario.Disclosures.ApprovedAsync();
        await scenario.ProposeAsync(Item);
        scenario.Authority.Faults.After("outbound", async () =>
        {
            await scenario.ApproveAsync();
            await scenario.Authority.EraseItems.BeginAsync(scenario.Case, 1, CancellationToken.None);
        });
        await scenario.RunAsync();
        await scenario.RunAsync();

        Assert.Equal(DisclosureEnd.Erased, (await scenario.Disclosures.FindAsync(approved.Id)).End);
        Assert.True((await scenario.StateAsync()).IsErased(Item));
        Assert.Empty(scenario.Authority.Outbound.Names);
        Assert.Empty(await scenario.EnvelopesAsync(Item));
    }

    [Fact]
    public async Task An_envelope_that_storage_brings_back_opens_nothing_is_reported_and_dies_at_the_next_look()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        SealedPath path = await scenario.PathAsync();
        byte[] kept = (await scenario.Authority.Keys.ReadAsync(path, 0, CancellationToken.None))!;
        await scenario.EraseAsync(Item);
        Assert.Empty((await scenario.Authority.Patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, CancellationToken.None)).Faults);

        await scenario.Authority.Keys.TryCreateAsync(path, 0, kept, CancellationToken.None);
        scenario.Authority.Restart();
        await RetentionScenario.RefusedAsync("item-erased", () => scenario.ReadAsync());
        await RetentionScenario.RefusedAsync("item-erased", () => scenario.Authority.SendAsync(scenario.Case, "statement", DisclosureScenario.Content));
        PatrolFault fault = Assert.Single((await scenario.Authority.Patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, CancellationToken.None)).Faults);
        Assert.Equal((IncidentCause.EnvelopeLeft, Item), (fault.Cause, fault.Item!.Value));

        Assert.Equal(1, await scenario.Authority.Sweep.RunAsync(CancellationToken.None));
        await scenario.RunAsync();
        Assert.Empty(await scenario.EnvelopesAsync(Item));
    }

    [Fact]
    public async Task A_body_of_an_erased_item_may_be_gone_once_it_is_no_longer_immutable()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.EraseAsync(Item);
        scenario.Authority.Vault.Tamper(await scenario.PathAsync(), body: null);
        Assert.Equal(IncidentCause.BodyMissing, Assert.Single((await scenario.Authority.Patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, CancellationToken.None)).Faults).Cause);
        scenario.Authority.Time.Now = scenario.Authority.Time.Now.AddDays(1827);
        Assert.Empty((await scenario.Authority.Patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, CancellationToken.None)).Faults);
    }

    [Fact]
    public async Task What_is_derived_from_an_erased_item_afterwards_does_not_last()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.EraseAsync(Item);
        await HoldTests.SealAsync(scenario, Extract);
        await RetentionScenario.RefusedAsync("item-erased", () => scenario.ReadAsync(Extract));
        await scenario.RunAsync();
        Assert.Empty(await scenario.EnvelopesAsync(Extract));
    }

    [Fact]
    public async Task A_reading_whose_item_is_erased_meanwhile_is_refused_and_not_recorded()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.ProposeAsync(Item);
        scenario.Authority.Faults.After("keys", async () =>
        {
            await scenario.ApproveAsync();
            await scenario.Authority.EraseItems.BeginAsync(scenario.Case, 1, CancellationToken.None);
        });
        await RetentionScenario.RefusedAsync("item-erased", () => scenario.ReadAsync());
        string ledger = await scenario.Authority.LedgerTextAsync(scenario.Case.ToString());
        Assert.Contains("retention.erasure-begun", ledger, StringComparison.Ordinal);
        Assert.Equal(0, await scenario.Authority.ReadingsAsync(scenario.Case));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    // By the lines alone: officers are refused to add once the approval stands, whatever the fold would do of it.
    private static async Task AddAsync(RetentionScenario scenario, ItemId item)
    {
        await scenario.Authority.Journal.AppendAsync(scenario.Case, "officer:o-jansen", Some.Command(), _ => [Some.Added(item.ToString())], CancellationToken.None);
        await HoldTests.SealAsync(scenario, item);
    }

    [Fact]
    public async Task No_words_of_a_person_stand_in_the_ledger_or_in_the_certificate()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.HoldAsync(Item);
        await scenario.LiftAsync(1);
        await scenario.KeepAsync(new DateOnly(2029, 1, 1));
        await scenario.EraseAsync(Item);
        string certificate = await scenario.Authority.CertifyErasure.ReadAsync(scenario.Case, 1, CancellationToken.None);
        string payload = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(certificate.Split('.')[1]));
        string ledger = await scenario.Authority.LedgerTextAsync(scenario.Case.ToString());
        Assert.Contains("retention.hold-lifted", ledger, StringComparison.Ordinal);
        foreach (string word in RetentionScenario.Why.Split(' ').Where(word => word.Length > 5 && word != "proceedings"))
            Assert.DoesNotContain(word, ledger + payload, StringComparison.OrdinalIgnoreCase);
    }
}
