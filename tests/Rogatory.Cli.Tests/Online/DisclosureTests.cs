using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.TestKit;

namespace Rogatory.Cli.Tests.Online;

public sealed class DisclosureTests(RunningAuthority authority) : IClassFixture<RunningAuthority>
{
    private const string Why = "Necessary for the proceedings there, and no more than was asked for.";

    [Fact]
    public async Task What_was_approved_is_collected_signed_for_and_recalled()
    {
        var content = RandomNumberGenerator.GetBytes(2_500_000);
        var @case = await AcceptedAsync("disclosed", content);
        var approver = await authority.TokenAsync("approver", "other-officer");
        Assert.Contains("other-officer", (await Succeeds(authority.OfficerAsync("officer", "list"))).Output, StringComparison.Ordinal);

        var proposed = await ProposeAsync(@case, Facts());
        Assert.Equal("proposed", (string?)proposed["step"]);
        var id = (string)proposed["disclosure"]!;
        await Succeeds(authority.AnyoneAsync("disclosure", "approve", id, "--reasons", Why, "--token", approver));
        await Eventually.TrueAsync("it is listed", async () => (await Succeeds(authority.PartnerAsync("disclosure", "list", "--json"))).Output.Contains(id, StringComparison.Ordinal));

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
    public async Task The_risk_of_a_case_is_said_in_words_with_what_is_demanded_and_how_it_is_met()
    {
        var @case = await AcceptedAsync("at-risk", RandomNumberGenerator.GetBytes(1_000));
        var said = (await Succeeds(authority.OfficerAsync("risk", @case))).Output;
        Assert.Contains($"what case {@case} holds is high", said, StringComparison.Ordinal);
        Assert.Contains("NOT-READ, LED art. 7(2) and 10", said, StringComparison.Ordinal);
        Assert.Contains("because data.reading is unread", said, StringComparison.Ordinal);
        Assert.Contains("read-by-a-person (by NOT-READ)", said, StringComparison.Ordinal);
        Assert.Contains("rogatory item read", said, StringComparison.Ordinal);
        var view = (await Succeeds(authority.OfficerAsync("risk", @case, "--json"))).Json;
        Assert.Equal(("high", "read-by-a-person"), ((string?)view["level"], (string?)view["demands"]![0]!["mitigation"]));
        Assert.Equal("high", (string?)(await Succeeds(authority.OfficerAsync("case", "show", @case, "--json"))).Json["risk"]!["level"]);
        await Eventually.TrueAsync("it is listed", async () => (await Succeeds(authority.OfficerAsync("case", "list"))).Output.Contains("risk high", StringComparison.Ordinal));

        Assert.Equal("case-not-found", await SlugOf(authority.OfficerAsync("risk", "7K3Q-F2M9-X4TD", "--json")));
        var opened = await authority.OpenAsync("not-sent", $"statement={authority.Write("not-sent.bin", [1])}");
        Assert.Equal("risk-not-assessed", await SlugOf(authority.OfficerAsync("risk", opened, "--json")));
    }

    [Fact]
    public async Task What_was_handed_out_is_restricted_rectified_and_freed_and_its_partner_told_each_time()
    {
        var @case = await AcceptedAsync("corrected", "booked;amount\n"u8.ToArray());
        var approver = await authority.TokenAsync("approver", "other-officer");
        var dpo = await authority.TokenAsync("dpo", "some-dpo");
        var id = (string)(await ProposeAsync(@case, Facts()))["disclosure"]!;
        await Succeeds(authority.AnyoneAsync("disclosure", "approve", id, "--reasons", Why, "--token", approver));
        await Eventually.TrueAsync("it is listed", async () => (await Succeeds(authority.PartnerAsync("disclosure", "list", "--json"))).Output.Contains(id, StringComparison.Ordinal));

        var keys = authority.Write("corrected.authority.json", (await Keys()).ToArray());
        await Succeeds(authority.PartnerAsync("collect", id, "--authority", keys, "--out", authority["corrected"]));

        await Succeeds(authority.OfficerAsync("item", "restrict", @case, "statement", "--ground", "accuracy-contested", "--citation", "LED art. 16(3)", "--reasons", Why));
        Assert.Equal("item-restricted", await SlugOf(ProposingAsync(@case)));
        string[] read = ["item", "read", @case, "statement", "--justification", Why, "--out", authority["corrected.csv"], "--json"];
        Assert.Equal("item-restricted", await SlugOf(authority.OfficerAsync(read)));
        await Succeeds(authority.AnyoneAsync([.. read, "--token", dpo]));
        var notices = await NoticesAsync(2);
        Assert.Equal([("restrict", null), ("restrict", id)], notices.Select(one => ((string)one["measure"]!, (string?)one["disclosure"])));
        foreach (var (number, notice) in notices.Index())
        {
            string[] answer = ["notice", "acknowledge", (string)notice["notice"]!, "--authority", keys, "--out", authority[$"notice-{number}"], "--json", "--done"];
            Assert.Equal(2, (await authority.PartnerAsync([.. answer, "erase"])).Status);
            Assert.True((bool)(await Succeeds(authority.PartnerAsync([.. answer, "restrict"]))).Json["isNew"]!);
            Assert.False((bool)(await Succeeds(authority.PartnerAsync([.. answer, "restrict"]))).Json["isNew"]!);
        }

        await Succeeds(authority.OfficerAsync(
            "item", "rectify", @case, "statement", "--ground", "inaccurate", "--text", "It is of another account.", "--citation", "LED art. 16(1)", "--reasons", Why));
        string[] lift = ["item", "unrestrict", @case, "statement", "--citation", "LED art. 16(3)", "--reasons", Why, "--json"];
        string[] informed = ["--informed", "person", "--informed-on", "2026-01-02"];
        Assert.Equal("own-restriction", await SlugOf(authority.OfficerAsync([.. lift, .. informed])));
        Assert.Equal("person-not-informed", await SlugOf(authority.AnyoneAsync([.. lift, "--token", dpo])));
        await Succeeds(authority.AnyoneAsync([.. lift, .. informed, "--token", dpo]));
        Assert.Equal("item-rectified", await SlugOf(ProposingAsync(@case)));
        await Succeeds(authority.OfficerAsync("risk", @case, "--wait"));
        Assert.Equal(0, (await ProposingAsync(@case, "--item", "statement.rectification-1")).Status);
        Assert.Equal(["rectify", "rectify", "lift", "lift"], (await NoticesAsync(6)).Where(one => (string?)one["measure"] != "restrict").Select(one => (string)one["measure"]!));

        var shown = (await Succeeds(authority.OfficerAsync("case", "show", @case))).Output;
        Assert.Contains("goes with statement.rectification-1", shown, StringComparison.Ordinal);
        Assert.Contains("acknowledged", shown, StringComparison.Ordinal);
        await Succeeds(authority.OfficerAsync("case", "ledger", @case, "--out", authority["corrected.jsonl"]));
        await Succeeds(Ran.Of("ledger", "verify", authority["corrected.jsonl"]));

        async Task<JsonNode[]> NoticesAsync(int count)
        {
            return await Eventually.GetAsync($"{count} notices are issued", async () =>
            {
                var listed = (await Succeeds(authority.PartnerAsync("notice", "list", "--authority", keys, "--json"))).Json["notices"]!.AsArray();
                JsonNode[] ofCase = [.. listed.Select(one => one!["says"]!).Where(one => ((string)one["notice"]!).StartsWith(@case, StringComparison.Ordinal))
                    .OrderBy(one => (string)one["notice"]!, StringComparer.Ordinal)];
                return ofCase.Length >= count ? ofCase : null;
            });
        }
    }

    [Fact]
    public async Task An_extract_is_made_proven_and_collected_by_a_partner_that_verifies_its_proof()
    {
        var rows = Enumerable.Range(1, 20).Select(row => $"2026-03-{row:00},{row}.00,{(row % 4 == 0 ? "Marguerite Delacroix" : "")},rent {row}\n");
        var @case = await AcceptedAsync("extracted", System.Text.Encoding.UTF8.GetBytes("booked,amount,beneficiary name,text\n" + string.Concat(rows)));
        string[] make = ["extract", "make", @case, "statement", "--reasons", Why, "--json"];
        Assert.Equal(2, (await authority.OfficerAsync(make)).Status);
        var made = await authority.OfficerAsync([.. make, "--keep-rows", "1-10", "--remove-category", "person-name"]);
        Assert.True(made.Status == 0, made.Error);
        Assert.Equal(("statement.extract-1", "statement.extract-1-proof"), ((string?)made.Json["item"], (string?)made.Json["proof"]));
        foreach (var role in (string[])["approver", "auditor", "dpo"])
            Assert.Equal("role-required", await SlugOf(authority.AnyoneAsync([.. make, "--keep-rows", "1-10", "--token", await authority.TokenAsync(role)])));
        Assert.Equal("extract-empty", await SlugOf(authority.OfficerAsync([.. make, "--keep-rows", "900"])));
        Assert.Equal("extract-malformed", await SlugOf(authority.OfficerAsync([.. make, "--keep-rows", "none"])));
        Assert.Contains("Nothing was found of: iban.", (await Succeeds(authority.OfficerAsync([.. make[..^1], "--keep-rows", "1-3", "--remove-category", "iban"]))).Output, StringComparison.Ordinal);

        var proven = await Succeeds(authority.OfficerAsync("extract", "prove", @case, "statement.extract-1", "--justification", Why, "--out", authority["extract.proof.json"], "--json"));
        await Succeeds(authority.OfficerAsync("item", "read", @case, "statement.extract-1", "--justification", Why, "--out", authority["extract.csv"]));
        await Succeeds(Ran.Of("extract", "verify", authority["extract.proof.json"], authority["extract.csv"], "--root", (string)proven.Json["root"]!));
        Assert.DoesNotContain("Delacroix", await File.ReadAllTextAsync(authority["extract.csv"]), StringComparison.Ordinal);
        Assert.Contains("proven: rogatory extract prove", (await Succeeds(authority.OfficerAsync("case", "show", @case))).Output, StringComparison.Ordinal);

        authority.Write("facts.json", System.Text.Encoding.UTF8.GetBytes(Facts().ToJsonString()));
        await Succeeds(authority.OfficerAsync("risk", @case, "--wait"));
        var proposed = await Succeeds(authority.OfficerAsync("disclosure", "propose", @case, "--item", "statement.extract-1", "--to", "fr-pnf", "--facts", authority["facts.json"], "--json"));
        Assert.True((string?)proposed.Json["step"] == "proposed", proposed.Output);
        var id = (string)proposed.Json["disclosure"]!;
        await Succeeds(authority.AnyoneAsync("disclosure", "approve", id, "--reasons", Why, "--token", await authority.TokenAsync("approver", "other-officer")));
        await Eventually.TrueAsync("it is listed", async () => (await Succeeds(authority.PartnerAsync("disclosure", "list", "--json"))).Output.Contains(id, StringComparison.Ordinal));

        var keys = authority.Write("extracted.authority.json", (await Keys()).ToArray());
        var collected = await Succeeds(authority.PartnerAsync("collect", id, "--authority", keys, "--out", authority["extracts"], "--json"));
        var extract = Assert.Single(collected.Json["extracts"]!.AsArray())!;
        Assert.Equal("[[0,4],[5,3],[9,2]]", extract["proof"]!["kept"]!.ToJsonString());
        await Succeeds(authority.OfficerAsync("case", "ledger", @case, "--out", authority["extracted.jsonl"]));
        await Succeeds(Ran.Of("ledger", "verify", authority["extracted.jsonl"]));
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
        authority.Enrolled.LeaveOut("untrained-officer");

        var id = (string)(await ProposeAsync(@case, Facts()))["disclosure"]!;
        Assert.Equal("role-required", await SlugOf(authority.AnyoneAsync("disclosure", "approve", id, "--reasons", Why, "--token", approver, "--json")));
        Assert.Equal("own-proposal", await SlugOf(authority.AnyoneAsync("disclosure", "approve", id, "--reasons", Why, "--token", own, "--json")));
        Assert.Equal("role-required", await SlugOf(authority.OfficerAsync("disclosure", "approve", id, "--reasons", Why, "--json")));
        Assert.Equal("reasons-required", await SlugOf(authority.AnyoneAsync("disclosure", "reject", id, "--reasons", "no", "--token", await authority.TokenAsync("approver", "other-officer"), "--json")));
        Assert.Equal("policy-not-found", await SlugOf(authority.AnyoneAsync("policy", "get", new string('0', 64), "--out", authority["none.json"], "--json")));
        Assert.Equal("disclosure-not-found", await SlugOf(authority.PartnerAsync(
            "collect", id, "--authority", authority.Write("keys.json", (await Keys()).ToArray()), "--out", authority["nothing"], "--json")));
        await Succeeds(authority.AnyoneAsync("disclosure", "reject", id, "--reasons", Why, "--token", await authority.TokenAsync("approver", "other-officer")));
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
          "grounds": {"dualCriminality": {"value": true, "reasons": "{{{Why}}}"}},
          "found": {"unreadReviewed": {"value": true, "reasons": "{{{Why}}}"}}
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
        await Succeeds(authority.OfficerAsync("risk", @case, "--wait"));
        return @case;
    }

    private async Task<JsonObject> ProposeAsync(string @case, JsonObject facts)
    {
        authority.Write("facts.json", System.Text.Encoding.UTF8.GetBytes(facts.ToJsonString()));
        return (await Succeeds(ProposingAsync(@case))).Json;
    }

    private Task<Ran> ProposingAsync(string @case, params string[] more) => authority.OfficerAsync(
        ["disclosure", "propose", @case, "--item", "statement", .. more, "--to", "fr-pnf", "--facts", authority["facts.json"], "--json"]);

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
