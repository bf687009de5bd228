using System.Text.Json.Nodes;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>Cases that officers open, and items that they add.</summary>
[Collection(SystemCollection.Name)]
public sealed class OurCaseCallTests(SystemUnderTest system)
{
    private static readonly byte[] Content = Material.Of((1 << 20) + 777);

    private Callers Callers => system.Callers;

    private string Partner => Callers.Partner.Id.ToString();

    [Fact]
    public async Task An_officer_opens_a_case_and_adds_what_goes_with_it()
    {
        Officer officer = Callers.Officer();
        JsonObject document = Letter.Declaring();
        Answer opened = (await officer.OpenAsync("outgoing", Partner, document)).Is(201);
        string @case = (string)opened.Json["case"]!;
        Assert.Equal($"/api/v1/cases/{@case}", opened.Headers["location"]);
        Assert.Equal("outgoing", (string?)opened.Json["kind"]);
        (await officer.OpenAsync("outgoing", Partner, document)).Is(200);

        (await officer.AddAsync(@case, "accounts", Content)).Is(201);
        (await officer.AddAsync(@case, "accounts", Content)).Is(200);
        (await officer.AddAsync(@case, "map", [], ("Rogatory-Data-Categories", "none"), ("Content-Disposition", "attachment; filename=map.pdf"),
            ("Rogatory-Origin", "partner-state"), ("Rogatory-Origin-State", "DE"), ("Rogatory-Origin-Instrument", "ETS30"))).Is(201);
        JsonArray items = (await officer.GetAsync($"/cases/{@case}")).Is(200).Json["items"]!.AsArray();
        Assert.Equal("""["bank-records","identity"]""", Find(items, "accounts")["dataCategories"]!.ToJsonString());
        Assert.Equal("""{"kind":"partner-state","state":"DE","instrument":"ETS30"}""", Find(items, "map")["origin"]!.ToJsonString());
        Answer read = (await officer.ReadAsync(@case, "accounts")).Is(200);
        Assert.Equal(Content, read.Body);
        Assert.Contains("account%20statement.csv", read.Headers["content-disposition"], StringComparison.Ordinal);

        // Nothing of it is the partner's to see before it is disclosed.
        (await Callers.Partner.GetAsync($"/requests/{@case}")).Refuses(404, "case-not-found");
        (await Callers.Partner.GetAsync($"/requests/{@case}/receipt")).Refuses(404, "case-not-found");
        (await Callers.Partner.SendAsync(@case, "accounts", Content)).Refuses(404, "case-not-found");
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        Assert.Equal(["accounts", "map"], ledger.Of("sealing.item-added").Select(data => (string)data["item"]!));
    }

    [Fact]
    public async Task Whoever_sends_an_opening_again_and_need_not_know_the_case_is_not_shown_it()
    {
        JsonObject document = Letter.Declaring();
        string @case = (string)(await Callers.Officer().OpenAsync("outgoing", Partner, document)).Is(201).Json["case"]!;
        await Callers.Enrolled.EnrolAsync("officer-elsewhere");
        Callers.Enrolled.LeaveOut("officer-elsewhere");
        Answer answer = await Callers.Officer(name: "officer-elsewhere").OpenAsync("outgoing", Partner, document);
        answer.Refuses(403, "access-refused");
        Assert.Equal("ACC-ASSIGNMENT", (string?)answer.Json["findings"]![0]!["rule"]);
        await Callers.LedgerAsync(@case);
    }

    [Fact]
    public async Task The_result_of_an_executed_request_is_added_to_its_case_once_that_is_accepted()
    {
        string @case = await Callers.CompleteAsync(("statement", Content));
        Officer officer = Callers.Officer();
        (await officer.AddAsync(@case, "accounts", Content)).Refuses(409, "case-closed");
        (await officer.DecideAsync(@case, "accept")).Is(200);
        (await officer.AddAsync(@case, "accounts", Content)).Is(201);
        (await officer.AddAsync(@case, "statement", Content)).Refuses(409, "item-id-taken");
        (await officer.AddAsync(@case, "accounts", [1])).Refuses(409, "item-already-sealed");
        Assert.Equal(["statement"], (await Callers.Partner.GetAsync($"/requests/{@case}")).Is(200).Json["items"]!.AsArray().Select(item => (string)item!["id"]!));
        await Callers.LedgerAsync(@case);
    }

    [Fact]
    public async Task What_is_not_declared_as_it_must_be_is_refused_before_the_body()
    {
        Officer officer = Callers.Officer();
        string @case = (string)(await officer.OpenAsync("outgoing", Partner, Letter.Declaring())).Is(201).Json["case"]!;
        foreach (var (field, value) in new (string, string?)[]
        {
            ("Content-Digest", null), ("Content-Digest", "sha-256=:AAAA:"), ("Content-Disposition", null), ("Content-Disposition", "attachment"),
            ("Content-Disposition", "attachment; filename=\"../a.csv\""), ("Content-Type", null), ("Content-Type", "text/csv; charset=utf-8"),
            ("Rogatory-Data-Categories", null), ("Rogatory-Data-Categories", ""), ("Rogatory-Data-Categories", "gossip"), ("Rogatory-Origin", null),
            ("Rogatory-Origin", "Own"), ("Rogatory-Origin", "partner-state"), ("Rogatory-Origin-State", "XX"), ("Rogatory-Origin-State", "DE"), ("Rogatory-Origin-Instrument", "ETS30"),
        })
            (await officer.AddAsync(@case, "accounts", Content, (field, value))).Refuses(400, "item-malformed");
        (await officer.AddAsync(@case, "request", Content)).Refuses(400, "item-malformed");
        (await officer.AddAsync("0000-0000-0000", "accounts", Content)).Refuses(404, "case-not-found");
        (await Callers.Officer("approver,auditor").AddAsync(@case, "accounts", Content)).Refuses(403, "role-required");
        Assert.Empty((await Callers.LedgerAsync(@case)).Of("sealing.item-added"));
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_a_byte_of_it_is_sent_and_a_body_must_be_as_its_digest_says()
    {
        Officer officer = Callers.Officer();
        string @case = (string)(await officer.OpenAsync("outgoing", Partner, Letter.Declaring())).Is(201).Json["case"]!;
        (await officer.AddAsync(@case, "accounts", Content, ("Content-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"))).Refuses(422, "digest-mismatch");
        using RawConnection connection = await RawConnection.OpenAsync(system.Origin);
        await connection.SendHeadAsync("PUT", $"/api/v1/cases/{@case}/items/accounts", new Dictionary<string, string>
        {
            ["Authorization"] = $"Bearer {officer.Token}",
            ["Content-Length"] = $"{1L << 50}",
            ["Expect"] = "100-continue",
        });
        await connection.ReadStatusAsync(413);
    }

    [Fact]
    public async Task A_case_that_can_not_be_opened_is_refused()
    {
        Officer officer = Callers.Officer();
        JsonObject document = Letter.Declaring();
        foreach (string kind in (string[])["incoming", "Outgoing", ""])
            (await officer.OpenAsync(kind, Partner, document)).Refuses(400, "query-malformed");
        (await officer.OpenAsync("outgoing", "x", document)).Refuses(400, "partner-malformed");
        (await officer.OpenAsync("outgoing", "xx-nobody", document)).Refuses(404, "partner-not-found");
        (await officer.OpenAsync("spontaneous", Partner, document)).Refuses(400, "request-malformed");
        (await Callers.Officer("approver,intake").OpenAsync("outgoing", Partner, document)).Refuses(403, "role-required");
        (await officer.PostAsync($"/cases?kind=outgoing&partner={Partner}", new byte[(1 << 20) + 1])).Refuses(413, "too-large");
        document.Remove("purpose");
        Assert.Equal("/purpose", (string?)(await officer.OpenAsync("outgoing", Partner, document)).Refuses(422, "request-incomplete")["faults"]![0]!["pointer"]);
        document["purpose"] = "prosecution";
        (await officer.OpenAsync("outgoing", Partner, document)).Is(201);
        document["purpose"] = "investigation";
        (await officer.OpenAsync("outgoing", Partner, document)).Refuses(409, "reference-already-used");
    }

    private static JsonNode Find(JsonArray items, string id) => items.Single(item => (string?)item!["id"] == id)!;
}
