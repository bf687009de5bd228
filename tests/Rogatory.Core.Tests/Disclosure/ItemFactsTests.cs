using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Sealing;

namespace Rogatory.Core.Tests.Disclosure;

/// <summary>What is on record of items becomes facts of the transfer, whatever an officer states later.</summary>
public sealed class ItemFactsTests : IAsyncLifetime, IDisposable
{
    private static readonly ItemOrigin German = new(OriginKind.PartnerState, StateCode.Parse("DE"), "ETS30");

    private DisclosureScenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Fact]
    public async Task Material_of_our_own_asks_no_other_states_consent_and_brings_its_own_categories()
    {
        await AddAsync("accounts", null, "location");
        JsonNode facts = await FactsAsync(null, "accounts");
        Same("""{"kind":"own"}""", facts["origin"]!);
        Assert.Equal("""["location"]""", facts["data"]!["categories"]!.ToJsonString());
    }

    [Fact]
    public async Task Material_of_another_state_keeps_that_state_and_instrument_whatever_is_stated()
    {
        await AddAsync("accounts", German);
        JsonNode facts = await FactsAsync("""{"kind": "own", "priorAuthorisation": true}""", "accounts");
        Same("""{"kind":"partner-state","state":"DE","instrument":"ETS30","priorAuthorisation":true}""", facts["origin"]!);
    }

    [Fact]
    public async Task Material_of_another_state_binds_our_own_that_goes_with_it()
    {
        await AddAsync("accounts", German);
        await AddAsync("report", null, "identity");
        foreach (string[] items in (string[][])[["accounts", "report"], ["report", "accounts"]])
            Assert.Equal("DE", (string?)(await FactsAsync(null, items))["origin"]!["state"]);
    }

    [Fact]
    public async Task What_is_derived_from_an_added_item_has_its_origin_and_its_categories()
    {
        await AddAsync("accounts", German, "location");
        CaseState state = await _scenario.Authority.StateAsync(_scenario.Case);
        ItemFacts facts = ItemFacts.Of(state, [ItemId.Parse("accounts.findings")], ["identity"], StateCode.Parse("NL"), StateCode.Parse("FR"));
        Assert.Equal(German, facts.Origin);
        Assert.Equal(["location"], facts.Categories);
        ItemFacts partners = ItemFacts.Of(state, [ItemId.Parse("statement.findings")], ["identity"], StateCode.Parse("NL"), StateCode.Parse("FR"));
        Assert.Equal((StateCode.Parse("FR"), true), (partners.Origin!.State, partners.IsPartners));
    }

    [Fact]
    public async Task Material_of_two_other_states_goes_in_two_proposals()
    {
        await AddAsync("accounts", German);
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => FactsAsync(null, "statement", "accounts"));
        Assert.Equal("proposal-malformed", refused.Slug);
    }

    [Fact]
    public async Task What_a_partner_sent_stays_the_partners_beside_our_own()
    {
        await AddAsync("accounts", null, "location");
        JsonNode facts = await FactsAsync("""{"kind": "own"}""", "statement", "accounts");
        Same("""{"kind":"partner-state","state":"FR"}""", facts["origin"]!);
        Assert.Equal("""["bank-records","identity","location"]""", facts["data"]!["categories"]!.ToJsonString());
    }

    [Fact]
    public async Task What_a_partner_sent_as_part_of_a_joint_team_is_its_states_unless_another_is_named()
    {
        Same("""{"kind":"joint-team","state":"FR"}""", (await FactsAsync("""{"kind": "joint-team"}""", "statement"))["origin"]!);
        Same("""{"kind":"joint-team","state":"DE"}""", (await FactsAsync("""{"kind": "joint-team", "state": "DE"}""", "statement"))["origin"]!);
    }

    [Fact]
    public async Task That_another_binds_our_own_too_can_be_stated()
    {
        await AddAsync("accounts", null);
        Assert.Equal("joint-team", (string?)(await FactsAsync("""{"kind": "joint-team", "state": "DE"}""", "accounts"))["origin"]!["kind"]);
        Same("""{"state":"DE"}""", (await FactsAsync("""{"state": "DE"}""", "accounts"))["origin"]!);
    }

    [Fact]
    public async Task An_item_without_personal_data_is_known_to_hold_none()
    {
        await _scenario.Authority.AddItem.RunAsync(SomeItem.Of(_scenario.Case, "map") with { DataCategories = [] }, CancellationToken.None);
        Assert.Equal("[]", (await FactsAsync(null, "map"))["data"]!["categories"]!.ToJsonString());
    }

    [Fact]
    public async Task A_special_category_that_was_declared_asks_for_two_approvals()
    {
        await AddAsync("accounts", null, "health");
        ProposedDisclosure proposal = DisclosureScenario.Proposal() with { Items = [ItemId.Parse("accounts")] };
        Assert.Equal(2, (await _scenario.ProposeAsync(proposal)).Check!.Approvals);
    }

    private static void Same(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario.Dispose();

    private Task<bool> AddAsync(string item, ItemOrigin? origin, params string[] categories) =>
        _scenario.Authority.AddItem.RunAsync(SomeItem.Of(_scenario.Case, item, origin: origin, categories: categories), CancellationToken.None);

    private async Task<JsonNode> FactsAsync(string? origin, params string[] items)
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal() with { Items = [.. items.Select(ItemId.Parse)] };
        proposal.Facts["origin"] = origin is null ? null : JsonNode.Parse(origin);
        return (await _scenario.ProposeAsync(proposal)).Check!.Facts;
    }
}
