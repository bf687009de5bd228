using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Ledger;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>Who may act, from the first two admins on, over HTTP.</summary>
[Collection(SystemCollection.Name)]
public sealed class AccessCallTests(SystemUnderTest system)
{
    private static readonly byte[] Content = Material.Of(1000);

    private Callers Callers => system.Callers;

    private Officer First => Callers.Officer("admin", "founder-one");

    private Officer Second => Callers.Officer("admin", "founder-two");

    [Fact]
    public async Task An_officer_acts_once_two_admins_said_so_and_with_all_that_the_call_needs_and_no_longer()
    {
        string @case = await Callers.CompleteAsync(("statement", Content));
        Callers.Enrolled.LeaveOut("officer-new");
        Officer officer = Callers.Officer("reviewer", "officer-new");
        (await officer.ReadAsync(@case, "statement")).Refuses(403, "role-required");

        (await PostAsync(First, "/officers/officer-new/proposals", Proposal())).Is(201);
        (await officer.ReadAsync(@case, "statement")).Refuses(403, "role-required");
        string number = (await First.GetAsync("/officers")).Is(200).Json["officers"]!.AsArray()
            .Single(one => (string?)one!["officer"] == "officer-new")!["proposal"]!["proposal"]!.ToString();
        string decision = $"/officers/officer-new/proposals/{number}/decision";
        (await PostAsync(First, decision, Approve())).Refuses(403, "own-proposal");
        (await PostAsync(Second, decision, Approve())).Is(200);
        (await PostAsync(Second, decision, Approve())).Is(200);
        (await PostAsync(First, decision, Approve())).Refuses(404, "proposal-not-found");

        Assert.Equal(["assignment", "course", "undertaking"], await MissingAsync(officer, @case));
        (await PostAsync(First, "/officers/officer-new/training", Training("cooking"))).Refuses(400, "training-malformed");
        (await PostAsync(First, "/officers/officer-new/training", Training("mla-basics"))).Is(200);
        (await PostAsync(First, "/officers/officer-new/undertaking", Undertaking("0"))).Refuses(400, "training-malformed");
        (await PostAsync(First, "/officers/officer-new/undertaking", Undertaking(PolicySet.Load().Access!.Undertaking.Version))).Is(200);
        (await PostAsync(First, $"/cases/{@case}/assignments/officer-new")).Is(200);
        Assert.Equal(["clearance"], await MissingAsync(officer, @case));
        await AuthorizeAsync("officer-new", "H3");
        (await officer.ReadAsync(@case, "statement")).Is(200);

        (await PostAsync(First, $"/cases/{@case}/assignments/officer-new/confirmation")).Is(200);
        (await PostAsync(First, $"/cases/{@case}/assignments/officer-new/ending")).Is(200);
        Assert.Equal(["assignment"], await MissingAsync(officer, @case));
        (await PostAsync(First, $"/cases/{@case}/assignments/officer-new/ending")).Refuses(404, "assignment-not-found");
        (await PostAsync(First, $"/cases/{@case}/assignments/officer-new")).Is(200);
        (await PostAsync(officer, $"/cases/{@case}/conflicts/officer-new", new JsonObject { ["kind"] = "personal" })).Is(204);
        Assert.Equal(["conflict"], await MissingAsync(officer, @case));
        (await PostAsync(First, $"/cases/{@case}/conflicts/officer-new/lifting")).Is(200);
        (await PostAsync(First, $"/cases/{@case}/conflicts/officer-new/lifting")).Refuses(404, "conflict-not-found");
        (await PostAsync(First, "/officers/officer-new/withdrawals", new JsonObject { ["role"] = "reviewer" })).Is(200);
        (await officer.ReadAsync(@case, "statement")).Refuses(403, "role-required");

        byte[] register = (await First.GetAsync("/officers/ledger")).Is(200).Body;
        LedgerReport report = LedgerCheck.Check(new MemoryStream(register));
        Assert.True(report.Holds, report.Why);
        await Callers.LedgerAsync(@case);
    }

    [Fact]
    public async Task An_officer_is_told_what_is_on_record_of_oneself_also_before_there_is_anything()
    {
        Callers.Enrolled.LeaveOut("officer-asking");
        Officer officer = Callers.Officer("reviewer", "officer-asking");
        JsonObject own = (await officer.GetAsync("/officers/me")).Is(200).Json;
        Assert.Equal(("officer-asking", 0), ((string)own["officer"]!, own["roles"]!.AsArray().Count));
        (await officer.GetAsync("/officers")).Refuses(403, "role-required");
        (await PostAsync(First, "/officers/officer-asking/proposals", Proposal())).Is(201);
        (await PostAsync(First, "/officers/officer-asking/training", Training("mla-basics"))).Is(200);
        Assert.Equal("mla-basics", (string)(await officer.GetAsync("/officers/me")).Is(200).Json["courses"]![0]!["course"]!);
        (await Callers.GetAsync("/officers/me")).Refuses(401, "token-missing");
    }

    [Fact]
    public async Task An_officer_suspended_in_mid_download_gets_no_more_and_what_came_never_looks_whole()
    {
        byte[] large = Material.Of(24 << 20);
        string @case = await Callers.CompleteAsync(("statement", large));
        await Callers.Enrolled.AssignAsync("officer-downloading", CaseId.Parse(@case));
        using RawConnection connection = await RawConnection.OpenAsync(system.Origin);
        await connection.SendHeadAsync("GET", $"/api/v1/cases/{@case}/items/statement/content", new Dictionary<string, string>
        {
            ["Authorization"] = $"Bearer {Callers.Token(name: "officer-downloading")}",
            ["Rogatory-Justification"] = Uri.EscapeDataString(Officer.Justification),
        });
        await connection.ReadStatusAsync(200);

        // The reader stands still, with most of the item to come; it would get all of it if it went on.
        (await PostAsync(First, "/officers/officer-downloading/suspension")).Is(204);
        await Eventually.TrueAsync("the host has seen it", async () =>
            (await Callers.Officer("reviewer", "officer-downloading").ReadAsync(@case, "statement")).Status == 403);
        await connection.EndsAsync();
        Assert.InRange(await connection.ReadToEndAsync(), 0, large.Length - 1);
        Assert.Single((await Callers.LedgerAsync(@case)).Readings);
    }

    [Fact]
    public async Task What_a_partner_sends_who_was_suspended_meanwhile_is_not_sealed()
    {
        using var http = new HttpClient();
        using var partner = new Partner("be-uploading", http, system.Origin);
        await Callers.RegisterAsync(partner);
        string @case = (string)(await partner.OpenAsync(Letter.Declaring(("statement", Content)))).Is(201).Json["case"]!;
        string path = $"/api/v1/requests/{@case}/items/statement";
        using RawConnection upload = await RawConnection.OpenAsync(system.Origin);
        await upload.SendHeadAsync("PUT", path, [.. partner.Sign("PUT", path, ContentDigest.Of(Content)), new("Content-Length", $"{Content.Length}"), new("Expect", "100-continue")]);
        Assert.Equal(100, (await upload.ReadAsync()).Status);
        await upload.SendAsync(Content.AsMemory(0, Content.Length - 1));
        (await PostAsync(First, "/partners/be-uploading/suspension")).Is(204);
        (await partner.GetAsync($"/requests/{@case}")).Refuses(403, "access-refused");
        await upload.SendAsync(Content.AsMemory(Content.Length - 1));
        (await upload.ReadAsync()).Refuses(403, "access-refused");
        Assert.Empty((await Callers.LedgerAsync(@case)).Sealed);
    }

    [Fact]
    public async Task What_an_officer_sends_who_was_suspended_meanwhile_is_not_added()
    {
        string @case = await Callers.CompleteAsync(("statement", Content));
        (await Callers.Officer().DecideAsync(@case, "accept")).Is(200);
        Officer officer = Callers.Officer("reviewer", "officer-uploading");
        (await officer.AddAsync(@case, "first", Content)).Is(201);
        using RawConnection upload = await RawConnection.OpenAsync(system.Origin);
        await upload.SendHeadAsync("PUT", $"/api/v1/cases/{@case}/items/second", new Dictionary<string, string>
        {
            ["Authorization"] = $"Bearer {officer.Token}",
            ["Content-Length"] = $"{Content.Length}",
            ["Content-Type"] = "text/csv",
            ["Content-Disposition"] = "attachment; filename*=UTF-8''accounts.csv",
            ["Content-Digest"] = ContentDigest.Of(Content).ToString(),
            ["Rogatory-Data-Categories"] = "bank-records",
            ["Rogatory-Origin"] = "own",
            ["Expect"] = "100-continue",
        });
        Assert.Equal(100, (await upload.ReadAsync()).Status);
        await upload.SendAsync(Content.AsMemory(0, Content.Length - 1));
        (await PostAsync(First, "/officers/officer-uploading/suspension")).Is(204);
        await Eventually.TrueAsync("the host has seen it", async () => (await officer.ReadAsync(@case, "statement")).Status == 403);
        await upload.SendAsync(Content.AsMemory(Content.Length - 1));
        (await upload.ReadAsync()).Refuses(403, "access-refused");
        Assert.Equal(["first", "statement"], (await Callers.LedgerAsync(@case)).Sealed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_broken_glass_lets_an_officer_read_a_case_and_waits_for_another_to_review_it()
    {
        string @case = await Callers.CompleteAsync(("statement", Content));
        await Callers.Enrolled.EnrolAsync("officer-emergency");
        Callers.Enrolled.LeaveOut("officer-emergency");
        Officer officer = Callers.Officer("reviewer", "officer-emergency");
        Assert.Equal(["assignment"], await MissingAsync(officer, @case));
        (await PostAsync(officer, "/cases/0000-0000-0000/glass", Reasons())).Refuses(404, "case-not-found");
        (await PostAsync(Callers.Officer("auditor", "officer-emergency"), $"/cases/{@case}/glass", Reasons())).Refuses(403, "role-required");
        (await PostAsync(Callers.Officer("auditor", "officer-emergency"), "/cases/0000-0000-0000/glass", Reasons())).Refuses(403, "role-required");
        (await PostAsync(officer, $"/cases/{@case}/glass", Reasons("short"))).Refuses(400, "reasons-required");
        string glass = (await PostAsync(officer, $"/cases/{@case}/glass", Reasons())).Is(201).Json["glass"]!.ToString();
        (await officer.ReadAsync(@case, "statement")).Is(200);

        Officer dpo = Callers.Officer("dpo", "officer-dpo");
        JsonNode first = (await dpo.GetAsync("/glass")).Is(200).Json["glass"]![0]!;
        Assert.Equal((glass, "officer-emergency", true), (first["glass"]!.ToString(), (string?)first["officer"], (bool)first["open"]!));
        (await officer.GetAsync("/glass")).Refuses(403, "role-required");
        JsonObject outcome = Reasons();
        outcome["outcome"] = "justified";
        (await PostAsync(Callers.Officer("approver", "officer-emergency"), $"/glass/{glass}/review", outcome)).Refuses(403, "own-glass");
        (await PostAsync(dpo, $"/glass/{glass}/review", outcome)).Is(200);
        (await PostAsync(First, "/glass/99/review", outcome)).Refuses(403, "role-required");
        (await PostAsync(dpo, "/glass/99/review", outcome)).Refuses(404, "glass-not-found");
        await Callers.LedgerAsync(@case);
    }

    [Fact]
    public async Task Founders_are_listed_as_such_and_stay_admins_until_the_setting_changes()
    {
        Dictionary<string, JsonNode> listed = (await Second.GetAsync("/officers")).Is(200).Json["officers"]!.AsArray().ToDictionary(one => (string)one!["officer"]!, one => one!);
        Assert.Equal([true, true, false], new[] { "first-admin", "second-admin", "founder-two" }.Select(one => (bool)listed[one]["founder"]!));
        Assert.Equal(listed.Keys.Order(StringComparer.Ordinal), listed.Keys);
        (await PostAsync(First, "/officers/second-admin/withdrawals", new JsonObject { ["role"] = "admin" })).Refuses(409, "founder-keeps-role");
    }

    private static JsonObject Reasons(string text = "The hearing was brought forward to this evening.") => new() { ["reasons"] = text };

    private async Task AuthorizeAsync(string officer, string clearance)
    {
        JsonObject proposed = (await PostAsync(First, $"/officers/{officer}/proposals", Proposal(clearance))).Is(201).Json;
        (await PostAsync(Second, $"/officers/{officer}/proposals/{proposed["proposal"]!["proposal"]}/decision", Approve())).Is(200);
    }

    private static async Task<IEnumerable<string?>> MissingAsync(Officer officer, string @case)
    {
        Answer answer = await officer.ReadAsync(@case, "statement");
        answer.Refuses(403, "access-refused");
        return [.. answer.Json["findings"]!.AsArray().Select(one => (string?)one!["condition"])];
    }

    private static JsonObject Proposal(string clearance = "H0") => new() { ["roles"] = new JsonArray("reviewer"), ["unit"] = "desk", ["clearance"] = clearance };

    private static JsonObject Approve() => new() { ["decision"] = "approve" };

    private static JsonObject Training(string course) => new()
    {
        ["course"] = course, ["version"] = "1", ["passedOn"] = Today(), ["evidence"] = "certificate", ["reference"] = "made-up",
    };

    private static JsonObject Undertaking(string version) => new() { ["version"] = version, ["digest"] = PolicySet.Load().Access!.Undertaking.Digest, ["signedOn"] = Today() };

    private static string Today() => DateOnly.FromDateTime(DateTime.UtcNow).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static Task<Answer> PostAsync(Officer officer, string path, JsonObject? body = null) =>
        officer.PostAsync(path, Encoding.UTF8.GetBytes((body ?? []).ToJsonString()));
}
