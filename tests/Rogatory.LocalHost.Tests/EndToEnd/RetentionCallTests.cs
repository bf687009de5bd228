using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>Holds, dates and erasures over the real host, and what they come to in storage.</summary>
[Collection(SystemCollection.Name)]
public sealed class RetentionCallTests(SystemUnderTest system)
{
    private const string Why = "MARKER-RETENTION the proceedings have ended in every instance.";
    private static readonly byte[] Content = Material.Of((1 << 20) + 999);

    private Callers Callers => system.Callers;

    private Officer Approver => Callers.Officer("approver", "officer-two");

    [Fact]
    public async Task A_hold_refuses_an_erasure_and_once_it_is_lifted_two_officers_erase_for_good()
    {
        string @case = await AcceptedAsync();
        Officer officer = Callers.Officer();
        BlobClient body = system.Storage.Container("vault").GetBlobClient(
            (await system.Storage.NamesAsync("vault", $"{@case}/statement/"))[0]);
        Assert.Equal(1, (int)(await PostAsync(officer, @case, "holds", "statement")).Is(201).Json["hold"]!);
        (await PostAsync(officer, @case, "erasures", "statement")).Refuses(409, "item-held");
        await Eventually.TrueAsync("storage holds the body", async () => await IsHeldAsync(@case));

        (await LiftAsync(officer, @case)).Refuses(403, "own-hold");
        (await LiftAsync(Approver, @case)).Is(200);
        (await LiftAsync(Callers.Officer("dpo", "officer-three"), @case)).Refuses(409, "hold-lifted");
        await Eventually.TrueAsync("storage let the body go", async () => !await IsHeldAsync(@case));

        Assert.Equal("proposed", (string?)(await PostAsync(officer, @case, "erasures", "statement")).Is(201).Json["step"]);
        (await DecideAsync(officer, @case, "approve")).Refuses(403, "role-required");
        (await DecideAsync(Callers.Officer("approver"), @case, "approve")).Refuses(403, "own-proposal");
        (await DecideAsync(Approver, @case, "approve")).Is(200);
        string certificate = await Eventually.GetAsync("the certificate", async () =>
            await officer.GetAsync($"/cases/{@case}/erasures/1/certificate") is { Status: 200 } answer ? answer.Text : null);

        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        using var authority = JsonDocument.Parse((await Callers.GetAsync("/authority")).Is(200).Body);
        ErasureCertificate certified = ErasureCertificate.FromJson(Statement.Verify(certificate, ErasureCertificate.Type, VerificationKey.ReadSet(authority.RootElement)));
        Assert.Equal(["statement", "statement.findings"], certified.Items.Select(one => one.Id.ToString()));
        Assert.True(ledger.Report.Proves(certified.Ledger.Size, certified.Ledger.Root));
        Assert.Empty(await system.Storage.NamesAsync("keys", $"{@case}/statement"));
        Assert.True(await body.ExistsAsync());

        (await officer.ReadAsync(@case, "statement")).Refuses(410, "item-erased");
        (await Callers.Partner.SendAsync(@case, "statement", Content)).Refuses(410, "item-erased");
        JsonObject view = (await officer.GetAsync($"/cases/{@case}")).Is(200).Json;
        Assert.Equal("erased", (string?)view["items"]!.AsArray().Single(one => (string?)one!["id"] == "statement")!["state"]);
        Assert.Equal("erased", (string?)(await Callers.Partner.GetAsync($"/requests/{@case}")).Is(200).Json["items"]![0]!["state"]);
        Assert.DoesNotContain("MARKER-RETENTION", ledger.Text + Encoding.UTF8.GetString(Convert.FromBase64String(Padded(certificate.Split('.')[1]))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decided_case_shows_its_dates_and_a_review_moves_them()
    {
        string @case = await AcceptedAsync();
        Officer officer = Callers.Officer();
        JsonObject retention = await Eventually.GetAsync("the dates", async () =>
            (await officer.GetAsync($"/cases/{@case}")).Is(200).Json["retention"]!.AsObject() is { } shown && shown["review"] is not null ? shown : null);
        Assert.Equal("HOME-REVIEW", (string?)retention["review"]!["rule"]);
        Assert.False((bool)retention["erasure"]!["overdue"]!);

        (await KeepAsync(officer, @case, "2020-01-01")).Refuses(400, "review-malformed");
        (await KeepAsync(Callers.Officer("approver"), @case, "2050-01-01")).Refuses(403, "role-required");
        int year = DateTime.UtcNow.Year + 9;
        JsonObject moved = (await KeepAsync(officer, @case, $"{year}-12-31")).Is(200).Json;
        Assert.StartsWith($"{year + 1}-01-01T00:00:00", (string)moved["erasure"]!["at"]!, StringComparison.Ordinal);
        Assert.Equal("review", (string?)moved["erasure"]!["rule"]);
        await Callers.LedgerAsync(@case);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_who_may_not_is_refused()
    {
        string @case = await AcceptedAsync();
        Officer officer = Callers.Officer();
        (await PostAsync(officer, "0000-0000-0000", "holds")).Refuses(404, "case-not-found");
        (await PostAsync(officer, @case, "holds", "letter")).Refuses(404, "item-not-found");
        (await LiftAsync(officer, @case)).Refuses(404, "hold-not-found");
        (await LiftAsync(officer, @case, "one")).Refuses(404, "hold-not-found");
        (await officer.GetAsync($"/cases/{@case}/erasures/1/certificate")).Refuses(404, "erasure-not-found");
        (await PostAsync(officer, @case, "erasures")).Refuses(400, "erasure-malformed");
        (await PostAsync(officer, @case, "erasures", all: true, "statement")).Refuses(400, "erasure-malformed");
        JsonObject proposed = (await PostAsync(officer, @case, "erasures", all: true)).Is(201).Json;
        Assert.True((bool)proposed["all"]!);
        Assert.Contains("statement", proposed["items"]!.AsArray().Select(one => (string?)one));
        (await officer.GetAsync($"/cases/{@case}/erasures/1/certificate")).Refuses(404, "erasure-not-done");
        (await DecideAsync(Approver, @case, "reject")).Is(200);
        (await DecideAsync(Approver, @case, "reject")).Is(200);
        (await DecideAsync(Callers.Officer("approver", "officer-four"), @case, "reject")).Refuses(409, "erasure-not-possible");
        foreach (string call in (string[])["holds", "erasures"])
        {
            (await PostAsync(Callers.Officer("auditor"), @case, call)).Refuses(403, "role-required");
            (await officer.PostAsync($"/cases/{@case}/{call}", "{"u8.ToArray())).Refuses(400, "body-malformed");
        }
    }

    private async Task<string> AcceptedAsync()
    {
        string @case = await Callers.CompleteAsync(("statement", Content));
        (await Callers.Officer().DecideAsync(@case, "accept")).Is(200);
        return @case;
    }

    private async Task<bool> IsHeldAsync(string @case)
    {
        string name = Assert.Single(await system.Storage.NamesAsync("vault", $"{@case}/statement/"));
        var gated = new BlobServiceClient(system.Azurite.ConnectionString(null, system.Gate));
        return (await gated.GetBlobContainerClient("vault").GetBlobClient(name).GetPropertiesAsync()).Value.HasLegalHold;
    }

    private static Task<Answer> PostAsync(Officer officer, string @case, string call, params string[] items) =>
        officer.PostAsync($"/cases/{@case}/{call}", Bytes(Act(call, items)));

    private static Task<Answer> PostAsync(Officer officer, string @case, string call, bool all, params string[] items)
    {
        JsonObject act = Act(call, items);
        act["all"] = all;
        return officer.PostAsync($"/cases/{@case}/{call}", Bytes(act));
    }

    private static JsonObject Act(string call, string[] items) => new()
    {
        ["ground"] = call == "holds" ? "pending-proceedings" : "no-longer-needed",
        ["citation"] = "LED art. 5",
        ["reasons"] = Why,
        ["items"] = new JsonArray([.. items.Select(item => JsonValue.Create(item))]),
    };

    private static Task<Answer> LiftAsync(Officer officer, string @case, string hold = "1") =>
        officer.PostAsync($"/cases/{@case}/holds/{hold}/lifting", Bytes(new JsonObject { ["reasons"] = Why }));

    private static Task<Answer> DecideAsync(Officer officer, string @case, string decision) =>
        officer.PostAsync($"/cases/{@case}/erasures/1/approvals", Bytes(new JsonObject { ["decision"] = decision, ["reasons"] = Why }));

    private static Task<Answer> KeepAsync(Officer officer, string @case, string until) => officer.PostAsync($"/cases/{@case}/reviews", Bytes(new JsonObject
    {
        ["keepUntil"] = until,
        ["ground"] = "still-needed",
        ["citation"] = "LED art. 5",
        ["reasons"] = Why,
    }));

    private static byte[] Bytes(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body);

    private static string Padded(string part) => part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '=');
}
