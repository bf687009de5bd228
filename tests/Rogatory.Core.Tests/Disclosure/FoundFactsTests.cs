using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Tests.Sealing;

namespace Rogatory.Core.Tests.Disclosure;

/// <summary>What is found in the items that go decides the data categories, and what could not be read asks a person.</summary>
public sealed class FoundFactsTests
{
    private const string Reasons = "A sample in a form that names nobody, as the bank confirms.";

    private static readonly byte[] Letter = "Write to anna.lindqvist@post.example about the payments.\n"u8.ToArray();
    private static readonly byte[] Scan = [1, 2, 3, 0, 255, 254];

    [Fact]
    public async Task What_was_found_joins_what_was_asked_for()
    {
        using DisclosureScenario plain = await DisclosureScenario.StartAsync();
        Assert.DoesNotContain("contact-details", Codes(await plain.ProposeAsync(), "data", "categories"));
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync(content: Letter);
        DisclosureState proposed = await scenario.ProposeAsync();
        Assert.Contains("contact-details", Codes(proposed, "data", "categories"));
        Assert.Equal("false", proposed.Proposal.Stated["found"]!["unread"]!.ToJsonString());
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task What_is_set_aside_with_reasons_counts_no_more_and_the_ledger_has_its_code_alone()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync(content: Letter);
        DisclosureState proposed = await scenario.ProposeAsync(DisclosureScenario.Proposal() with { SetAside = [new SetAside("contact-details", Reasons)] });

        Assert.DoesNotContain("contact-details", Codes(proposed, "data", "categories"));
        Assert.Equal(["contact-details"], Codes(proposed, "found", "setAside"));
        Assert.Contains(proposed.Check!.Findings, one => one is { Rule: "FOUND-SET-ASIDE", Effect: "note" });
        Assert.DoesNotContain(Reasons, await scenario.Authority.LedgerTextAsync(scenario.Case.ToString()), StringComparison.Ordinal);
        using var words = new MemoryStream();
        using (var opened = await scenario.Authority.ConsultItem.RunAsync(
            DisclosureScenario.Proposer, "session", scenario.Case, proposed.Proposal.Statement, "To see why it was set aside.", Some.Reviewer, CancellationToken.None))
            await opened.CopyToAsync(words, CancellationToken.None);
        Assert.Equal(Reasons, (string?)JsonNode.Parse(words.ToArray())!["setAside"]![0]!["reasons"]);
    }

    [Theory]
    [InlineData("location", Reasons, "/setAside/0/category")]
    [InlineData("nothing-known", Reasons, "/setAside/0/category")]
    [InlineData("contact-details", "too short", "/setAside/0/reasons")]
    [InlineData("contact-details", "a bell \a rings in these reasons", "/setAside/0/reasons")]
    public async Task What_was_not_found_or_without_reasons_is_not_set_aside(string category, string reasons, string pointer)
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync(content: Letter);
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() =>
            scenario.ProposeAsync(DisclosureScenario.Proposal() with { SetAside = [new SetAside(category, reasons)] }));
        Assert.Equal("proposal-malformed", refused.Slug);
        Assert.Contains(pointer, string.Join(' ', (IEnumerable<object>)refused.Extensions["faults"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_met_a_limit_of_reading_asks_a_person_even_after_an_officer_opened_it()
    {
        byte[] deep = [.. Enumerable.Repeat((byte)'[', 5_000), .. Enumerable.Repeat((byte)']', 5_000)];
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync(content: deep);
        ItemClassified found = (await scenario.Authority.StateAsync(scenario.Case)).Classification.Find(DisclosureScenario.Item)!;
        Assert.Equal((0, "nesting"), (found.Unread.Count, Assert.Single(found.Breaches)));
        using (await scenario.Authority.ConsultItem.RunAsync(
            DisclosureScenario.Proposer, DisclosureScenario.Session, scenario.Case, DisclosureScenario.Item, DisclosureScenario.Why, Some.Reviewer, CancellationToken.None))
            await scenario.RunAsync();
        JsonObject facts = DisclosureScenario.Facts();
        facts.Remove("found");
        DisclosureState proposed = await scenario.ProposeAsync(DisclosureScenario.Proposal() with { Facts = facts });
        Assert.Contains(proposed.Check!.Findings, one => one is { Rule: "FOUND-UNREAD", Effect: "ask" });
    }

    [Theory]
    [InlineData(null, DisclosureStep.Ended)]
    [InlineData(false, DisclosureStep.Ended)]
    [InlineData(true, DisclosureStep.Ready)]
    public async Task What_could_not_be_read_goes_only_when_a_person_has_looked_at_it(bool? reviewed, DisclosureStep step)
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync(content: Scan);
        JsonObject facts = DisclosureScenario.Facts();
        facts.Remove("found");
        if (reviewed is { } value)
            facts["found"] = new JsonObject { ["unreadReviewed"] = new JsonObject { ["value"] = value, ["reasons"] = Reasons } };
        DisclosureState proposed = await scenario.ProposeAsync(DisclosureScenario.Proposal() with { Facts = facts });

        string effect = reviewed switch { null => "ask", false => "refuse", true => "holds" };
        Assert.Contains(proposed.Check!.Findings, one => one.Rule == "FOUND-UNREAD" && one.Effect == effect);
        if (step == DisclosureStep.Ready)
        {
            await scenario.Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
            await scenario.RunAsync();
            Assert.Equal(step, (await scenario.FindAsync(proposed.Id)).Step);
        }
        else
        {
            Assert.NotEqual(DisclosureStep.Proposed, proposed.Step);
        }
    }

    [Theory]
    [InlineData("""{"unread": false}""", "/facts/found/unread")]
    [InlineData("""{"setAside": []}""", "/facts/found/setAside")]
    public async Task What_the_program_knows_of_its_findings_is_not_for_an_officer_to_state(string found, string pointer)
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        JsonObject facts = DisclosureScenario.Facts();
        facts["found"] = JsonNode.Parse(found);
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => scenario.ProposeAsync(DisclosureScenario.Proposal() with { Facts = facts }));
        Assert.Equal("proposal-malformed", refused.Slug);
        Assert.Contains(pointer, string.Join(' ', (IEnumerable<object>)refused.Extensions["faults"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_is_not_classified_yet_waits()
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        await scenario.Authority.AddItem.RunAsync(SomeItem.Of(scenario.Case, "accounts"), CancellationToken.None);
        ProposedDisclosure proposal = DisclosureScenario.Proposal() with { Items = [ItemId.Parse("accounts")] };
        Assert.Equal("item-not-classified", (await Assert.ThrowsAsync<RefusedException>(() => scenario.Authority.Propose.RunAsync(
            DisclosureScenario.Proposer, DisclosureScenario.Session, scenario.Case, proposal, CancellationToken.None))).Slug);
        await scenario.RunAsync();
        Assert.Equal(DisclosureStep.Proposed, (await scenario.ProposeAsync(proposal)).Step);
    }

    private static string[] Codes(DisclosureState one, string section, string name) =>
        [.. (one.Proposal.Stated[section]?[name] as JsonArray ?? []).Select(code => (string)code!)];
}
