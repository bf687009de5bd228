using System.Text.Json.Nodes;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Transfer;

/// <summary>A derogation stands in for adequacy and safeguards, and does not go before them.</summary>
public sealed class LadderTests
{
    private static readonly PolicySet Policy = PolicySet.Load();

    [Fact]
    public void A_derogation_waits_until_it_is_known_that_nothing_above_it_carries_the_transfer()
    {
        TransferDecision decision = Decide("""{"led37": null, "led38": {"vitalInterests": {"value": true, "reasons": "As found."}}}""");

        TransferFinding asks = Assert.Single(decision.Findings, one => one.Rule == "LED-LADDER");
        Assert.Equal((FindingEffect.Ask, "LED-38-1-A is a derogation, and carries the transfer only where nothing above it does: say whether LED-37-1-A or LED-37-1-B does."), (asks.Effect, asks.Message));
        Assert.Equal(["led37.bindingInstrument", "led37.ownAssessment"], asks.Missing);
        Assert.Null(Assert.Single(decision.Ladders).Passed);
        Assert.DoesNotContain(decision.Conditions, one => one.Code == "document-transfer");
    }

    [Fact]
    public void A_derogation_does_not_wait_for_another_one_above_it() => Assert.Equal("LED-38-1-C", Assert.Single(Decide("""
        {"led37": {"bindingInstrument": {"value": false, "reasons": "As found."}, "ownAssessment": {"value": false, "reasons": "As found."}}, "led38": {"publicSecurityThreat": {"value": true, "reasons": "As found."}}}
        """).Ladders).Passed);

    [Fact]
    public void Safeguards_carry_the_transfer_whether_or_not_adequacy_is_known() => Assert.Equal("LED-37-1-B", Assert.Single(Decide("""
        {"led37": {"bindingInstrument": null, "ownAssessment": {"value": true, "reasons": "As found."}}}
        """).Ladders).Passed);

    private static TransferDecision Decide(string change) =>
        TransferCheck.Decide(TransferFacts.From((JsonObject)MergePatch.Apply(Scenario.Base("us"), (JsonObject)JsonNode.Parse(change)!)!), Policy);
}
