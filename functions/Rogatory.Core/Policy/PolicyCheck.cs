using System.Text.Json.Nodes;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Policy;

/// <summary>
/// Finds what loading a policy does not: rules of the transfer and risk packs that can never fire, that contradict each other, and that no test
/// shows at work; and runs the tests that stand beside the rules. (A rule that is not verified and would do more than ask keeps the
/// policy from being loaded at all.)
/// </summary>
public static class PolicyCheck
{
    /// <summary>Every fault, in the order of packs and rules; none for a policy without transfer and risk packs.</summary>
    public static IReadOnlyList<PolicyFault> Run(PolicySet policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Transfer is not { } transfer)
            return [.. RiskPackCheck.Run(policy)];
        return
        [
            .. RiskPackCheck.Run(policy),
            .. transfer.Rules.Where(rule => !CanFire(rule)).Select(rule => new PolicyFault(rule.Rule.Id, "never-fires", "No facts and no day make it apply.")),
            .. transfer.Ladders.SelectMany(NeverHolds),
            .. Contradictions(transfer.Rules),
            .. transfer.Rules.SelectMany(rule => Tests(policy, rule.Rule.Id, rule.Rule.Tests ?? [], rule.Pack, shows: rule.Rule.Effect == TransferEffect.Require
                ? [FindingEffect.Holds, FindingEffect.Refuse, FindingEffect.Ask] : [EffectOf(rule.Rule.Effect)])),
            .. transfer.Ladders.SelectMany(ladder => Tests(policy, ladder.Ladder.Id, ladder.Ladder.Tests, ladder.Pack, shows: [FindingEffect.Holds, FindingEffect.Refuse, FindingEffect.Ask])),
            .. transfer.Ladders.SelectMany(ladder => RungsWithoutTest(policy, ladder)),
        ];
    }

    /// <summary>Facts of a test: the pack's base facts, changed as the test says.</summary>
    internal static TransferFacts FactsOf(TransferPack pack, TransferTest test) => TransferFacts.From((JsonObject)MergePatch.Apply(pack.Base, test.Facts)!);

    private static bool CanFire(CompiledRule rule) =>
        !(rule.InForce.To < rule.InForce.From) && Satisfiability.CanBe(rule.When, Truth.True) && (rule.Must is null || (
            Satisfiability.CanBe(new Predicate.AllOf([rule.When, rule.Must]), Truth.True)
            && Satisfiability.CanBe(new Predicate.AllOf([rule.When, new Predicate.NotOf(rule.Must)]), Truth.True)));

    private static IEnumerable<PolicyFault> NeverHolds(CompiledLadder ladder) => ladder.Rungs
        .Where(rung => !Satisfiability.CanBe(new Predicate.AllOf([ladder.When, rung.Holds]), Truth.True))
        .Select(rung => new PolicyFault(rung.Rung.Id, "never-fires", "No facts make this rung hold."));

    /// <summary>
    /// Two rules about one ground, of which one admits it and the other does not; two requirements that cannot both be met; two
    /// conditions of one code that differ: each for the same facts.
    /// </summary>
    private static IEnumerable<PolicyFault> Contradictions(IReadOnlyList<CompiledRule> rules)
    {
        for (int i = 0; i < rules.Count; i++)
        {
            for (int j = i + 1; j < rules.Count; j++)
            {
                if (Contradict(rules[i], rules[j]))
                    yield return new PolicyFault(rules[i].Rule.Id, "contradicts", $"For the same facts it says otherwise than {rules[j].Rule.Id}.");
            }
        }
    }

    private static bool Contradict(CompiledRule one, CompiledRule other)
    {
        if (!Overlap(one.InForce, other.InForce))
            return false;
        var together = new Predicate.AllOf([one.When, other.When]);
        if (one.Rule.Ground is { } ground && ground == other.Rule.Ground && IsDisregard(one) != IsDisregard(other))
            return Satisfiability.CanBe(together, Truth.True);
        if (one.Rule.Code is { } code && code == other.Rule.Code && (one.Rule.Message, one.Rule.BindsSender) != (other.Rule.Message, other.Rule.BindsSender))
            return one.Pack == other.Pack && one.Rule.BindsSender != other.Rule.BindsSender && Satisfiability.CanBe(together, Truth.True);
        return one.Must is not null && other.Must is not null && one.Facts.Intersect(other.Facts).Any()
            && Satisfiability.CanBe(together, Truth.True)
            && !Satisfiability.CanBe(new Predicate.AllOf([together, one.Must, other.Must]), Truth.True);
    }

    private static bool IsDisregard(CompiledRule rule) => rule.Rule.Effect == TransferEffect.Disregard;

    private static bool Overlap(InForce one, InForce other) => !(one.To < other.From) && !(other.To < one.From);

    private static FindingEffect EffectOf(TransferEffect effect) => effect switch
    {
        TransferEffect.Refuse => FindingEffect.Refuse,
        TransferEffect.Ask => FindingEffect.Ask,
        TransferEffect.Condition => FindingEffect.Condition,
        TransferEffect.Disregard => FindingEffect.Disregard,
        _ => FindingEffect.Note,
    };

    private static IEnumerable<PolicyFault> Tests(PolicySet policy, string id, IReadOnlyList<TransferTest> tests, TransferPack pack, FindingEffect[] shows)
    {
        foreach (FindingEffect effect in shows.Where(effect => !tests.Any(test => test.Gives == effect)))
            yield return new PolicyFault(id, "no-test", $"No test shows that it gives {DecisionWriter.Name(effect)}.");
        for (int i = 0; i < tests.Count; i++)
        {
            FindingEffect? gives = Gives(policy, id, FactsOf(pack, tests[i]));
            if (gives != tests[i].Gives)
                yield return new PolicyFault(id, "test-fails", $"Its test {i + 1} expects {Show(tests[i].Gives)} and gets {Show(gives)}.");
        }
    }

    private static IEnumerable<PolicyFault> RungsWithoutTest(PolicySet policy, CompiledLadder ladder)
    {
        string?[] passed = [.. ladder.Ladder.Tests.Select(test =>
            TransferCheck.Decide(FactsOf(ladder.Pack, test), policy).Ladders.FirstOrDefault(one => one.Ladder == ladder.Ladder.Id)?.Passed)];
        return ladder.Rungs.Where(rung => !passed.Contains(rung.Rung.Id)).Select(rung => new PolicyFault(rung.Rung.Id, "no-test", "No test rests on this rung."));
    }

    /// <summary>What a rule or ladder gives. A ladder's finding is under the rung that holds.</summary>
    private static FindingEffect? Gives(PolicySet policy, string id, TransferFacts facts)
    {
        TransferDecision decision = TransferCheck.Decide(facts, policy);
        string under = decision.Ladders.FirstOrDefault(ladder => ladder.Ladder == id)?.Passed ?? id;
        return decision.Findings.FirstOrDefault(finding => finding.Rule == under)?.Effect;
    }

    private static string Show(FindingEffect? effect) => effect is { } known ? DecisionWriter.Name(known) : "nothing";
}
