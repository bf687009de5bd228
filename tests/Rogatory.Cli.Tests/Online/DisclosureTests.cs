using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Tests.Online;

public sealed class DisclosureTests(RunningAuthority authority) : IClassFixture<RunningAuthority>
{
    private const string Why = "Necessary for the proceedings there, and no more than was asked for.";
    private static readonly string NextYear = DateTimeOffset.UtcNow.AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_was_approved_is_collected_signed_for_and_recalled()
    {
        var content = RandomNumberGenerator.GetBytes(2_500_000);
        var @case = await AcceptedAsync("disclosed", content);
        var approver = await authority.TokenAsync("approver", "other-officer");
        await Succeeds(authority.OfficerAsync("officer", "record", "other-officer", "--trained-until", NextYear, "--bound-until", NextYear));
        Assert.Contains("other-officer", (await Succeeds(authority.OfficerAsync("officer", "list"))).Output, StringComparison.Ordinal);

        var proposed = await ProposeAsync(@case, Facts());
        Assert.Equal("proposed", (string?)proposed["step"]);
        var id = (string)proposed["disclosure"]!;
        await Succeeds(authority.AnyoneAsync("disclosure", "approve", id, "--reasons", Why, "--token", approver));
        JsonObject offer;
        while ((offer = (await Succeeds(authority.PartnerAsync("disclosure", "list", "--json"))).Json)["disclosures"]!.AsArray().Count == 0)
        {
        }

        Assert.Equal(id, (string?)offer["disclosures"]![0]!["disclosure"]);
        await Succeeds(authority.AnyoneAsync("authority", "--out", authority["disclosed.authority.json"]));
        var collected = authority["collected"];
        await Succeeds(authority.PartnerAsync("collect", id, "--authority", authority["disclosed.authority.json"], "--out", collected));
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(collected, "bag", "data", "statement", "disclosed.bin")));
        Assert.True(File.Exists(Path.Combine(collected, "countersignature.jws")));

        Assert.Equal("disclosure-not-possible", await SlugOf(authority.OfficerAsync("disclosure", "withdraw", id, "--reasons", Why, "--json")));
        await Succeeds(authority.OfficerAsync("disclosure", "recall", id, "--measure", "restrict", "--citation", "LED art. 7(3)", "--reasons", Why));
        await Succeeds(authority.PartnerAsync(
            "disclosure", "acknowledge", id, "--done", "restrict", "--authority", authority["disclosed.authority.json"], "--out", collected));

        await Succeeds(authority.OfficerAsync("case", "ledger", @case, "--out", authority["disclosed.jsonl"]));
        await Succeeds(Ran.Of("ledger", "verify", authority["disclosed.jsonl"]));
        var explained = await Succeeds(Ran.Of("transfer", "explain", authority["disclosed.jsonl"], "--disclosure", id, "--json"));
        var policy = (string)explained.Json["decisions"]![0]!["policy"]!["digest"]!;
        await Succeeds(authority.AnyoneAsync("policy", "get", policy, "--out", authority["policy.json"]));
        await Succeeds(Ran.Of("transfer", "explain", authority["disclosed.jsonl"], "--policy", authority["policy.json"]));
    }

    [Fact]
    public async Task Each_refusal_has_its_slug()
    {
        var @case = await AcceptedAsync("refused", [1, 2, 3]);
        var facts = Facts();
        facts["necessity"]!["value"] = false;
        var refused = await ProposeAsync(@case, facts);
        Assert.Equal(("not-allowed", "refused"), ((string?)refused["step"], (string?)refused["check"]!["outcome"]));
        var approver = await authority.TokenAsync("approver", "untrained-officer");
        var own = await authority.TokenAsync("approver");
        await Succeeds(authority.AnyoneAsync(
            "officer", "record", "some-officer", "--trained-until", NextYear, "--bound-until", NextYear, "--token", await authority.TokenAsync("admin", "other-admin")));

        var id = (string)(await ProposeAsync(@case, Facts()))["disclosure"]!;
        Assert.Equal("training-lapsed", await SlugOf(authority.AnyoneAsync("disclosure", "approve", id, "--reasons", Why, "--token", approver, "--json")));
        Assert.Equal("own-proposal", await SlugOf(authority.AnyoneAsync("disclosure", "approve", id, "--reasons", Why, "--token", own, "--json")));
        Assert.Equal("role-required", await SlugOf(authority.OfficerAsync("disclosure", "approve", id, "--reasons", Why, "--json")));
        Assert.Equal("reasons-required", await SlugOf(authority.AnyoneAsync("disclosure", "reject", id, "--reasons", "no", "--token", approver, "--json")));
        Assert.Equal("officer-own-record", await SlugOf(authority.OfficerAsync("officer", "record", "some-officer", "--trained-until", NextYear, "--bound-until", NextYear, "--json")));
        Assert.Equal("policy-not-found", await SlugOf(authority.AnyoneAsync("policy", "get", new string('0', 64), "--out", authority["none.json"], "--json")));
        Assert.Equal("disclosure-not-found", await SlugOf(authority.PartnerAsync(
            "collect", id, "--authority", authority.Write("keys.json", (await Keys()).ToArray()), "--out", authority["nothing"], "--json")));
        await Succeeds(authority.AnyoneAsync("disclosure", "reject", id, "--reasons", Why, "--token", approver));
        Assert.Contains("rejected", (await Succeeds(authority.OfficerAsync("case", "show", @case, "--json"))).Output, StringComparison.Ordinal);
    }

    private static JsonObject Facts() => JsonNode.Parse($$$"""
        {
          "sender": {"kind": "competent-public-authority"},
          "recipient": {"kind": "competent-authority", "acceptsUseLimits": true},
          "instrument": {"bindsBothStates": true, "otherTreaty": "none", "subjectMatter": ["corruption"]},
          "request": {"dataCategories": ["bank-records"], "coerciveMeasure": false, "formMet": true, "confidentialityAsked": false},
          "purposes": ["prosecution"],
          "use": "as-requested",
          "necessity": {"value": true, "reasons": "{{{Why}}}"},
          "data": {"categories": ["bank-records"], "subjects": ["suspect"], "accuracyIndicated": true, "adequateRelevantNotExcessive": {"value": true, "reasons": "{{{Why}}}"}},
          "origin": {"kind": "own"},
          "grounds": {"dualCriminality": {"value": true, "reasons": "{{{Why}}}"}}
        }
        """)!.AsObject();

    private async Task<string> AcceptedAsync(string reference, byte[] content)
    {
        var file = authority.Write($"{reference}.bin", content);
        var @case = await authority.OpenAsync(reference, $"statement={file}");
        await Succeeds(authority.PartnerAsync("request", "send", authority[$"{reference}.json"], "--item", $"statement={file}"));
        await Succeeds(authority.PartnerAsync("request", "receipt", @case, "--out", authority[$"{reference}.jws"], "--request", authority[$"{reference}.json"]));
        await Succeeds(authority.OfficerAsync(
            "case", "decide", @case, "--decision", "accept", "--ground", "complete-and-lawful", "--citation", "UNCAC art. 46", "--reasons", Why));
        return @case;
    }

    private async Task<JsonObject> ProposeAsync(string @case, JsonObject facts)
    {
        authority.Write("facts.json", System.Text.Encoding.UTF8.GetBytes(facts.ToJsonString()));
        return (await Succeeds(authority.OfficerAsync(
            "disclosure", "propose", @case, "--item", "statement", "--to", "fr-pnf", "--facts", authority["facts.json"], "--json"))).Json;
    }

    private async Task<ReadOnlyMemory<byte>> Keys()
    {
        await Succeeds(authority.AnyoneAsync("authority", "--out", authority["keys.authority.json"]));
        return await File.ReadAllBytesAsync(authority["keys.authority.json"]);
    }

    private static async Task<Ran> Succeeds(Task<Ran> running)
    {
        var ran = await running;
        Assert.True(ran.Status == 0, ran.Error + ran.Output);
        return ran;
    }

    private static async Task<string?> SlugOf(Task<Ran> running) => (string?)(await running).Failure["slug"];
}
