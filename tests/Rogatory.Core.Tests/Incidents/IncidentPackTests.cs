using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Incidents;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Tests.Incidents;

public sealed class IncidentPackTests
{
    private const string Name = "Incidents.incidents.json";

    [Fact]
    public void Each_cause_has_its_rule_and_a_breach_has_a_clock_under_either_law()
    {
        IncidentPolicy policy = PolicySet.Load().Incidents!;
        Assert.All(Enum.GetValues<IncidentCause>(), cause => Assert.Equal(cause, policy.Of(cause).Cause));
        foreach (LawRegime regime in Enum.GetValues<LawRegime>())
            Assert.Single(policy.Clocks, clock => clock.Notice == NoticeKind.SupervisoryAuthority && clock.When.SequenceEqual(["breach", $"{regime}".ToLowerInvariant()]) && clock is { Hours: 72, Verified: true });
    }

    [Theory]
    [InlineData("a cause is missing", "does not name each cause once")]
    [InlineData("an unknown fact", "rests on nothing, or on a fact that is none")]
    [InlineData("no citation", "lacks a citation or a message")]
    [InlineData("an id twice", "is used twice")]
    [InlineData("a reminder after the end", "reminds of nothing")]
    [InlineData("a partner's fact raises", "rests on a fact of one partner")]
    [InlineData("a partner's clock for the authority", "waits for another notice")]
    [InlineData("an unknown member", "it is not JSON")]
    public void A_pack_that_cannot_be_used_is_refused(string what, string why)
    {
        JsonObject pack = Shipped();
        switch (what)
        {
            case "a cause is missing": pack["causes"]!.AsArray().RemoveAt(0); break;
            case "an unknown fact": pack["severities"]![0]!["when"] = new JsonArray("moon-full"); break;
            case "no citation": pack["clocks"]![0]!["citation"] = " "; break;
            case "an id twice": pack["clocks"]![0]!["id"] = pack["severities"]![0]!["id"]!.GetValue<string>(); break;
            case "a reminder after the end": pack["clocks"]![0]!["remindHours"] = 72; break;
            case "a partner's fact raises": pack["severities"]![0]!["when"] = new JsonArray("partner-led"); break;
            case "a partner's clock for the authority": pack["clocks"]![0]!["when"] = new JsonArray("partner-led"); break;
            default: pack["more"] = true; break;
        }

        PolicyException refused = Assert.Throws<PolicyException>(() => With(pack));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pack_is_part_of_the_digest_and_a_set_without_one_is_read_still()
    {
        JsonObject pack = Shipped();
        pack["title"] = "Another";
        Assert.NotEqual(PolicySet.Load().Digest, With(pack).Digest);
        Dictionary<string, byte[]> files = Files();
        files.Remove(Name);
        Assert.Null(PolicySet.From(files).Incidents);
    }

    private static JsonObject Shipped() => JsonNode.Parse(Files()[Name])!.AsObject();

    private static PolicySet With(JsonObject pack)
    {
        Dictionary<string, byte[]> files = Files();
        files[Name] = Encoding.UTF8.GetBytes(pack.ToJsonString());
        return PolicySet.From(files);
    }

    private static Dictionary<string, byte[]> Files() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(PolicySet.Load().ToBytes())!.ToDictionary(one => one.Key, one => Encoding.UTF8.GetBytes(one.Value));
}
