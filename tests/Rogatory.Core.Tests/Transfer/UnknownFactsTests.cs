using System.Text.Json.Nodes;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Transfer;

/// <summary>What an unknown fact can do to a decision, over every scenario.</summary>
public sealed class UnknownFactsTests
{
    private static readonly PolicySet Policy = PolicySet.Load();

    public static TheoryData<string> Names => [.. Scenario.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reasons_taken_from_a_judgement_never_turn_a_person_s_question_into_a_release(string name)
    {
        TransferDecision before = TransferCheck.Decide(Scenario.All[name].Facts, Policy);
        if (before.LetsThrough)
            return;
        foreach ((JsonObject document, JsonObject judgement) in WithoutOneReason(before.Facts.ToJson()))
        {
            TransferDecision after = TransferCheck.Decide(TransferFacts.From(document), Policy);
            Assert.False(after.LetsThrough, $"Without the reasons of {judgement.GetPath()} it is let through.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_refusal_rests_on_facts_that_are_stated(string name)
    {
        TransferDecision decision = TransferCheck.Decide(Scenario.All[name].Facts, Policy);
        Assert.All(decision.Findings.Where(finding => finding.Effect == FindingEffect.Refuse), finding =>
        {
            Assert.Empty(finding.Missing);
            Assert.True(finding.Verified || HomeSetting.IsCitedBy(finding.Citation) || decision.Facts.Resolved.ContainsKey(finding.Rule));
            Assert.Contains(finding.Facts.Values, value => value != "unknown");
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whoever_is_asked_hears_what_for(string name)
    {
        TransferDecision decision = TransferCheck.Decide(Scenario.All[name].Facts, Policy);
        Assert.Equal(decision.Outcome == TransferOutcome.NeedsAPerson, decision.Needs.Count > 0);
        Assert.All(decision.Needs, need =>
        {
            TransferFinding finding = Assert.Single(decision.Findings, one => one.Rule == need.Ground);
            Assert.Equal((FindingEffect.Ask, need.Missing), (finding.Effect, finding.Missing));
            Assert.NotEqual("", need.Who);
        });
    }

    /// <summary>The document once for each judgement that has reasons, without these.</summary>
    private static IEnumerable<(JsonObject Document, JsonObject Judgement)> WithoutOneReason(JsonObject facts)
    {
        int judgements = Judgements(facts).Count();
        for (int i = 0; i < judgements; i++)
        {
            var document = (JsonObject)facts.DeepClone();
            JsonObject judgement = Judgements(document).ElementAt(i);
            judgement.Remove("reasons");
            yield return (document, judgement);
        }
    }

    private static IEnumerable<JsonObject> Judgements(JsonObject facts) =>
        facts.Select(member => member.Value).OfType<JsonObject>()
            .SelectMany(inner => inner.ContainsKey("reasons") ? [inner] : Judgements(inner));
}
