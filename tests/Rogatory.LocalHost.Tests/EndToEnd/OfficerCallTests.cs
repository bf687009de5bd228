using Rogatory.Core.Case;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Rogatory.Core.Receipt;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class OfficerCallTests(SystemUnderTest system)
{
    private static readonly byte[] Content = Material.Of((1 << 20) + 5000);

    private Callers Callers => system.Callers;

    [Fact]
    public async Task An_item_is_read_whole_or_by_range()
    {
        string @case = await Callers.CompleteAsync(("statement", Content), ("empty", []));
        Officer officer = Callers.Officer();

        Answer whole = (await officer.ReadAsync(@case, "statement")).Is(200);
        Assert.Equal(Content, whole.Body);
        Assert.Equal("bytes", whole.Headers["accept-ranges"]);
        Assert.StartsWith("attachment", whole.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Equal("no-store", whole.Headers["cache-control"]);
        foreach (var (range, expected) in new (string, Range)[]
        {
            ("bytes=0-0", ..1), ("BYTES=0-0", ..1), ("bytes=10-19", 10..20), ("bytes=1048500-1048700", 1048500..1048701), ("bytes=1049000-", 1049000..),
            ("bytes=-1", ^1..), ("bytes=-99999999", ..), ("bytes=5-99999999", 5..),
        })
        {
            Answer part = (await officer.ReadAsync(@case, "statement", range: range)).Is(206);
            Assert.Equal(Content[expected], part.Body);
            Assert.Equal($"bytes {expected.Start.GetOffset(Content.Length)}-{expected.End.GetOffset(Content.Length) - 1}/{Content.Length}", part.Headers["content-range"]);
        }

        foreach (string range in (string[])["bytes=9999999-", "bytes=-0", "bytes=9223372036854775807-"])
            Assert.Equal($"bytes */{Content.Length}", (await officer.ReadAsync(@case, "statement", range: range)).Is(416).Headers["content-range"]);
        foreach (string range in (string[])["bytes=0-1,5-9", "lines=0-1", "bytes=9-1", "bytes=a-b", "bytes=99999999999999999999-"])
            Assert.Equal(Content, (await officer.ReadAsync(@case, "statement", range: range)).Is(200).Body);
        (await officer.ReadAsync(@case, "statement", range: "bytes=9999999-")).Refuses(416, "range-not-satisfiable");
        Assert.Equal(Content, (await officer.ReadAsync(@case, "statement", range: "bytes=0-0", ifRange: "\"other\"")).Is(200).Body);
        Assert.Empty((await officer.ReadAsync(@case, "empty")).Is(200).Body);
        (await officer.ReadAsync(@case, "empty", range: "bytes=0-")).Is(416);

        // One session reads an item as often as it likes, and its first reading is recorded.
        Assert.Equal(["statement", "empty"], (await Callers.LedgerAsync(@case)).Readings.Select(data => (string?)data["item"]));
    }

    [Fact]
    public async Task Reading_takes_a_justification_a_role_and_an_item()
    {
        string @case = await Callers.CompleteAsync(("statement", Content));
        string before = (await Callers.LedgerAsync(@case)).Text;
        Officer officer = Callers.Officer();
        foreach (string? justification in (string?[])[null, "", "too short", "                    ", new string('a', 501)])
            (await officer.ReadAsync(@case, "statement", justification)).Refuses(400, "justification-required");
        foreach (string role in (string[])["intake", "admin", "dpo"])
            (await Callers.Officer(role).ReadAsync(@case, "statement")).Refuses(403, "role-required");
        foreach (string item in (string[])["letter", "request.none", "STATEMENT"])
            (await officer.ReadAsync(@case, item)).Refuses(404, "item-not-found");
        (await officer.ReadAsync("0000-0000-0000", "statement")).Refuses(404, "case-not-found");
        Assert.Equal(before, (await Callers.LedgerAsync(@case)).Text);
    }

    [Fact]
    public async Task A_reading_is_in_the_ledger_before_its_first_byte()
    {
        byte[] large = Material.Of(24 << 20);
        string @case = await Callers.CompleteAsync(("statement", large));
        string path = $"/api/v1/cases/{@case}/items/statement/content";
        await Callers.Enrolled.AssignAsync("officer-slow", CaseId.Parse(@case));
        using RawConnection connection = await RawConnection.OpenAsync(system.Origin);
        await connection.SendHeadAsync("GET", path, new Dictionary<string, string>
        {
            ["Authorization"] = $"Bearer {Callers.Officer(name: "officer-slow").Token}",
            ["Rogatory-Justification"] = Uri.EscapeDataString(Officer.Justification),
        });
        await connection.ReadStatusAsync(200);

        // The reader stands still after the first bytes, with most of the item to come.
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        Assert.Single(ledger.Readings);
        Assert.Contains(ledger.Lines, line => (string?)line["actor"] == "officer:officer-slow");
        connection.Cut();
    }

    [Fact]
    public async Task What_was_altered_where_it_lies_is_refused_or_cut_off_and_is_an_incident()
    {
        string @case = await Callers.CompleteAsync(("note", Material.Of(1000)), ("disk", Material.Of(3 << 20)));
        foreach (string item in (string[])["note", "disk"])
        {
            BlobClient body = system.Storage.Container("vault").GetBlobClient((await system.Storage.NamesAsync("vault", $"{@case}/{item}/")).Single());
            byte[] altered = (await body.DownloadContentAsync()).Value.Content.ToArray();
            altered[^1] ^= 1;
            await body.UploadAsync(new BinaryData(altered), overwrite: true);
        }

        (await Callers.Officer().ReadAsync(@case, "note")).Refuses(409, "item-altered");
        await Assert.ThrowsAsync<HttpRequestException>(() => Callers.Officer().ReadAsync(@case, "disk"));
        await Eventually.TrueAsync("both are incidents", async () =>
            (await Callers.Officer("dpo").GetAsync("/incidents")).Is(200).Json["incidents"]!.AsArray().Count(one => (string?)one!["case"] == @case && (string?)one["cause"] == "body-altered") == 2);
        await Callers.LedgerAsync(@case);
    }

    [Fact]
    public async Task Cases_are_listed_by_stage_and_due_date()
    {
        string sealing = await Callers.OpenAsync(("statement", Content));
        string review = await Callers.CompleteAsync(("statement", Content));
        Officer officer = Callers.Officer("intake");
        await Eventually.TrueAsync("both cases are listed by their stage", async () =>
            (await ListAsync(officer, "?stage=sealing")).Contains(sealing) && (await ListAsync(officer, "?stage=review")).Contains(review));

        Assert.DoesNotContain(review, await ListAsync(officer, "?stage=sealing"));
        Assert.Contains(review, await ListAsync(officer, "?dueBefore=2199-01-01"));
        Assert.DoesNotContain(review, await ListAsync(officer, "?dueBefore=2020-01-01T00:00:00Z"));
        foreach (string query in (string[])["?stage=nowhere", "?stage=review&stage=sealing", "?dueBefore=yesterday", "?dueBefore=2027-13-01"])
            (await officer.GetAsync($"/cases{query}")).Refuses(400, "query-malformed");
        (await Callers.Officer("admin").GetAsync("/cases")).Refuses(403, "role-required");
        await Callers.LedgerAsync(sealing);
        await Callers.LedgerAsync(review);
    }

    [Fact]
    public async Task A_decision_is_taken_once_and_only_where_it_can_be()
    {
        string @case = await Callers.OpenAsync(("statement", Content));
        Officer reviewer = Callers.Officer();
        (await reviewer.DecideAsync(@case, "accept")).Refuses(409, "decision-not-possible");
        await Callers.SendAsync(@case, ("statement", Content));
        await Callers.ReceiptAsync(@case);

        (await Callers.Officer("approver").DecideAsync(@case, "accept")).Refuses(403, "role-required");
        (await reviewer.DecideAsync("0000-0000-0000", "accept")).Refuses(404, "case-not-found");
        JsonObject accepted = (await reviewer.DecideAsync(@case, "accept")).Is(200).Json;
        Assert.Equal("transfer", (string?)accepted["stage"]);
        JsonObject told = (await Callers.Partner.GetAsync($"/requests/{@case}")).Is(200).Json;
        Assert.Equal(("accepted", (string?)accepted["decision"]!["ground"], (string?)accepted["decision"]!["citation"]), ((string?)told["phase"], (string?)told["decision"]!["ground"], (string?)told["decision"]!["citation"]));
        Assert.Equal(["at", "citation", "ground"], told["decision"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        (await reviewer.DecideAsync(@case, "accept")).Is(200);
        (await reviewer.DecideAsync(@case, "refuse")).Refuses(409, "decision-not-possible");
        Assert.Single((await Callers.LedgerAsync(@case)).Of("review.request-accepted"));
    }

    [Fact]
    public async Task The_receipt_verifies_against_the_published_keys_and_names_the_ledger_as_it_was()
    {
        string @case = await Callers.CompleteAsync(("statement", Content));
        string statement = await Callers.ReceiptAsync(@case);
        using var authority = JsonDocument.Parse((await Callers.GetAsync("/authority")).Is(200).Body);

        JsonObject payload = Statement.Verify(statement, IntakeReceipt.Type, VerificationKey.ReadSet(authority.RootElement));
        IntakeReceipt receipt = IntakeReceipt.FromJson(payload);
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        Assert.Equal(ledger.Report.RootAt(receipt.Ledger.Size), receipt.Ledger.Root);
        Assert.Equal(@case, receipt.Case.ToString());
        Assert.Equal(
            ledger.Of("sealing.item-sealed").Where(data => (string?)data["item"] is "request" or "statement").ToDictionary(data => (string)data["item"]!, data => (string)data["sealedRoot"]!),
            receipt.Items.ToDictionary(item => item.Id.ToString(), item => item.SealedRoot));

        byte[] forged = Encoding.ASCII.GetBytes(statement);
        forged[^2] ^= 1;
        Assert.Throws<InvalidStatementException>(() =>
            Statement.Verify(Encoding.ASCII.GetString(forged), IntakeReceipt.Type, VerificationKey.ReadSet(authority.RootElement)));
    }

    private static async Task<IReadOnlyList<string>> ListAsync(Officer officer, string query) =>
        [.. (await officer.GetAsync($"/cases{query}")).Is(200).Json["cases"]!.AsArray().Select(one => (string)one!["case"]!)];
}
