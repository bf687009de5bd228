using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Tests.Policy;

public sealed class SignalLoaderTests
{
    private static readonly JsonObject Files = JsonNode.Parse(PolicySet.Load().ToBytes())!.AsObject();

    [Fact]
    public void The_pack_that_ships_is_used_and_its_version_is_among_those_of_the_set()
    {
        PolicySet policy = PolicySet.Load();
        Assert.NotEmpty(policy.Signals!.Rules);
        Assert.True(string.CompareOrdinal(policy.Version, policy.Signals.Version.ToString("yyyy-MM-dd", null)) >= 0);
    }

    [Fact]
    public void A_set_without_a_pack_of_signals_has_none() => Assert.Null(From(files => files.Remove("Signals.signals.json")).Signals);

    [Fact]
    public void Two_packs_of_signals_are_refused() =>
        Assert.Throws<PolicyException>(() => From(files => files["Signals.other.json"] = files["Signals.signals.json"]!.DeepClone()));

    [Theory]
    [InlineData("title", "\"\"")]
    [InlineData("source", "\" \"")]
    [InlineData("windowDays", "0")]
    [InlineData("windowDays", "401")]
    [InlineData("leastDays", "0")]
    [InlineData("leastDays", "91")]
    [InlineData("leastPeers", "0")]
    [InlineData("leastActs", "0")]
    [InlineData("unusualShare", "0")]
    [InlineData("unusualShare", "1")]
    [InlineData("another", "1")]
    public void A_pack_that_could_not_be_used_is_refused(string member, string value) => Refused(pack => pack[member] = JsonNode.Parse(value));

    [Theory]
    [InlineData("id", "\"lower\"")]
    [InlineData("id", "\"SIG-HOURS\"")]
    [InlineData("of", "\"system\"")]
    [InlineData("measure", "\"height\"")]
    [InlineData("days", "0")]
    [InlineData("days", "90")]
    [InlineData("least", "0")]
    [InlineData("leastSpread", "0")]
    [InlineData("ownFactor", "0")]
    [InlineData("peerFactor", "-1")]
    [InlineData("isFirst", "true")]
    [InlineData("citation", "\"\"")]
    [InlineData("message", "\"\"")]
    public void A_rule_that_could_not_be_used_is_refused(string member, string value) => Refused(pack => pack["rules"]![0]![member] = JsonNode.Parse(value));

    [Fact]
    public void A_rule_that_compares_with_nothing_is_refused() => Refused(pack =>
    {
        pack["rules"]![0]!["ownFactor"] = null;
        pack["rules"]![0]!["peerFactor"] = null;
    });

    private static void Refused(Action<JsonObject> change) => Assert.Throws<PolicyException>(() => From(files =>
    {
        JsonObject pack = JsonNode.Parse(files["Signals.signals.json"]!.GetValue<string>())!.AsObject();
        change(pack);
        files["Signals.signals.json"] = pack.ToJsonString();
    }));

    private static PolicySet From(Action<JsonObject> change)
    {
        var files = (JsonObject)Files.DeepClone();
        change(files);
        return PolicySet.Parse(Encoding.UTF8.GetBytes(files.ToJsonString()));
    }
}
