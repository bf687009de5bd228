using System.Text.Json.Nodes;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Transfer;

/// <summary>What is said of the instrument that was chosen.</summary>
public sealed class InstrumentChoiceTests
{
    private static readonly PolicySet Policy = PolicySet.Load();

    [Theory]
    [InlineData("UNCAC", "UNTOC could carry it too: UNCAC is taken because it was named.")]
    [InlineData("UNTOC", "UNCAC could carry it too: UNTOC is taken because it was named.")]
    [InlineData(null, "UNTOC could carry it too: UNCAC is taken because it comes first in the order of the policy.")]
    public void Of_two_that_could_carry_it_the_reason_for_one_is_given(string? named, string says) =>
        Assert.EndsWith(says, Chosen(named, "none", "corruption", "organised-crime").Why, StringComparison.Ordinal);

    [Fact]
    public void One_that_covers_another_matter_is_no_rival() =>
        Assert.DoesNotContain("could carry it too", Chosen("UNCAC", "none", "corruption").Why, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, true)]
    [InlineData("none", false)]
    public void A_treaty_that_may_go_before_is_named_until_somebody_has_looked_it_up(string? otherTreaty, bool says) =>
        Assert.Equal(says, Chosen("UNCAC", otherTreaty, "corruption").Why.EndsWith("to which it would yield, must be looked up (BILATERAL).", StringComparison.Ordinal));

    private static InstrumentOutcome Chosen(string? named, string? otherTreaty, params string[] subjects)
    {
        JsonObject facts = Scenario.Base("us");
        facts["instrument"] = new JsonObject { ["named"] = named, ["otherTreaty"] = otherTreaty, ["subjectMatter"] = new JsonArray([.. subjects.Select(one => (JsonNode)one)]) };
        return TransferCheck.Decide(TransferFacts.From(facts), Policy).Instrument;
    }
}
