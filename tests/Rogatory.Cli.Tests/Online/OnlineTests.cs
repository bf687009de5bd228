using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.TestKit;

namespace Rogatory.Cli.Tests.Online;

public sealed class OnlineTests(RunningAuthority authority) : IClassFixture<RunningAuthority>
{
    private const string Justification = "Vérification des comptes nommés dans la demande";

    [Fact]
    public async Task A_request_goes_from_build_to_a_decision_that_can_be_verified_offline()
    {
        var content = RandomNumberGenerator.GetBytes(3_000_000);
        var (file, request) = (authority.Write("whole.bin", content), authority["whole.json"]);
        var @case = await authority.OpenAsync("whole", $"statement={file}");

        await Succeeds(authority.PartnerAsync("request", "send", request, "--item", $"statement={file}"));
        await Succeeds(authority.PartnerAsync("request", "receipt", @case, "--out", authority["whole.jws"], "--request", request));
        await Succeeds(authority.OfficerAsync("item", "read", @case, "statement", "--justification", Justification, "--out", authority["whole.read"]));
        Assert.Equal(content, await File.ReadAllBytesAsync(authority["whole.read"]));
        await Succeeds(authority.OfficerAsync("item", "read", @case, "statement", "--justification", Justification, "--range", "2000000-", "--out", authority["whole.read"]));
        Assert.Equal(content[2_000_000..], await File.ReadAllBytesAsync(authority["whole.read"]));
        var decided = await Succeeds(authority.OfficerAsync(
            "case", "decide", @case, "--decision", "accept", "--ground", "complete-and-lawful", "--citation", "UNCAC art. 46", "--reasons", "No ground for refusal.", "--json"));
        Assert.Equal("accepted", (string?)decided.Json["phase"]);
        Assert.Contains("Decision: review.request-accepted, on complete-and-lawful", (await Succeeds(authority.OfficerAsync("case", "show", @case))).Output, StringComparison.Ordinal);
        Assert.Contains(@case, (await Succeeds(authority.OfficerAsync("case", "list"))).Output, StringComparison.Ordinal);

        await Succeeds(authority.OfficerAsync("case", "ledger", @case, "--out", authority["whole.jsonl"]));
        await Succeeds(authority.AnyoneAsync("authority", "--out", authority["authority.json"]));
        await Succeeds(Ran.Of("ledger", "verify", authority["whole.jsonl"], "--receipt", authority["whole.jws"], "--authority", authority["authority.json"]));
        await Succeeds(Ran.Of("receipt", "verify", authority["whole.jws"], "--authority", authority["authority.json"], "--request", request, "--ledger", authority["whole.jsonl"]));
    }

    [Fact]
    public async Task Every_key_envelope_is_made_anew_at_an_admins_word_and_the_item_is_read_as_before()
    {
        var @case = await authority.OpenAsync("rotated", $"statement={authority.Write("rotated.bin", [1, 2, 3])}");
        await Succeeds(authority.PartnerAsync("item", "send", @case, "statement", authority["rotated.bin"]));
        Assert.Contains("never rotated", (await Succeeds(authority.OfficerAsync("keys", "status"))).Output, StringComparison.Ordinal);
        var before = await Succeeds(authority.OfficerAsync("keys", "status", "--json"));
        Assert.Equal("newest", (string?)Assert.Single(before.Json["versions"]!.AsArray())!["state"]);
        var refused = await authority.AnyoneAsync("keys", "rotate", "--json", "--token", await authority.TokenAsync("reviewer"));
        Assert.Equal((3, "role-required"), (refused.Status, (string?)refused.Failure["slug"]));
        var unknown = await authority.OfficerAsync("keys", "status", "--rotation", "7", "--json");
        Assert.Equal((3, "rotation-not-found"), (unknown.Status, (string?)unknown.Failure["slug"]));

        Assert.Contains("Rotation 1 is under way", (await Succeeds(authority.OfficerAsync("keys", "rotate"))).Output, StringComparison.Ordinal);
        Ran status = await Eventually.GetAsync("the rotation has finished", async () =>
            await Succeeds(authority.OfficerAsync("keys", "status", "--json")) is var now && now.Json["rotation"]!["finishedAt"] is null ? null : now);

        Assert.Equal((0, 0), ((int)status.Json["left"]!, (int)status.Json["rotation"]!["failed"]!));
        Assert.Equal(["retired", "newest"], status.Json["versions"]!.AsArray().Select(one => (string?)one!["state"]));
        Assert.Contains("finished", (await Succeeds(authority.OfficerAsync("keys", "status", "--rotation", "1"))).Output, StringComparison.Ordinal);
        await Succeeds(authority.OfficerAsync("item", "read", @case, "statement", "--justification", Justification, "--out", authority["rotated.read"]));
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(authority["rotated.read"]));
    }

    [Fact]
    public async Task A_ledger_is_shown_to_stand_in_a_checkpoint_and_what_is_stored_is_patrolled()
    {
        var @case = await authority.OpenAsync("checkpoint", $"statement={authority.Write("checkpoint.bin", [1])}");
        await Succeeds(authority.AnyoneAsync("authority", "--out", authority["checkpoint.authority.json"]));
        await Eventually.TrueAsync("the request is classified", async () =>
        {
            File.Delete(authority["checkpoint.jsonl"]);
            await Succeeds(authority.OfficerAsync("case", "ledger", @case, "--out", authority["checkpoint.jsonl"]));
            return (await File.ReadAllTextAsync(authority["checkpoint.jsonl"])).Contains("classification.item-classified", StringComparison.Ordinal);
        });
        await Eventually.TrueAsync("a checkpoint holds all of it", async () =>
        {
            File.Delete(authority["checkpoint.json"]);
            Ran fetched = await authority.OfficerAsync("case", "checkpoint", @case, "--out", authority["checkpoint.json"], "--json");
            if (fetched.Status != 0)
            {
                Assert.Equal("checkpoint-not-made", (string?)fetched.Failure["slug"]);
                return false;
            }

            Ran verified = await Succeeds(Ran.Of(
                "ledger", "verify", authority["checkpoint.jsonl"], "--checkpoint", authority["checkpoint.json"], "--authority", authority["checkpoint.authority.json"], "--json"));
            return (int)verified.Json["proven"]! == (int)verified.Json["size"]!;
        });
        Assert.Contains("all that was looked at is as the ledgers say", (await Succeeds(authority.OfficerAsync("patrol"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_refusal_has_its_slug()
    {
        var (file, other) = (authority.Write("refused.bin", [1, 2, 3]), authority.Write("other.bin", [4, 5, 6]));
        var @case = await authority.OpenAsync("refused", $"statement={file}", $"letter={file}");

        Assert.Equal("digest-mismatch", await SlugOf(authority.PartnerAsync("item", "send", @case, "statement", other, "--json")));
        Assert.Equal("length-mismatch", await SlugOf(authority.PartnerAsync("item", "send", @case, "statement", authority.Write("longer.bin", new byte[9]), "--json")));
        Assert.Equal("item-not-declared", await SlugOf(authority.PartnerAsync("item", "send", @case, "photo", file, "--json")));
        Assert.Equal("case-not-found", await SlugOf(authority.PartnerAsync("request", "status", "0000-0000-0000", "--json")));
        Assert.Equal("receipt-not-ready", await SlugOf(authority.PartnerAsync("request", "receipt", @case, "--out", authority["none.jws"], "--wait", "0", "--json")));
        await Succeeds(authority.PartnerAsync("item", "send", @case, "statement", file));
        await Succeeds(authority.PartnerAsync("item", "send", @case, "statement", file));

        var auditor = await authority.TokenAsync("auditor");
        Assert.Equal("role-required", await SlugOf(authority.AnyoneAsync("partner", "suspend", "fr-pnf", "--token", auditor, "--json")));
        Assert.Equal("token-invalid", await SlugOf(authority.AnyoneAsync("case", "list", "--token", auditor[..^4], "--json")));
        await Ran.Of("keys", "new", "--out", authority["stranger.jwk"]);
        Assert.Equal("signature-invalid", await SlugOf(authority.AnyoneAsync(
            "request", "status", @case, "--partner", "fr-pnf", "--key", authority["stranger.jwk"], "--json")));
    }

    [Fact]
    public async Task An_incomplete_request_is_opened_and_told_what_is_missing()
    {
        var @case = await authority.OpenAsync("incomplete", $"statement={authority.Write("incomplete.bin", [1])}");
        var status = await Succeeds(authority.PartnerAsync("request", "status", @case));
        Assert.Contains("UNCAC art. 46(15)(f)", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_goes_on_after_the_host_was_killed()
    {
        var content = RandomNumberGenerator.GetBytes(48 << 20);
        var file = authority.Write("killed.bin", content);
        var @case = await authority.OpenAsync("killed", $"disk={file}");

        var sending = authority.PartnerAsync("item", "send", @case, "disk", file);
        await authority.KillHostAsync();
        await authority.StartHostAsync();

        await Succeeds(sending);
        await Succeeds(authority.PartnerAsync("request", "receipt", @case, "--out", authority["killed.jws"]));
        await Succeeds(authority.OfficerAsync("case", "ledger", @case, "--out", authority["killed.jsonl"]));
        var sealings = File.ReadLines(authority["killed.jsonl"]).Select(line => JsonNode.Parse(line)!).Where(line => (string?)line["event"] == "sealing.item-sealed" && (string?)line["data"]!["item"] == "disk");
        Assert.Single(sealings);
        await Succeeds(authority.OfficerAsync("item", "read", @case, "disk", "--justification", Justification, "--out", authority["killed.read"]));
        Assert.Equal(content, await File.ReadAllBytesAsync(authority["killed.read"]));
    }

    [Fact]
    public async Task Signals_are_listed_with_the_last_day_that_was_looked_at() =>
        Assert.Contains("There is no signal. ", (await Succeeds(authority.OfficerAsync("signals", "--since", "9999-12-31"))).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Registers_have_ledgers_that_hold()
    {
        Assert.Contains("fr-pnf", (await Succeeds(authority.OfficerAsync("partner", "list"))).Output, StringComparison.Ordinal);
        await Succeeds(authority.OfficerAsync("case", "ledger", "partners", "--out", authority["partners.jsonl"]));
        await Succeeds(Ran.Of("ledger", "verify", authority["partners.jsonl"]));
        await Succeeds(authority.OfficerAsync("incident", "open", "--cause", "other", "--description", "A folder was found open on a desk."));
        Assert.Contains(" was open already for that cause there", (await Succeeds(authority.OfficerAsync("incident", "open", "--cause", "other", "--description", "Another folder was found open."))).Output, StringComparison.Ordinal);
        await Succeeds(authority.OfficerAsync("case", "ledger", "incidents", "--out", authority["incidents.jsonl"]));
        await Succeeds(Ran.Of("ledger", "verify", authority["incidents.jsonl"]));
    }

    [Fact]
    public async Task A_partner_is_entered_by_two_admins_its_keys_are_rotated_with_overlap_and_revoked_and_it_is_reinstated_by_two()
    {
        string[] files = [authority["lu-1.json"], authority["lu-2.json"]];
        foreach (var file in files)
            await File.WriteAllTextAsync(file, (await Ran.Of("keys", "new", "--out", $"{file}.jwk")).Output);
        Assert.Equal((int)ExitCode.Usage, (await First("propose", "lu-parquet", "--keys", files[0])).Status);
        await Succeeds(First("propose", "lu-parquet", "--name", "Parquet", "--jurisdiction", "LU", "--keys", files[0]));
        Assert.Contains("rogatory partner approve lu-parquet 1", (await Succeeds(First("list"))).Output, StringComparison.Ordinal);
        Assert.Equal("own-proposal", await SlugOf(First("approve", "lu-parquet", "1", "--json")));
        await Succeeds(Second("approve", "lu-parquet", "1"));
        var before = (await KeysAsync())["sealedTo"]!.ToString();

        await Succeeds(First("propose", "lu-parquet", "--keys", files[1], "--overlap-until", "2027-03-01"));
        await Succeeds(Second("approve", "lu-parquet", "2"));
        var rotated = await KeysAsync();
        Assert.NotEqual(before, rotated["sealedTo"]!.ToString());
        Assert.Equal([before, rotated["sealedTo"]!.ToString()], Ids(rotated));
        Assert.Equal("2027-03-01T00:00:00.000Z", rotated["entry"]!["encryptionKeys"]![0]!["validUntil"]!.ToString());

        Assert.Equal((int)ExitCode.Usage, (await First("propose", "lu-parquet", "--revoke", "no-such-key")).Status);
        await Succeeds(First("propose", "lu-parquet", "--revoke", before));
        await Succeeds(Second("reject", "lu-parquet", "3"));
        await Succeeds(First("propose", "lu-parquet", "--revoke", before));
        await Succeeds(Second("approve", "lu-parquet", "4"));
        Assert.Equal([rotated["sealedTo"]!.ToString()], Ids(await KeysAsync()));

        await Succeeds(First("suspend", "lu-parquet"));
        await Succeeds(First("reinstate", "lu-parquet"));
        Assert.Equal("suspended", (string?)(await KeysAsync())["status"]);
        await Succeeds(Second("approve", "lu-parquet", "5"));
        Assert.Equal("active", (string?)(await KeysAsync())["status"]);

        await Succeeds(First("agree", "lu-parquet", "led37", "--instrument", "LED art. 37(1)(a)", "--purpose", "prosecution", "--data-category", "identity", "--from", "2026-01-01", "--until", "2029-12-31"));
        await Succeeds(First("bind", "lu-parquet", "2026-1", "--text", authority.Write("undertaking.txt", "We keep it to ourselves."u8.ToArray()), "--signed-on", "2026-01-02", "--valid-until", "2029-12-31"));
        var shown = await KeysAsync();
        Assert.Equal(("led37", "2026-1"), ((string?)shown["agreements"]![0]!["agreement"], (string?)shown["undertakings"]![0]!["version"]));
        Assert.Equal("partner-not-found", await SlugOf(First("keys", "lu-nobody", "--json")));

        async Task<JsonNode> KeysAsync() => (await Succeeds(First("keys", "lu-parquet", "--json"))).Json;
        static IEnumerable<string> Ids(JsonNode partner) => partner["entry"]!["encryptionKeys"]!.AsArray().Select(one => one!["key"]!["kid"]!.ToString());
    }

    private async Task<Ran> First(params string[] arguments) =>
        await authority.AnyoneAsync(["partner", .. arguments, "--token", await authority.TokenAsync("admin", "first-admin")]);

    private async Task<Ran> Second(params string[] arguments) =>
        await authority.AnyoneAsync(["partner", .. arguments, "--token", await authority.TokenAsync("admin", "second-admin")]);

    private static async Task<Ran> Succeeds(Task<Ran> running)
    {
        var ran = await running;
        Assert.True(ran.Status == 0, $"{ran.Status}: {ran.Error}{ran.Output}");
        return ran;
    }

    private static async Task<string?> SlugOf(Task<Ran> running)
    {
        var ran = await running;
        Assert.True(ran.Status == (int)ExitCode.Refused, $"{ran.Status}: {ran.Error}{ran.Output}");
        return (string?)ran.Failure["slug"];
    }
}
