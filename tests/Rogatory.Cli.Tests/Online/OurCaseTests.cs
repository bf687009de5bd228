using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.TestKit;

namespace Rogatory.Cli.Tests.Online;

/// <summary>What officers send of their own accord, from the document to the receipt, and the answer to a request of ours.</summary>
public sealed class OurCaseTests(RunningAuthority authority) : IClassFixture<RunningAuthority>
{
    private const string Why = "Necessary for the proceedings there, and no more than they need.";

    [Fact]
    public async Task Information_of_our_own_accord_is_collected_under_its_conditions_and_signed_for()
    {
        var content = RandomNumberGenerator.GetBytes(1_500_000);
        var @case = await OpenAsync("spontaneous", Document("OURS-1").Without("assistance"));
        var file = authority.Write("account statement.csv", content);
        await Succeeds(authority.OfficerAsync("item", "add", @case, "accounts", file, "--data-category", "bank-records", "--data-category", "identity"));
        await Succeeds(authority.OfficerAsync("item", "add", @case, "accounts", file, "--data-category", "identity", "--data-category", "bank-records"));
        Assert.Equal("item-already-sealed", (string?)(await authority.OfficerAsync("item", "add", @case, "accounts", file, "--data-category", "none", "--json")).Failure["slug"]);

        var collected = await CollectAsync(@case, "accounts");
        Assert.Equal("spontaneous", (string?)collected["kind"]);
        Assert.Contains(collected["conditions"]!.AsArray(), one => (string?)one!["code"] == "spontaneous-limits");
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine((string)collected["bag"]!, "data", "accounts", "account statement.csv")));
        await VerifyAsync(@case);
    }

    [Fact]
    public async Task A_request_of_ours_is_collected_as_one_and_answered()
    {
        var @case = await OpenAsync("outgoing", Document("OURS-2"));
        var collected = await CollectAsync(@case);
        Assert.Equal("request", (string?)collected["kind"]);
        var letter = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine((string)collected["bag"]!, "data", "request", "request.json")))!;
        Assert.Equal("OURS-2", (string?)letter["reference"]);

        var file = authority.Write("answer.csv", Encoding.UTF8.GetBytes("1,2,3"));
        var answer = await authority.OpenAsync($"re {@case} PNF-7", $"answer={file}");
        await Succeeds(authority.PartnerAsync("request", "send", authority[$"re {@case} PNF-7.json"], "--item", $"answer={file}"));
        await Succeeds(authority.PartnerAsync("request", "receipt", answer, "--out", authority["answer.jws"], "--request", authority[$"re {@case} PNF-7.json"]));
        var view = (await Succeeds(authority.OfficerAsync("case", "show", @case, "--json"))).Json;
        Assert.Equal(answer, (string?)view["answers"]![0]);
        Assert.Empty(view["deadlines"]!.AsArray());
        Assert.Contains($"Answered in: {answer}", (await Succeeds(authority.OfficerAsync("case", "show", @case))).Output, StringComparison.Ordinal);
        Assert.Equal(@case, (string?)(await Succeeds(authority.OfficerAsync("case", "show", answer, "--json"))).Json["answersTo"]);
        await VerifyAsync(@case);
        await VerifyAsync(answer);
    }

    [Fact]
    public async Task What_can_not_be_is_refused_with_its_faults()
    {
        var document = Document("OURS-3").Without("purpose");
        var refused = await OpenRunAsync("outgoing", document);
        Assert.Equal((3, "request-incomplete", "/purpose"), (refused.Status, (string?)refused.Failure["slug"], (string?)refused.Failure["faults"]![0]!["pointer"]));
        Assert.Equal(2, (await OpenRunAsync("incoming", document)).Status);
        var file = authority.Write("a.csv", [1]);
        Assert.Equal(2, (await authority.OfficerAsync("item", "add", "7K3Q-F2M9-X4TD", "a", file, "--data-category", "none", "--type", "csv")).Status);
        Assert.Equal(2, (await authority.OfficerAsync("item", "add", "7K3Q-F2M9-X4TD", "a", file, "--data-category", "no\nne")).Status);
        Assert.Equal("case-not-found", (string?)(await authority.OfficerAsync("item", "add", "7K3Q-F2M9-X4TD", "a", file, "--data-category", "none", "--json")).Failure["slug"]);
    }

    private static JsonObject Document(string reference)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "requests", "uncac-bank-records.json")))!.AsObject();
        document["reference"] = reference;
        document["items"] = new JsonArray();
        return document;
    }

    private Task<Ran> OpenRunAsync(string kind, JsonObject document)
    {
        var file = authority.Write("ours.json", Encoding.UTF8.GetBytes(document.ToJsonString()));
        return authority.OfficerAsync("case", "open", file, "--kind", kind, "--to", "fr-pnf", "--json");
    }

    private async Task<string> OpenAsync(string kind, JsonObject document) => (string)(await Succeeds(OpenRunAsync(kind, document))).Json["case"]!;

    /// <summary>Proposes the letter and the items, has another officer approve, and collects as the partner.</summary>
    private async Task<JsonObject> CollectAsync(string @case, params string[] items)
    {
        var facts = authority.Write("ours.facts.json", Encoding.UTF8.GetBytes($$$"""
            {
              "sender": {"kind": "competent-public-authority"},
              "recipient": {"kind": "competent-authority", "acceptsUseLimits": true},
              "instrument": {"bindsBothStates": true, "otherTreaty": "none", "subjectMatter": ["corruption"]},
              "use": "as-requested",
              "necessity": {"value": true, "reasons": "{{{Why}}}"},
              "data": {"subjects": ["suspect"], "accuracyIndicated": true, "adequateRelevantNotExcessive": {"value": true, "reasons": "{{{Why}}}"}},
              "found": {"unreadReviewed": {"value": true, "reasons": "{{{Why}}}"}}
            }
            """));
        await Succeeds(authority.OfficerAsync("risk", @case, "--wait"));
        var proposed = (await Succeeds(authority.OfficerAsync(
            ["disclosure", "propose", @case, "--item", "request", .. items.SelectMany(item => new[] { "--item", item }), "--to", "fr-pnf", "--facts", facts, "--json"]))).Json;
        Assert.True((string?)proposed["step"] == "proposed", proposed.ToJsonString());
        var id = (string)proposed["disclosure"]!;
        await Succeeds(authority.AnyoneAsync("disclosure", "approve", id, "--reasons", Why, "--token", await authority.TokenAsync("approver", "second-officer")));
        await Eventually.TrueAsync("it is listed", async () => (await Succeeds(authority.PartnerAsync("disclosure", "list"))).Output.Contains(id, StringComparison.Ordinal));

        await Succeeds(authority.AnyoneAsync("authority", "--out", authority["ours.authority.json"]));
        return (await Succeeds(authority.PartnerAsync("collect", id, "--authority", authority["ours.authority.json"], "--out", authority[id], "--json"))).Json;
    }

    private async Task VerifyAsync(string @case)
    {
        await Succeeds(authority.OfficerAsync("case", "ledger", @case, "--out", authority[$"{@case}.jsonl"]));
        await Succeeds(Ran.Of("ledger", "verify", authority[$"{@case}.jsonl"]));
    }

    private static async Task<Ran> Succeeds(Task<Ran> running)
    {
        var ran = await running;
        Assert.True(ran.Status == 0, ran.Error + ran.Output);
        return ran;
    }
}

file static class Documents
{
    public static JsonObject Without(this JsonObject document, string member)
    {
        document.Remove(member);
        return document;
    }
}
