using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Transfer;

public sealed class TransferFactsTests
{
    private static readonly PolicySet Policy = PolicySet.Load();

    public static TheoryData<string, string> Malformed => new()
    {
        { "", "" },
        { "[]", "" },
        { "{\"surprise\":1}", "/surprise" },
        { "{\"recipient\":{\"surprise\":1}}", "/recipient/surprise" },
        { "{\"a name with spaces\":1}", "" },
        { "{\"date\":\"2026-11-22\",\"date\":\"2026-11-23\"}", "" },
        { "{\"date\":\"22.11.2026\"}", "/date" },
        { "{\"sendingState\":\"UK\"}", "/sendingState" },
        { "{\"sendingState\":\"nl\"}", "/sendingState" },
        { "{\"recipient\":[]}", "/recipient" },
        { "{\"recipient\":{\"kind\":\"somebody\"}}", "/recipient/kind" },
        { "{\"recipient\":{\"keyValid\":\"true\"}}", "/recipient/keyValid" },
        { "{\"purposes\":\"prosecution\"}", "/purposes" },
        { "{\"purposes\":[\"prosecution\",\"prosecution\"]}", "/purposes" },
        { "{\"purposes\":[\"fun\"]}", "/purposes" },
        { "{\"necessity\":true}", "/necessity" },
        { "{\"necessity\":{\"value\":true,\"because\":\"so\"}}", "/necessity" },
        { "{\"necessity\":{\"value\":\"yes\",\"reasons\":\"so\"}}", "/necessity" },
        { "{\"necessity\":{\"value\":true,\"reasons\":\"\\ud800\"}}", "/necessity" },
        { "{\"regions\":{\"stored\":\"West Europe\"}}", "/regions/stored" },
        { "{\"regions\":{\"limits\":[\"Europe\"]}}", "/regions/limits" },
        { "{\"resolved\":{\"no id\":{\"value\":true}}}", "/resolved" },
    };

    public static TheoryData<string> Stated => [.. FactVocabulary.All.Where(fact => !fact.IsDerived).Select(fact => fact.Path)];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_no_document_of_facts_is_refused_at_its_member_and_not_repeated(string json, string pointer)
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => TransferFacts.Parse(Encoding.UTF8.GetBytes(json)));

        Assert.Equal("facts-malformed", refused.Slug);
        RequestFault fault = Assert.Single((IReadOnlyList<RequestFault>)refused.Extensions["faults"]);
        Assert.Equal(pointer, fault.Pointer);
    }

    [Fact]
    public void A_document_that_is_too_long_is_refused() =>
        Assert.False(TransferFacts.TryParse(Encoding.UTF8.GetBytes($"{{}}{new string(' ', TransferFacts.MostBytes)}"), out _, out _));

    [Fact]
    public void Null_and_left_out_are_the_same() =>
        Assert.Equal("{}", Encoding.UTF8.GetString(TransferFacts.Parse("""{"date":null,"recipient":{"kind":null},"necessity":{"value":null},"led37":null}"""u8.ToArray()).Normalised.Span));

    [Fact]
    public void Normalised_facts_hold_no_word_that_a_person_wrote() => Assert.Equal(
        """{"data":{"categories":["health","identity"]},"led38":{"vitalInterests":{"value":true}},"necessity":{"reasons":true,"value":false},"resolved":{"A-1":{"reasons":true,"value":true}}}""",
        Encoding.UTF8.GetString(TransferFacts.Parse("""
            {"resolved":{"A-1":{"value":true,"reasons":"Doe"}},"necessity":{"value":false,"reasons":"Jane Doe's account"},
             "led38":{"vitalInterests":{"value":true,"reasons":" "}},"data":{"categories":["identity","health"]}}
            """u8.ToArray()).Normalised.Span));

    [Fact]
    public void Normalised_facts_are_canonical_and_read_back_as_they_are()
    {
        Assert.All(Scenario.All.Values, scenario =>
        {
            ReadOnlyMemory<byte> normalised = scenario.Facts.Normalised;
            Assert.True(CanonicalJson.IsCanonical(normalised.Span));
            Assert.Equal(normalised.ToArray(), TransferFacts.Parse(normalised).Normalised.ToArray());
        });
    }

    [Fact]
    public void The_inputs_digest_is_over_facts_and_policy()
    {
        TransferDecision decision = TransferCheck.Decide(TransferFacts.Parse(TransferFacts.Example), Policy);
        var inputs = new JsonObject { ["facts"] = decision.Facts.ToJson(), ["policy"] = Policy.Digest };

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(CanonicalJson.Serialize(inputs))), decision.Inputs);
    }

    [Fact]
    public void The_example_is_let_through() =>
        Assert.True(TransferCheck.Decide(TransferFacts.Parse(TransferFacts.Example), Policy).LetsThrough);

    [Fact]
    public void Facts_without_anything_ask_a_person()
    {
        TransferDecision decision = TransferCheck.Decide(TransferFacts.Parse("{}"u8.ToArray()), Policy);

        Assert.Equal(TransferOutcome.NeedsAPerson, decision.Outcome);
        Assert.Contains("date", decision.Needs.SelectMany(need => need.Missing));
    }

    [Theory]
    [MemberData(nameof(Stated))]
    public void The_schema_says_what_a_fact_means(string path)
    {
        JsonNode node = JsonNode.Parse(TransferFacts.Schema.Span)!;
        foreach (string name in path.Split('.'))
            node = node["properties"]![name]!;
        string description = (string)node["description"]!;

        Assert.True(description.Length >= 20 && description[^1] == '.', description);
    }

    [Theory]
    [MemberData(nameof(Stated))]
    public void A_fact_is_used_by_a_rule_or_by_what_the_law_makes_of_it(string path)
    {
        TransferPolicy policy = Policy.Transfer!;
        IEnumerable<FactDefinition> used = policy.Rules.SelectMany(rule => rule.Facts).Concat(policy.Ladders.SelectMany(ladder => ladder.Facts));
        Assert.True(used.Any(fact => fact.Path == path || fact.Sources.Contains(path)) || path == "knownOn", $"Nothing uses {path}.");
    }
}
