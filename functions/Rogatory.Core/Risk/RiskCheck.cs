using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Risk;

/// <summary>Says what letting material out would risk: a pure, total function from facts and policy to an assessment that explains itself.</summary>
public static class RiskCheck
{
    /// <summary>Assesses. Rules only ever lift the level, and none rests on what is absent, so that more facts never lower it.</summary>
    /// <param name="facts">What is known. What is not stated is unknown, never false.</param>
    /// <param name="policy">The rules.</param>
    /// <param name="day">The day whose law applies.</param>
    /// <exception cref="ArgumentException">The policy has no risk rules.</exception>
    public static RiskAssessment Assess(RiskFacts facts, PolicySet policy, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        RiskPolicy rules = policy.Risk ?? throw new ArgumentException("The policy has no risk rules.", nameof(policy));
        var findings = new List<RiskFinding>();
        var open = new List<RiskOpenQuestion>();
        foreach (CompiledRiskRule rule in rules.Rules.Where(rule => rule.InForce.On(day)))
        {
            Truth when = rule.When.Evaluate(facts.Values);
            if (when == Truth.True)
                findings.Add(Find(rule, facts));
            else if (when == Truth.Unknown)
                open.Add(new RiskOpenQuestion(rule.Rule.Id, Missing(rule.When, facts)));
        }

        return new RiskAssessment(facts, rules.Version, findings, open);
    }

    private static RiskFinding Find(CompiledRiskRule rule, RiskFacts facts) => new(
        rule.Rule.Id, rule.Rule.Level, rule.Rule.Citation, rule.Rule.Verified, rule.Rule.Message,
        rule.Facts.ToDictionary(fact => fact.Path, fact => facts[fact].Show(fact)), rule.Rule.Demands ?? []);

    private static string[] Missing(Predicate when, RiskFacts facts)
    {
        var unknown = new HashSet<FactDefinition>();
        when.CollectUnknown(facts.Values, unknown);
        return [.. unknown.OrderBy(fact => fact.Index).Select(fact => fact.Path)];
    }
}
