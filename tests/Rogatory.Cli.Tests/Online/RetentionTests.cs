using System.Globalization;
using Rogatory.TestKit;

namespace Rogatory.Cli.Tests.Online;

/// <summary>An item's way from a hold to its certificate, by the commands alone.</summary>
public sealed class RetentionTests(RunningAuthority authority) : IClassFixture<RunningAuthority>
{
    private const string Why = "The proceedings have ended in every instance.";
    private static readonly string NextYear = DateTimeOffset.UtcNow.AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task An_item_is_held_let_go_and_erased_and_its_certificate_verifies_offline()
    {
        var file = authority.Write("statement.csv", [1, 2, 3]);
        var @case = await authority.OpenAsync("PNF-RETENTION", $"statement={file}");
        await Succeeds(authority.PartnerAsync("item", "send", @case, "statement", file));
        await Succeeds(authority.PartnerAsync("request", "receipt", @case, "--out", authority["receipt.jws"]));
        await Succeeds(authority.OfficerAsync("case", "decide", @case, "--decision", "accept", "--ground", "complete-and-lawful", "--citation", "UNCAC art. 46", "--reasons", Why));

        var held = await Succeeds(authority.OfficerAsync(Grounded("hold", @case, "--item", "statement")));
        Assert.Contains($"rogatory retention lift {@case} 1", held.Output, StringComparison.Ordinal);
        var refused = await authority.OfficerAsync([.. Grounded("erase", @case, "--item", "statement"), "--json"]);
        Assert.Equal((3, "item-held"), (refused.Status, (string?)refused.Failure["slug"]));
        Assert.Contains("Hold 1 on statement", (await Succeeds(authority.OfficerAsync("case", "show", @case))).Output, StringComparison.Ordinal);
        await Succeeds(SecondAsync("retention", "lift", @case, "1", "--reasons", Why));

        var kept = await Succeeds(authority.OfficerAsync(Grounded("keep", @case, "--until", NextYear)));
        Assert.Contains("To be erased by", kept.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await authority.OfficerAsync(Grounded("erase", @case))).Status);
        Assert.Equal(2, (await authority.OfficerAsync(Grounded("erase", @case, "--all", "--item", "statement"))).Status);
        Assert.Contains("Erasure 1 of the whole case (request, ", (await Succeeds(authority.OfficerAsync(Grounded("erase", @case, "--all")))).Output, StringComparison.Ordinal);
        await Succeeds(SecondAsync("retention", "reject", @case, "1", "--reasons", Why));
        await Succeeds(authority.OfficerAsync(Grounded("erase", @case, "--item", "statement")));
        await Succeeds(SecondAsync("retention", "approve", @case, "2", "--reasons", Why));
        await Eventually.TrueAsync("the certificate is issued", async () => (await authority.OfficerAsync("retention", "certificate", @case, "2", "--out", authority["erasure.jws"])).Status == 0);

        await Succeeds(authority.AnyoneAsync("authority", "--out", authority["authority.json"]));
        await Succeeds(authority.OfficerAsync("case", "ledger", @case, "--out", authority["ledger.jsonl"]));
        var verified = await Succeeds(Ran.Of(
            "retention", "verify", authority["erasure.jws"], "--authority", authority["authority.json"], "--ledger", authority["ledger.jsonl"], "--json"));
        Assert.Equal("statement", (string?)verified.Json["items"]![0]!["id"]);
        var read = await authority.OfficerAsync("item", "read", @case, "statement", "--justification", Why, "--out", authority["read"], "--json");
        Assert.Equal((3, "item-erased"), (read.Status, (string?)read.Failure["slug"]));

        string forged = await File.ReadAllTextAsync(authority["erasure.jws"]);
        await File.WriteAllTextAsync(authority["forged.jws"], forged[..^2] + (forged[^2] == 'A' ? 'B' : 'A') + forged[^1]);
        Assert.Equal(1, (await Ran.Of("retention", "verify", authority["forged.jws"], "--authority", authority["authority.json"])).Status);
        string[] lines = await File.ReadAllLinesAsync(authority["ledger.jsonl"]);
        await File.WriteAllLinesAsync(authority["cut.jsonl"], lines[..3]);
        var cut = await Ran.Of("retention", "verify", authority["erasure.jws"], "--authority", authority["authority.json"], "--ledger", authority["cut.jsonl"], "--json");
        Assert.Equal((1, "ledger-changed"), (cut.Status, (string?)cut.Failure["slug"]));
    }

    [Fact]
    public async Task An_erasure_is_in_the_report_with_its_entry_and_in_the_dossier_with_its_certificate()
    {
        var file = authority.Write("reported.csv", [1, 2, 3]);
        var @case = await authority.OpenAsync("PNF-REPORTED", $"statement={file}");
        await Succeeds(authority.PartnerAsync("item", "send", @case, "statement", file));
        await Succeeds(authority.PartnerAsync("request", "receipt", @case, "--out", authority["reported.jws"]));
        await Succeeds(authority.OfficerAsync("case", "decide", @case, "--decision", "accept", "--ground", "complete-and-lawful", "--citation", "UNCAC art. 46", "--reasons", Why));
        await Succeeds(authority.OfficerAsync(Grounded("erase", @case, "--item", "statement")));
        await Succeeds(SecondAsync("retention", "approve", @case, "1", "--reasons", Why));
        await Eventually.TrueAsync("the certificate is issued", async () => (await authority.OfficerAsync("retention", "certificate", @case, "1", "--out", authority["reported.erasure.jws"])).Status == 0);

        // A day on either side: the test may begin before midnight and end after it.
        string[] days = ["--from", Day(-1), "--to", Day(1)];
        await Succeeds(authority.OfficerAsync(["report", .. days, "--out", authority["report.html"]]));
        await Succeeds(authority.OfficerAsync(["report", .. days, "--out", authority["report.csv"]]));
        Assert.Contains($"retention,retention,items-erased,Items erased,", await File.ReadAllTextAsync(authority["report.csv"]), StringComparison.Ordinal);
        await Succeeds(authority.OfficerAsync(["report", .. days, "--figure", "retention.done.items-erased", "--out", authority["erased.jsonl"]]));
        Assert.Contains(await File.ReadAllLinesAsync(authority["erased.jsonl"]), line => line.Contains(@case, StringComparison.Ordinal));
        var refused = await authority.AnyoneAsync(["report", .. days, "--out", authority["none.html"], "--json", "--token", await authority.TokenAsync("reviewer")]);
        Assert.Equal(3, refused.Status);
        var backwards = await authority.OfficerAsync("report", "--from", Day(1), "--to", Day(-1), "--out", authority["none.html"], "--json");
        Assert.Equal((3, "query-malformed"), (backwards.Status, (string?)backwards.Failure["slug"]));

        var dossier = await Succeeds(authority.OfficerAsync("dossier", @case, "--out", authority["dossier.html"], "--json"));
        var made = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(authority["dossier.json"]))!;
        Assert.Equal(await File.ReadAllTextAsync(authority["reported.erasure.jws"]), (string?)Assert.Single(made["certificates"]!.AsArray()));
        Assert.NotEqual("broken", (string?)dossier.Json["verdict"]);
        Assert.Contains("Erased the item", await File.ReadAllTextAsync(authority["dossier.html"]), StringComparison.Ordinal);
    }

    private static string Day(int from) => DateTimeOffset.UtcNow.AddDays(from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[] Grounded(string command, string @case, params string[] more) =>
        ["retention", command, @case, "--ground", command switch { "hold" => "pending-proceedings", "keep" => "still-needed", _ => "no-longer-needed" }, "--citation", "LED art. 5", "--reasons", Why, .. more];

    private async Task<Ran> SecondAsync(params string[] arguments) =>
        await authority.AnyoneAsync([.. arguments, "--token", await authority.TokenAsync("approver", "second-officer")]);

    private static async Task<Ran> Succeeds(Task<Ran> running)
    {
        var ran = await running;
        Assert.True(ran.Status == 0, ran.Error + ran.Output);
        return ran;
    }
}
