using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Transfer;

/// <summary>Whole transfers, from the law: instruments, regimes and days.</summary>
public sealed class ScenarioTests
{
    private static readonly PolicySet Policy = PolicySet.Load();

    public static TheoryData<string> Names => [.. Scenario.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_transfer_is_decided_as_the_law_has_it(string name)
    {
        Scenario scenario = Scenario.All[name];
        TransferDecision decision = TransferCheck.Decide(scenario.Facts, Policy);

        string why = string.Join("; ", decision.Findings
            .Where(finding => finding.Effect is FindingEffect.Ask or FindingEffect.Refuse)
            .Select(finding => $"{finding.Rule} {finding.Effect} {string.Join(',', finding.Missing)}"));
        Assert.True(scenario.Outcome == decision.Outcome, $"{decision.Outcome}: {why}");
        if (scenario.Rule is { } rule)
            Assert.Contains(rule, decision.Findings.Select(finding => finding.Rule));
        if (scenario.Instrument is { } instrument)
            Assert.Equal(instrument, decision.Instrument.Chosen);
        if (scenario.Condition is { } condition)
            Assert.Contains(condition, decision.Conditions.Select(one => one.Code));
        if (scenario.Missing is { } missing)
            Assert.Contains(missing, decision.Needs.SelectMany(need => need.Missing));
    }

    [Fact]
    public void About_a_third_of_them_or_more_is_let_through_and_a_fifth_or_more_refused()
    {
        Assert.InRange(Scenario.All.Values.Count(one => one.Outcome is TransferOutcome.Allowed or TransferOutcome.AllowedWithConditions), Scenario.All.Count / 3, Scenario.All.Count / 2);
        Assert.InRange(Scenario.All.Values.Count(one => one.Outcome == TransferOutcome.Refused), Scenario.All.Count / 5, Scenario.All.Count / 2);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_decision_can_be_computed_again_from_what_is_kept(string name)
    {
        TransferDecision first = TransferCheck.Decide(Scenario.All[name].Facts, Policy);
        TransferDecision again = TransferCheck.Decide(TransferFacts.Parse(first.Facts.Normalised), PolicySet.Load());

        Assert.Equal(first.Facts.Normalised.ToArray(), again.Facts.Normalised.ToArray());
        Assert.Equal(first.ToJson().ToJsonString(), again.ToJson().ToJsonString());
    }
}
