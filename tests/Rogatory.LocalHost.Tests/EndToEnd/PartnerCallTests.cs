using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;
using Rogatory.Ledger;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class PartnerCallTests(SystemUnderTest system)
{
    private static readonly byte[] Content = Material.Of(1000);
    private static readonly byte[] Agreement = """{"instrument":"LED art. 37(1)(a)","purposes":["prosecution"],"from":"2026-01-01","until":"2030-01-01"}"""u8.ToArray();
    private static readonly byte[] Undertaking = Encoding.UTF8.GetBytes($$"""{"digest":"{{new string('a', 64)}}","signedOn":"2026-01-01","validUntil":"2030-01-01"}""");

    private Callers Callers => system.Callers;

    [Fact]
    public async Task A_call_that_is_not_properly_signed_is_refused_alike_for_cases_that_exist_and_that_do_not()
    {
        string @case = await Callers.OpenAsync(("statement", Content));
        foreach (Func<string, IReadOnlyDictionary<string, string>?> signature in Improper())
        {
            Answer[] answers = await Task.WhenAll(
                GetAsync(@case, signature), GetAsync("0000-0000-0000", signature), GetAsync("no-case", signature));
            Assert.All(answers, answer => answer.Is(401));
            Assert.Single(answers.Select(answer => answer.Told).Distinct());
        }

        await Callers.LedgerAsync(@case);
    }

    [Fact]
    public async Task Another_partners_case_is_answered_as_one_that_does_not_exist()
    {
        string theirs = await Callers.CompleteAsync(("statement", Content));
        string before = (await Callers.LedgerAsync(theirs)).Text;
        foreach (string rest in (string[])["", "/receipt"])
        {
            Answer[] answers = [.. await Task.WhenAll(
                new[] { theirs, "0000-0000-0000", "no-case" }.Select(@case => Callers.Stranger.GetAsync($"/requests/{@case}{rest}")))];
            Assert.All(answers, answer => answer.Refuses(404, "case-not-found"));
            Assert.Single(answers.Select(answer => answer.Told).Distinct());
        }

        foreach (string item in (string[])["statement", "letter"])
        {
            Answer[] answers = [await Callers.Stranger.SendAsync(theirs, item, Content), await Callers.Stranger.SendAsync("0000-0000-0000", item, Content)];
            Assert.All(answers, answer => answer.Refuses(404, "case-not-found"));
            Assert.Single(answers.Select(answer => answer.Told).Distinct());
        }

        Assert.Equal(before, (await Callers.LedgerAsync(theirs)).Text);
    }

    [Fact]
    public async Task A_body_changed_on_its_way_opens_no_case()
    {
        byte[] signed = SampleRequests.ToBytes(Letter.Declaring(("statement", Content)));
        byte[] changed = [.. signed, (byte)' '];
        Answer answer = await Callers.Partner.CallAsync(
            HttpMethod.Post, "/api/v1/requests", changed, Callers.Partner.Sign("POST", "/api/v1/requests", ContentDigest.Of(signed)));
        answer.Refuses(401, "signature-invalid");
        string @case = (string)(await Callers.Partner.PostAsync(signed)).Is(201).Json["case"]!;
        await Callers.LedgerAsync(@case);
    }

    [Fact]
    public async Task A_suspended_partner_may_do_nothing_and_who_does_not_sign_as_it_is_not_told_that()
    {
        using var http = new HttpClient();
        using var partner = new Partner("be-parquet", http, system.Origin);
        Officer admin = Callers.Officer("admin");
        await Callers.RegisterAsync(partner);
        string @case = (string)(await partner.OpenAsync(Letter.Declaring(("statement", Content)))).Is(201).Json["case"]!;

        (await admin.PostAsync("/partners/be-parquet/suspension", [])).Is(204);
        await RefusesAsync();
        string path = $"/api/v1/requests/{@case}";
        Answer[] strangers =
        [
            await partner.CallAsync(HttpMethod.Get, path, content: null, partner.Sign("GET", path, keyId: "another-key")),
            await partner.CallAsync(HttpMethod.Get, path, content: null, Callers.Stranger.Sign("GET", path, name: partner.Id)),
            await partner.CallAsync(HttpMethod.Get, path, content: null, partner.Sign("GET", path, name: PartnerId.Parse("be-unknown"))),
        ];
        Assert.All(strangers, answer => answer.Refuses(401, "signature-invalid"));
        Assert.Single(strangers.Select(answer => answer.Told).Distinct());

        Answer reinstatement = (await Callers.Officer("admin", "first-admin").PostAsync("/partners/be-parquet/reinstatements", [])).Is(201);
        await RefusesAsync();
        await Callers.DecideAsync(partner, (int)reinstatement.Json["number"]!);
        (await partner.GetAsync($"/requests/{@case}")).Is(200);
        await Callers.LedgerAsync(@case);

        async Task RefusesAsync()
        {
            foreach (Answer answer in (Answer[])[await partner.GetAsync($"/requests/{@case}"), await partner.OpenAsync(Letter.Declaring(("statement", Content))), await partner.FetchAsync($"{@case}-1")])
            {
                answer.Refuses(403, "access-refused");
                Assert.Equal("ACC-PARTNER", (string?)Assert.Single(answer.Json["findings"]!.AsArray())!["rule"]);
            }
        }
    }

    [Fact]
    public async Task A_partners_entry_takes_two_admins_and_what_is_agreed_and_signed_stands_beside_it()
    {
        using var http = new HttpClient();
        using var partner = new Partner("es-fiscalia", http, system.Origin);
        Officer first = Callers.Officer("admin", "first-admin"), second = Callers.Officer("admin", "second-admin");
        byte[] entry = SampleRequests.ToBytes(partner.Entry()), approval = """{"decision":"approve"}"""u8.ToArray();
        foreach (string role in (string[])["reviewer", "approver", "auditor", "dpo", "intake"])
        {
            (await Callers.Officer(role).PostAsync("/partners/es-fiscalia/proposals", entry)).Refuses(403, "role-required");
            (await Callers.Officer(role).PostAsync("/partners/es-fiscalia/proposals/1/decisions", approval)).Refuses(403, "role-required");
            (await Callers.Officer(role).PostAsync("/partners/es-fiscalia/reinstatements", [])).Refuses(403, "role-required");
            (await Callers.Officer(role).PutAsync("/partners/es-fiscalia/agreements/a", Agreement)).Refuses(403, "role-required");
            (await Callers.Officer(role).PutAsync("/partners/es-fiscalia/undertakings/a", Undertaking)).Refuses(403, "role-required");
        }

        (await first.PostAsync("/partners/es-fiscalia/proposals", entry)).Is(201);
        (await partner.OpenAsync(Letter.Declaring(("statement", Content)))).Refuses(401, "signature-invalid");
        (await first.PostAsync("/partners/es-fiscalia/proposals/1/decisions", approval)).Refuses(403, "own-proposal");
        (await second.PostAsync("/partners/es-fiscalia/proposals/2/decisions", approval)).Refuses(404, "proposal-not-found");
        (await second.PostAsync("/partners/es-fiscalia/proposals/one/decisions", approval)).Refuses(404, "proposal-not-found");
        (await second.PutAsync("/partners/es-fiscalia/agreements/led37", Agreement)).Refuses(404, "partner-not-found");
        (await second.PostAsync("/partners/es-fiscalia/suspension", [])).Refuses(404, "partner-not-found");
        (await second.PostAsync("/partners/es-fiscalia/proposals/1/decisions", approval)).Is(200);
        (await second.PostAsync("/partners/es-fiscalia/proposals/1/decisions", """{"decision":"reject"}"""u8.ToArray())).Refuses(409, "proposal-decided");
        (await first.PostAsync("/partners/es-fiscalia/proposals", entry)).Refuses(409, "partner-changed");
        (await first.PostAsync("/partners/es-fiscalia/reinstatements", [])).Refuses(409, "partner-not-suspended");
        (await partner.OpenAsync(Letter.Declaring(("statement", Content)))).Is(201);

        (await first.PutAsync("/partners/es-fiscalia/agreements/led37", Agreement)).Is(200);
        (await first.PutAsync("/partners/es-fiscalia/undertakings/2026-1", Undertaking)).Is(200);
        JsonNode shown = (await Callers.Officer("auditor").GetAsync("/partners")).Is(200).Json["partners"]!.AsArray().Single(one => (string)one!["partner"]! == "es-fiscalia")!;
        Assert.Equal(("active", 1), ((string)shown["status"]!, (int)shown["change"]!));
        Assert.Equal((string?)shown["entry"]!["encryptionKeys"]![0]!["key"]!["kid"], (string?)shown["sealedTo"]);
        Assert.Equal("led37", (string?)Assert.Single(shown["agreements"]!.AsArray())!["agreement"]);
        Assert.Equal("2026-1", (string?)Assert.Single(shown["undertakings"]!.AsArray())!["version"]);
        byte[] lapsed = Encoding.UTF8.GetBytes($$"""{"digest":"{{new string('a', 64)}}","signedOn":"2026-01-01","validUntil":"2026-01-31"}""");
        (await partner.FetchAsync("0000-0000-0000-1")).Refuses(404, "disclosure-not-found");
        (await first.PutAsync("/partners/es-fiscalia/undertakings/2026-1", lapsed)).Is(200);
        Answer refused = await partner.FetchAsync("0000-0000-0000-1");
        refused.Refuses(403, "access-refused");
        Assert.Equal("ACC-PARTNER-UNDERTAKING", (string?)Assert.Single(refused.Json["findings"]!.AsArray())!["rule"]);
        (await first.PutAsync("/partners/es-fiscalia/undertakings/2026-2", Undertaking)).Is(200);
        (await partner.FetchAsync("0000-0000-0000-1")).Refuses(404, "disclosure-not-found");
        LedgerReport report = LedgerCheck.Check(new MemoryStream((await Callers.Officer("auditor").GetAsync("/partners/ledger")).Is(200).Body));
        Assert.True(report.Holds, report.Why);
    }

    private IEnumerable<Func<string, IReadOnlyDictionary<string, string>?>> Improper()
    {
        Partner partner = Callers.Partner;
        yield return _ => new Dictionary<string, string>();
        yield return path => partner.Sign("GET", path, age: TimeSpan.FromSeconds(310));
        yield return path => partner.Sign("GET", path, age: TimeSpan.FromSeconds(-310));
        yield return path => partner.Sign("GET", path, keyId: "another-key");
        yield return path => partner.Sign("GET", path, name: PartnerId.Parse("de-unknown"));
        yield return path => partner.Sign("GET", path, name: Callers.Stranger.Id);
        yield return path => partner.Sign("DELETE", path);
        yield return path => partner.Sign("GET", $"{path}/other");
        yield return path => new Dictionary<string, string>(partner.Sign("GET", path)) { ["Rogatory-Partner"] = Callers.Stranger.Id.ToString() };
    }

    private Task<Answer> GetAsync(string @case, Func<string, IReadOnlyDictionary<string, string>?> sign)
    {
        string path = $"/api/v1/requests/{@case}";
        return Callers.Partner.CallAsync(HttpMethod.Get, path, content: null, sign(path));
    }
}
