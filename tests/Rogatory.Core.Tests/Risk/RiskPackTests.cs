using System.Text.Json.Nodes;
using Rogatory.Core.Policy;
using Rogatory.Core.Risk;

namespace Rogatory.Core.Tests.Risk;

public sealed class RiskPackTests
{
    private static readonly PolicySet Policy = PolicySet.Load();

    public static TheoryData<string, string> WrongRules => new()
    {
        { Rule("\"@special\"", id: "x 1"), "no id" },
        { Rule("\"@special\"", citation: " "), "lacks a citation" },
        { Rule("\"@special\"", message: ""), "lacks a citation or a message" },
        { Rule("""{"not":"@special"}"""), "rests on what is absent" },
        { Rule("""{"all":["@special",{"any":[{"not":"@many"}]}]}"""), "rests on what is absent" },
        { Rule("\"@special\"", level: "low"), "lifts nothing" },
        { Rule("\"@special\"", demands: "\"prayer\""), "no mitigation" },
        { Rule("\"@special\"", demands: "\"second-approver\"", verified: false), "can demand nothing" },
        { Rule("\"@special\"", demands: "\"second-approver\"", citation: "Setting of the home authority"), "no text that verifies it" },
        { Rule("\"@special\"", id: "MINORS"), "used twice" },
        { Rule("\"@nothing\""), "@nothing is not there" },
        { Rule("\"law.led\""), "law.led is not there" },
        { Rule("\"data.special\""), "neither true nor false" },
        { Rule("""{"fact":"volume","in":["lots"]}"""), "can't have these codes" },
        { Rule("\"@special\"", extra: "\"inForce\":{\"from\":\"2020-01-02\",\"to\":\"2020-01-01\",\"citation\":\"X\"},"), "time in force" },
        { Rule("\"@special\"", extra: "\"colour\":\"red\","), "not JSON of its shape" },
        { Rule("\"@special\"", level: "awful"), "not JSON of its shape" },
    };

    public static TheoryData<string, string> Faults => new()
    {
        { Rule("""{"all":[{"fact":"data.handling","in":["H2"]},{"fact":"data.handling","in":["H3"]}]}"""), "never-fires" },
        { Rule("\"@special\"", tests: """{"facts":{"data":{"special":["health"]}},"fires":true}"""), "no-test" },
        { Rule("\"@special\"", tests: """{"facts":{},"fires":false}"""), "no-test" },
        { Rule("\"@special\"", tests: """{"facts":{},"fires":true},{"facts":{},"fires":false}"""), "test-fails" },
    };

    [Fact]
    public void Every_rule_shows_where_it_fires_and_where_not() => Assert.Empty(PolicyCheck.Run(Policy));

    [Fact]
    public void Every_mitigation_is_demanded_by_a_rule_and_says_how_it_is_met()
    {
        Assert.Equal(Mitigation.All.Order(StringComparer.Ordinal), Policy.Risk!.Rules.SelectMany(rule => rule.Rule.Demands ?? []).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Mitigation.All, mitigation => Assert.NotEqual("", Mitigation.WayOf(mitigation)));
    }

    [Fact]
    public void Every_code_of_a_risk_is_used_by_a_rule_or_is_harmless()
    {
        string[] harmless = ["H0", "H1", "suspect", "convicted", "other", "registered", "valid", "led", "led-adequate", "incoming", "outgoing", "routine",
            "UNTOC", "UNCAC", "ETS30", "EIO", "items-10", "bytes-100-mib", "findings-1000"];
        string rules = string.Join('\n', Policy.Risk!.Rules.Select(rule => rule.Rule.When.GetRawText()).Concat(
            Policy.Risk.Rules.Select(rule => rule.Pack).Distinct().SelectMany(pack => pack.Definitions!.Values.Select(one => one.GetRawText()))));
        Assert.All(RiskFacts.Vocabulary.Facts.SelectMany(fact => fact.Codes).Except(harmless), code => Assert.Contains($"\"{code}\"", rules, StringComparison.Ordinal));
    }

    [Fact]
    public void A_setting_of_the_home_authority_demands_without_a_text() =>
        Assert.Contains("X-1", RiskPacks.With(Rule("\"@special\"", demands: "\"second-approver\"", verified: false, citation: "Setting of the home authority; LED art. 10")).Risk!.Rules.Select(rule => rule.Rule.Id));

    [Theory]
    [MemberData(nameof(WrongRules))]
    public void A_rule_that_cannot_be_used_keeps_the_policy_from_being_loaded(string rule, string reason) =>
        Assert.Contains(reason, Assert.Throws<PolicyException>(() => RiskPacks.With(rule)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_definition_that_rests_on_what_is_absent_keeps_the_policy_from_being_loaded() =>
        Assert.Contains("rests on what is absent", Assert.Throws<PolicyException>(() => RiskPacks.With(pack =>
            pack["definitions"]!["plain"] = JsonNode.Parse("""{"not":"@special"}"""))).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_of_a_rule_is_found(string rule, string kind) =>
        Assert.Contains(PolicyCheck.Run(RiskPacks.With(rule)), fault => fault.Rule == "X-1" && fault.Kind == kind);

    [Fact]
    public void A_rule_whose_time_is_over_does_not_fire()
    {
        PolicySet policy = RiskPacks.With(Rule("\"@special\"", extra: "\"inForce\":{\"from\":\"2020-01-01\",\"to\":\"2020-12-31\",\"citation\":\"X\"},"));
        RiskFacts facts = RiskFacts.Parse("""{"data":{"special":["health"]}}"""u8.ToArray());
        Assert.Contains(RiskCheck.Assess(facts, policy, new DateOnly(2020, 12, 31)).Findings, one => one.Rule == "X-1");
        Assert.DoesNotContain(RiskCheck.Assess(facts, policy, new DateOnly(2021, 1, 1)).Findings, one => one.Rule == "X-1");
    }

    private static string Rule(
        string when, string id = "X-1", string citation = "X art. 1", string message = "So.", string level = "high", string demands = "", bool verified = true, string extra = "",
        string tests = """{"facts":{"data":{"special":["health"]}},"fires":true},{"facts":{},"fires":false}""") =>
        $$"""{"id":"{{id}}","citation":"{{citation}}","verified":{{(verified ? "true" : "false")}},"message":"{{message}}",{{extra}}"when":{{when}},"level":"{{level}}","demands":[{{demands}}],"tests":[{{tests}}]}""";
}
