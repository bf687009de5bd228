using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Rogatory.Core.Policy;
using Rogatory.Core.Risk;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Risk;

public sealed class RiskCheckTests
{
    private static readonly PolicySet Policy = PolicySet.Load();
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static readonly FactDefinition[] Sets = [.. RiskFacts.Vocabulary.Facts.Where(fact => fact.Kind == FactKind.Codes)];

    [Fact]
    public void A_plain_case_is_low_and_demands_nothing()
    {
        RiskAssessment assessed = Assess(Plain());
        Assert.Equal((RiskLevel.Low, 0, 0), (assessed.Level, assessed.Findings.Count, assessed.Demands.Count));
    }

    [Fact]
    public void A_rule_that_fired_says_with_what_facts_and_on_what_law()
    {
        RiskAssessment assessed = Assess("""{"data":{"special":["genetic","health"]},"partner":{"protection":["none"]}}""");
        RiskFinding finding = Assert.Single(assessed.Findings, one => one.Rule == "SPECIAL-UNPROTECTED");
        Assert.Equal(RiskLevel.Severe, assessed.Level);
        Assert.Equal("genetic health", finding.Facts["data.special"]);
        Assert.Equal("none", finding.Facts["partner.protection"]);
        Assert.Contains("37(1)(b)", finding.Citation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mitigation_names_every_rule_that_demands_it()
    {
        RiskAssessment assessed = Assess("""{"data":{"special":["genetic"]},"request":{"raised":["death-penalty"]}}""");
        Assert.Equal(["DEATH-PENALTY", "SPECIAL-BODY"], assessed.Demands.Single(one => one.Mitigation == Mitigation.DpoConsultation).Rules.Order(StringComparer.Ordinal));
        Assert.Equal(assessed.Demands.Select(one => one.Mitigation).Order(StringComparer.Ordinal), assessed.Demands.Select(one => one.Mitigation));
    }

    [Fact]
    public void What_is_unknown_lifts_nothing_and_is_said_to_be_missing()
    {
        RiskAssessment assessed = RiskCheck.Assess(RiskFacts.Parse("{}"u8.ToArray()), Policy, Day);
        Assert.Empty(assessed.Findings);
        Assert.Equal(Policy.Risk!.Rules.Select(rule => rule.Rule.Id), assessed.Open.Select(one => one.Rule));
        Assert.Equal(["data.special", "partner.protection"], assessed.Open.Single(one => one.Rule == "SPECIAL-UNPROTECTED").Missing);
    }

    [Theory]
    [InlineData("unread")]
    [InlineData("waiting")]
    [InlineData("breach")]
    public void What_nobody_has_read_is_high_at_least(string reading) =>
        Assert.True(Assess(new JsonObject { ["data"] = new JsonObject { ["reading"] = new JsonArray(reading) } }).Level >= RiskLevel.High);

    [Fact]
    public void More_that_is_known_never_lowers_the_level_nor_takes_a_demand_away()
    {
        Gen<FactValue[]> facts = Gen.Choose(0, 63).ArrayOf(RiskFacts.Vocabulary.Facts.Count).Select(bits => RiskFacts.Vocabulary.Facts
            .Select((fact, at) => Value(fact, bits[at])).ToArray());
        Prop.ForAll(facts.Zip(Gen.Choose(0, Sets.Length - 1).Zip(Gen.Choose(0, 63))).ToArbitrary(), one =>
        {
            (FactValue[] less, (int at, int code)) = one;
            FactDefinition fact = Sets[at];
            FactValue[] more = [.. less];
            more[fact.Index] = FactValue.OfBits(less[fact.Index].Bits | (1UL << (code % fact.Codes.Count)));
            RiskAssessment before = Assess(less);
            RiskAssessment after = Assess(more);
            return after.Level >= before.Level && before.Demands.All(demand => after.Demands.Any(two => two.Mitigation == demand.Mitigation));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Facts_read_again_are_the_same_bytes()
    {
        RiskFacts facts = RiskFacts.From(Plain());
        Assert.True(facts.Normalised.Span.SequenceEqual(RiskFacts.Parse(facts.Normalised).Normalised.Span));
    }

    [Theory]
    [InlineData("""{"data":{"special":["shoe-size"]}}""", "unknown-code")]
    [InlineData("""{"data":{"colour":"red"}}""", "unknown-member")]
    [InlineData("""{"volume":"many"}""", "unknown-code")]
    [InlineData("""{"data":[]}""", "wrong-type")]
    [InlineData("""{"data":""", "malformed-json")]
    public void Facts_outside_the_vocabulary_are_refused(string json, string slug)
    {
        Assert.False(RiskFacts.TryParse(System.Text.Encoding.UTF8.GetBytes(json), out _, out var faults));
        Assert.Equal(slug, Assert.Single(faults).Slug);
        Assert.Equal("facts-malformed", Assert.Throws<RefusedException>(() => RiskFacts.Parse(System.Text.Encoding.UTF8.GetBytes(json))).Slug);
    }

    [Fact]
    public void A_policy_without_risk_packs_assesses_nothing()
    {
        PolicySet without = RiskPacks.Without();
        Assert.Null(without.Risk);
        Assert.Throws<ArgumentException>(() => RiskCheck.Assess(RiskFacts.From(Plain()), without, Day));
    }

    private static FactValue Value(FactDefinition fact, int bits) => (fact.Kind, bits % 3) switch
    {
        (_, 0) => default,
        (FactKind.Code, _) => FactValue.OfBits(1UL << (bits % fact.Codes.Count)),
        _ => FactValue.OfBits((ulong)bits & ((1UL << fact.Codes.Count) - 1)),
    };

    private static RiskAssessment Assess(FactValue[] values) =>
        RiskCheck.Assess(RiskFacts.Parse(FactsWriter.Write(RiskFacts.Vocabulary.Root, values, new Dictionary<string, FactValue>())), Policy, Day);

    private static RiskAssessment Assess(string patch) => Assess((JsonObject)MergePatch.Apply(Plain(), JsonNode.Parse(patch))!);

    private static RiskAssessment Assess(JsonObject facts) => RiskCheck.Assess(RiskFacts.From(facts), Policy, Day);

    private static JsonObject Plain() => (JsonObject)Policy.Risk!.Rules[0].Pack.Base.DeepClone();
}
