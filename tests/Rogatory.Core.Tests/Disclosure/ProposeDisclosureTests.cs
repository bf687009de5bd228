using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Disclosure;

public sealed class ProposeDisclosureTests : IAsyncLifetime, IDisposable
{
    private DisclosureScenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Fact]
    public async Task What_an_officer_wrote_is_sealed_and_stands_nowhere_in_the_ledger()
    {
        DisclosureState proposed = await _scenario.ProposeAsync();
        string ledger = await _scenario.Authority.LedgerTextAsync(_scenario.Case.ToString());
        Assert.DoesNotContain(DisclosureScenario.Why, ledger, StringComparison.Ordinal);
        Assert.NotNull((await _scenario.Authority.StateAsync(_scenario.Case)).Find(proposed.Proposal.Statement));
    }

    [Fact]
    public async Task What_was_decided_is_decided_again_from_the_ledger_and_the_stored_policy()
    {
        TransferChecked recorded = (await _scenario.ProposeAsync()).Check!;
        byte[] stored = (await _scenario.Authority.Statements.ReadAsync(StoredPolicies.NameOf(recorded.Policy), CancellationToken.None))!;
        TransferDecision again = TransferCheck.Decide(TransferFacts.From(recorded.Facts), PolicySet.Parse(stored));
        Assert.Equal((recorded.Outcome, recorded.Inputs), (again.Outcome, again.Inputs));
        Assert.Equal(recorded.Findings, again.Findings.Select(TransferCheckedFinding.Of));
    }

    [Fact]
    public async Task What_the_request_and_the_register_say_is_not_for_an_officer_to_state()
    {
        foreach (string fact in (string[])["date", "knownOn", "sendingState", "recipientState", "regions"])
        {
            ProposedDisclosure proposal = DisclosureScenario.Proposal();
            proposal.Facts[fact] = fact == "regions" ? new JsonObject { ["stored"] = "westeurope" } : "2026-11-22";
            await RefusedAsync("proposal-malformed", proposal);
        }

        foreach (string fact in (string[])["standing", "keyValid"])
        {
            ProposedDisclosure proposal = DisclosureScenario.Proposal();
            proposal.Facts["recipient"]![fact] = true;
            await RefusedAsync("proposal-malformed", proposal);
        }
    }

    [Fact]
    public async Task The_categories_and_the_handling_that_the_request_declares_can_be_added_to_and_not_taken_away()
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        proposal.Facts["data"]!["categories"] = new JsonArray("location");
        proposal.Facts["data"]!["handling"] = "H0";
        JsonNode data = (await _scenario.ProposeAsync(proposal)).Check!.Facts["data"]!;
        RequestCategories(data, "location");
        Assert.Equal((await _scenario.Authority.StateAsync(_scenario.Case)).Request.Handling, (string?)data["handling"]);
    }

    [Fact]
    public async Task A_proposal_that_can_not_be_carried_out_is_refused()
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        await RefusedAsync("proposal-malformed", proposal with { Items = [] });
        await RefusedAsync("proposal-malformed", proposal with { Items = [DisclosureScenario.Item, DisclosureScenario.Item] });
        await RefusedAsync("proposal-malformed", proposal with { Region = "uksouth" });
        await RefusedAsync("proposal-malformed", proposal with { RetainUntil = new DateOnly(2026, 11, 22) });
        await RefusedAsync("item-not-found", proposal with { Items = [ItemId.Parse("photo")] });
        await RefusedAsync("facts-malformed", proposal with { Facts = new JsonObject { ["unheardOf"] = true } });
    }

    [Fact]
    public async Task Nothing_is_disclosed_in_a_case_that_is_not_accepted()
    {
        CaseId other = (await _scenario.Authority.OpenRequest.RunAsync(
            TestAuthority.Partner, TestAuthority.Request("PNF-2026-0999", ("statement", DisclosureScenario.Content)), CancellationToken.None)).State.Case;
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(
            () => _scenario.Authority.Propose.RunAsync(DisclosureScenario.Proposer, DisclosureScenario.Session, other, DisclosureScenario.Proposal(), CancellationToken.None));
        Assert.Equal("disclosure-not-possible", refused.Slug);
    }

    [Fact]
    public async Task A_partner_that_is_not_registered_is_refused_by_the_check()
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal() with { Partner = PartnerId.Parse("de-unknown") };
        Assert.Equal(DisclosureStep.NotAllowed, (await _scenario.ProposeAsync(proposal)).Step);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario?.Dispose();

    private static void RequestCategories(JsonNode data, string added)
    {
        string[] categories = [.. data["categories"]!.AsArray().Select(code => (string)code!)];
        Assert.Contains(added, categories);
        Assert.True(categories.Length > 1, "The categories that the request declares are gone.");
    }

    private async Task RefusedAsync(string slug, ProposedDisclosure proposal) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(() => _scenario.ProposeAsync(proposal))).Slug);
}
