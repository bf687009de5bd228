using System.Text.Json.Nodes;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Transfer;

/// <summary>A copy of the shipped policy with one rule added or changed.</summary>
public sealed class PolicyCheckTests
{
    private const string Pack = "Transfer.home.json";

    public static TheoryData<string, string> WrongRules => new()
    {
        { """{"id":"X-1","citation":"X art. 1","verified":false,"effect":"refuse","message":"No.","when":"always","tests":[]}""", "can only ask" },
        { """{"id":"X-1","citation":"X art. 1","verified":false,"effect":"require","message":"No.","when":"always","must":"necessity","tests":[]}""", "can only ask" },
        { """{"id":"X-1","citation":"X art. 1","verified":false,"effect":"disregard","message":"No.","when":"always","tests":[]}""", "can only ask" },
        { """{"id":"X-1","citation":"X art. 1","verified":false,"effect":"condition","code":"c","message":"No.","when":"always","tests":[]}""", "can only ask" },
        { """{"id":"X-1","citation":"Setting of the home authority; X art. 1","verified":true,"effect":"refuse","message":"No.","when":"always","tests":[]}""", "no text that verifies it" },
        { """{"id":"X-1","citation":" ","verified":true,"effect":"refuse","message":"No.","when":"always","tests":[]}""", "lacks a citation" },
        { """{"id":"x 1","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":"always","tests":[]}""", "no id" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"require","message":"No.","when":"always","tests":[]}""", "requires nothing" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":"always","must":"necessity","tests":[]}""", "requires nothing" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"condition","message":"No.","when":"always","tests":[]}""", "without a code" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"ask","who":"nobody","message":"No.","when":"always","tests":[]}""", "who is not there" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":"necesity","tests":[]}""", "necesity is not there" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":"@nothing","tests":[]}""", "@nothing is not there" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":"recipient.kind","tests":[]}""", "neither true nor false" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":{"fact":"recipient.kind","in":["spy"]},"tests":[]}""", "can't have these codes" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":{"all":[]},"tests":[]}""", "of nothing" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":{"some":[]},"tests":[]}""", "does not know" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":7,"tests":[]}""", "neither a name" },
        { """{"id":"TORTURE","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":"always","tests":[]}""", "used twice" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":"always","inForce":{"from":"2020-01-02","to":"2020-01-01","citation":"X"},"tests":[]}""", "time in force" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"frown","message":"No.","when":"always","tests":[]}""", "not JSON of its shape" },
        { """{"id":"X-1","citation":"X art. 1","verified":true,"effect":"refuse","message":"No.","when":"always","tests":[],"extra":1}""", "not JSON of its shape" },
    };

    public static TheoryData<string, string> Faults => new()
    {
        { Rule("""{"all":["necessity",{"not":"necessity"}]}"""), "never-fires" },
        { Rule("""{"all":[{"fact":"recipient.kind","in":["private-party"]},{"fact":"recipient.kind","in":["other-public-body"]}]}"""), "never-fires" },
        { Rule("""{"all":[{"fact":"data.handling","in":["H2"]},{"not":{"stated":"data.handling"}}]}"""), "never-fires" },
        { Rule("\"recipient.keyValid\"", tests: "[]"), "no-test" },
        { Rule("\"recipient.keyValid\"", tests: """[{"facts":{"recipient":{"keyValid":false}},"gives":"refuse"}]"""), "test-fails" },
        { Rule("\"grounds.bankSecrecyOnly\"", extra: "\"ground\":\"bank-secrecy\","), "contradicts" },
        { Rule("\"always\"", effect: "require", extra: "\"must\":{\"not\":\"recipient.keyValid\"},"), "contradicts:X-2" },
    };

    [Theory]
    [MemberData(nameof(WrongRules))]
    public void A_rule_that_cannot_be_used_keeps_the_policy_from_being_loaded(string rule, string reason)
    {
        PolicyException refused = Assert.Throws<PolicyException>(() => With(rule));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_of_the_home_authority_refuses_without_a_text()
    {
        PolicySet policy = With("""{"id":"X-1","citation":"Setting of the home authority","verified":false,"effect":"refuse","message":"No.","when":"always","tests":[]}""");
        TransferDecision decision = TransferCheck.Decide(TransferFacts.Parse("{}"u8.ToArray()), policy);
        Assert.Equal((FindingEffect.Refuse, false), decision.Findings.Where(finding => finding.Rule == "X-1").Select(finding => (finding.Effect, finding.Verified)).Single());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_of_a_rule_is_found(string rule, string kind)
    {
        string[] parts = kind.Split(':');
        PolicySet policy = parts.Length == 1 ? With(rule) : With(rule, Rule("\"always\"", effect: "require", extra: "\"must\":\"recipient.keyValid\",", id: parts[1]));
        Assert.Contains(PolicyCheck.Run(policy), fault => fault.Kind == parts[0] && (fault.Rule == "X-1" || fault.Message.Contains("X-1", StringComparison.Ordinal) || fault.Rule == "UN-8-BANK"));
    }

    [Fact]
    public void A_table_that_is_missing_keeps_the_policy_from_being_loaded() =>
        Assert.Throws<PolicyException>(() => PolicySet.From(Files().Where(file => file.Key != "Tables.parties.json").ToDictionary()));

    [Fact]
    public void A_policy_without_transfer_packs_decides_nothing()
    {
        PolicySet policy = PolicySet.From(Files().Where(file => !file.Key.StartsWith('T')).ToDictionary());
        Assert.Throws<ArgumentException>(() => TransferCheck.Decide(TransferFacts.Parse("{}"u8.ToArray()), policy));
        Assert.Empty(PolicyCheck.Run(policy));
    }

    private static string Rule(string when, string effect = "refuse", string extra = "", string tests = """[{"facts":{},"gives":"refuse"}]""", string id = "X-1") =>
        $$"""{"id":"{{id}}","citation":"X art. 1","verified":true,"effect":"{{effect}}","message":"No.",{{extra}}"when":{{when}},"tests":{{tests}}}""";

    private static PolicySet With(params string[] rules)
    {
        Dictionary<string, byte[]> files = Files();
        JsonObject pack = (JsonObject)JsonNode.Parse(files[Pack])!;
        foreach (string rule in rules)
            ((JsonArray)pack["rules"]!).Add(JsonNode.Parse(rule));
        files[Pack] = System.Text.Encoding.UTF8.GetBytes(pack.ToJsonString());
        return PolicySet.From(files);
    }

    private static Dictionary<string, byte[]> Files()
    {
        const string Folder = "Rogatory.Core.Policy.Packs.";
        var assembly = typeof(PolicySet).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(name => name[Folder.Length..], name =>
        {
            using var content = new MemoryStream();
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            stream.CopyTo(content);
            return content.ToArray();
        });
    }
}
