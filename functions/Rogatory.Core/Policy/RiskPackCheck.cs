using System.Text.Json.Nodes;
using Rogatory.Core.Risk;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Policy;

/// <summary>The part of <see cref="PolicyCheck"/> for risk packs: rules that can never fire, that no test shows both firing and not, or whose test fails.</summary>
internal static class RiskPackCheck
{
    public static IEnumerable<PolicyFault> Run(PolicySet policy) => policy.Risk is not { } risk ? [] : risk.Rules.SelectMany(rule => Check(policy, rule));

    private static IEnumerable<PolicyFault> Check(PolicySet policy, CompiledRiskRule rule)
    {
        if (!Satisfiability.CanBe(rule.When, Truth.True))
            yield return new PolicyFault(rule.Rule.Id, "never-fires", "No facts make it fire.");
        foreach (bool fires in (bool[])[true, false])
        {
            if (!rule.Rule.Tests.Any(test => test.Fires == fires))
                yield return new PolicyFault(rule.Rule.Id, "no-test", $"No test shows that it {(fires ? "fires" : "does not fire")}.");
        }

        for (int i = 0; i < rule.Rule.Tests.Count; i++)
        {
            RiskTest test = rule.Rule.Tests[i];
            RiskFacts facts = RiskFacts.From((JsonObject)MergePatch.Apply(rule.Pack.Base, test.Facts)!);
            bool fired = RiskCheck.Assess(facts, policy, rule.InForce.From).Findings.Any(one => one.Rule == rule.Rule.Id);
            if (fired != test.Fires)
                yield return new PolicyFault(rule.Rule.Id, "test-fails", $"Its test {i + 1} expects that it {(test.Fires ? "fires, and it does not" : "does not fire, and it does")}.");
        }
    }
}
