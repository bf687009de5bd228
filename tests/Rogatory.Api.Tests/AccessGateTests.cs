using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Tests.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Api.Tests;

public sealed class AccessGateTests : IAsyncLifetime, IDisposable
{
    private static readonly PolicySet Policy = PolicySet.Load();

    private readonly MovableTime _time = new();
    private readonly TestPartner _partner = new();
    private readonly InMemoryLedgerStore _ledgers = new();
    private readonly FaultPlan _calls = new();
    private TestIssuer _issuer = null!;
    private TestApp _app = null!;
    private ServiceProvider _services = null!;
    private AccessGate? _gate;

    public async Task InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _app = await TestApp.StartAsync(routes =>
        {
            routes.MapGet("/{act}", async (HttpRequest request, string act) =>
                $"{string.Join(',', (await _gate!.AdmitOfficerAsync(request, Enum.Parse<AccessAct>(act), AccessTarget.None, request.HttpContext.RequestAborted)).Roles.Order())}");
            routes.MapGet("/either/{act}", async (HttpRequest request, string act) =>
                await _gate!.AdmitEitherAsync(request, Enum.Parse<AccessAct>(act), AccessTarget.None, request.HttpContext.RequestAborted) is { Partner: { } partner }
                    ? $"{partner.Partner}" : "an officer");
            routes.MapGet("/cases/{case}/{act}", async (HttpRequest request, string @case, string act) =>
                $"{(await _gate!.AdmitOfficerAsync(request, Enum.Parse<AccessAct>(act), AccessTarget.OfCase(@case), request.HttpContext.RequestAborted)).Officer}");
            routes.MapGet("/glass/{glass}/{act}", async (HttpRequest request, string glass, string act) =>
                $"{(await _gate!.AdmitOfficerAsync(request, Enum.Parse<AccessAct>(act), AccessTarget.OfGlass(glass), request.HttpContext.RequestAborted)).Officer}");
        });
        _services = new ServiceCollection().AddLogging().AddRogatory()
            .AddSingleton<TimeProvider>(_time).AddSingleton<IPartnerDirectory>(_partner).AddSingleton(new PublicOrigin(TestPartner.Origin))
            .AddSingleton<ILedgerStore>(new FaultingLedgerStore(_ledgers, _calls)).AddSingleton<IProjectionStore>(new InMemoryProjectionStore())
            .AddSingleton<ICaseQueue>(new InMemoryCaseQueue()).AddSingleton<INonceMemory>(new InMemoryNonceMemory())
            .AddSingleton(Space.Real).AddSingleton(EnrolledOfficers.Founders).AddSingleton(new OfficerTokenSettings(_issuer.Url, TestIssuer.Audience)).AddSingleton(Policy)
            .BuildServiceProvider();
        _gate = _services.GetRequiredService<AccessGate>();
    }

    [Fact]
    public async Task Who_is_in_no_register_has_no_role_whatever_the_token_shows()
    {
        JsonNode problem = await RefusedAsync("role-required", "ListOfficers", "officer-7", "admin");
        Assert.Equal(("ListOfficers", "ACC-ROLE"), ((string?)problem["act"], (string?)problem["findings"]![0]!["rule"]));
        Assert.Equal("none", (string?)problem["findings"]![0]!["facts"]!["register"]);
    }

    [Fact]
    public async Task A_founding_admin_is_admitted_to_what_admins_may_and_to_nothing_else()
    {
        Assert.Equal("Admin", await AdmittedAsync("ListOfficers", EnrolledOfficers.FirstAdmin, "admin", "auditor"));
        await RefusedAsync("role-required", "ListCases", EnrolledOfficers.FirstAdmin, "admin", "auditor");
    }

    [Fact]
    public async Task What_is_missing_beside_a_role_is_named_with_what_to_do()
    {
        var enrolled = new EnrolledOfficers(_ledgers, _time);
        await enrolled.EnrolAsync("officer-7", OfficerRole.Reviewer);
        Assert.Equal("Reviewer", await AdmittedAsync("ListCases", "officer-7", "reviewer", "approver"));
        _time.Advance(TimeSpan.FromDays(6 * 366));
        JsonNode problem = await RefusedAsync("access-refused", "ListCases", "officer-7", "reviewer");
        Assert.Equal(["course", "undertaking"], problem["findings"]!.AsArray().Select(one => (string?)one!["condition"]));
        Assert.Equal("mla-basics", (string?)problem["findings"]![0]!["facts"]!["course"]);
        Assert.All(problem["findings"]!.AsArray(), one => Assert.NotEmpty((string)one!["remedy"]!));
    }

    [Fact]
    public async Task Whoever_could_not_act_is_not_told_whether_there_is_such_a_case()
    {
        await RefusedAsync("role-required", "cases/0000-0000-0000/GetCase", "officer-7", "reviewer");
        await new EnrolledOfficers(_ledgers, _time).EnrolAsync("officer-7");
        await MadeCase.WriteAsync(1, _ledgers, entries: 1);
        string there = Missing(await RefusedAsync("access-refused", $"cases/{MadeCase.CaseOf(1)}/GetCase", "officer-7", "reviewer"));
        Assert.Equal(there, Missing(await RefusedAsync("access-refused", "cases/0000-0000-0000/GetCase", "officer-7", "reviewer")));
        await RefusedAsync("case-not-found", "cases/0000-0000-0000/GetCase", "officer-7", "auditor");
        await RefusedAsync("case-not-found", "cases/nonsense/GetCase", "officer-7", "reviewer");

        static string Missing(JsonNode problem) => string.Join(' ', problem["findings"]!.AsArray().Select(one => $"{one!["condition"]} {one["facts"]!["lapsed"]}"));
    }

    [Fact]
    public async Task What_was_found_in_a_case_elsewhere_since_it_was_at_hand_asks_for_its_course_too()
    {
        CaseId @case = MadeCase.CaseOf(1);
        await MadeCase.WriteAsync(1, _ledgers, entries: 7);
        await EnrolWithBasicsAsync("officer-7", @case);
        string proposal = $"cases/{@case}/PostProposal";
        await AdmittedAsync(proposal, "officer-7", "reviewer");

        byte[] ledger = await _ledgers.ReadAsync($"{@case}", 0, CancellationToken.None);
        LedgerTip tip = LedgerReader.ReadAfter(LedgerTip.Empty, $"{@case}", ledger).Tip;
        var added = new ItemAdded { Command = CommandId.Derive("test", "added"), Item = ItemId.Parse("file"), DataCategories = ["health"], Origin = ItemOrigin.Own };
        await _ledgers.TryAppendAsync($"{@case}", tip.Length, tip.Append($"{@case}", _time.Now.AddYears(1), [EventCodec.Encode("officer:o-jansen", added)]).Bytes, CancellationToken.None);
        JsonNode problem = await RefusedAsync("access-refused", proposal, "officer-7", "reviewer");
        Assert.Equal("special-categories", (string?)Assert.Single(problem["findings"]!.AsArray())!["facts"]!["course"]);
    }

    [Fact]
    public async Task On_a_warm_instance_a_call_reads_nothing_and_a_grant_works_at_once()
    {
        var enrolled = new EnrolledOfficers(_ledgers, _time);
        await enrolled.EnrolAsync("officer-7");
        await AdmittedAsync("ListCases", "officer-7", "reviewer");
        int before = _calls.Calls;
        for (int call = 0; call < 10; call++)
            await AdmittedAsync("ListCases", "officer-7", "reviewer");
        Assert.Equal(before, _calls.Calls);

        await RefusedAsync("role-required", "ListCases", "officer-8", "reviewer");
        await enrolled.EnrolAsync("officer-8");
        await AdmittedAsync("ListCases", "officer-8", "reviewer");
    }

    [Fact]
    public async Task A_suspension_made_elsewhere_takes_effect_within_five_seconds()
    {
        await new EnrolledOfficers(_ledgers, _time).EnrolAsync("officer-7");
        await AdmittedAsync("ListCases", "officer-7", "reviewer");
        await new AuthorizeOfficer(new OfficerRegister(_ledgers, _time), EnrolledOfficers.Founders).SuspendAsync(OfficerId.Parse("first-admin"), OfficerId.Parse("officer-7"), CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(2));
        JsonNode problem = await RefusedAsync("access-refused", "ListCases", "officer-7", "reviewer");
        Assert.Equal("ACC-STANDING", (string?)Assert.Single(problem["findings"]!.AsArray())!["rule"]);
    }

    [Fact]
    public async Task Refused_calls_are_counted_in_a_ledger_of_their_own_that_grows_with_the_hours()
    {
        for (int call = 0; call < 12; call++)
            await RefusedAsync("role-required", "ListOfficers", "officer-7", "admin");
        string[] lines = await RefusalsAsync();
        Assert.Equal([1, 5, 10], lines.Select(line => (int)JsonNode.Parse(line)!["data"]!["atLeast"]!));
        JsonNode tenth = JsonNode.Parse(lines[2])!;
        Assert.Equal(("officer:officer-7", "access.call-refused"), ((string?)tenth["actor"], (string?)tenth["event"]));
        Assert.Equal(("ListOfficers", "ACC-ROLE", 10), ((string?)tenth["data"]!["act"], (string?)tenth["data"]!["rule"], (int)tenth["data"]!["atLeast"]!));
        _time.Advance(TimeSpan.FromHours(1));
        await RefusedAsync("role-required", "ListOfficers", "officer-7", "admin");
        Assert.Equal(4, (await RefusalsAsync()).Length);
    }

    [Fact]
    public async Task What_another_host_found_in_a_case_counts_at_once_for_who_lacks_the_course_for_it()
    {
        CaseId @case = CaseId.Of(TestPartner.Id, "GATE-1");
        var enrolled = new EnrolledOfficers(_ledgers, _time);
        await enrolled.AssignAsync("officer-7", @case);
        await EnrolWithBasicsAsync("officer-8", @case);
        await AppendAsync(@case, Opened());
        foreach (string officer in (string[])["officer-7", "officer-8"])
            await AdmittedAsync($"cases/{@case}/PostProposal", officer, "reviewer");

        await AppendAsync(@case, new ItemAdded { Command = CommandId.Derive("add", "1"), Item = ItemId.Parse("letter"), DataCategories = ["health"], Origin = ItemOrigin.Own });
        int before = _calls.Calls;
        await AdmittedAsync($"cases/{@case}/PostProposal", "officer-7", "reviewer");
        Assert.Equal(before, _calls.Calls);
        JsonNode problem = await RefusedAsync("access-refused", $"cases/{@case}/PostProposal", "officer-8", "reviewer");
        Assert.Equal("special-categories", (string?)Assert.Single(problem["findings"]!.AsArray())!["facts"]!["course"]);
    }

    [Fact]
    public async Task A_case_whose_record_does_not_hold_together_is_read_by_who_may_see_every_case_and_by_nobody_else()
    {
        CaseId @case = CaseId.Of(TestPartner.Id, "GATE-2");
        await AppendAsync(@case, Opened());
        _ledgers.Tamper(@case.ToString(), "nonsense\n"u8.ToArray());
        await new EnrolledOfficers(_ledgers, _time).EnrolAsync("officer-7");
        await AdmittedAsync($"cases/{@case}/GetCaseLedger", "officer-7", "auditor");
        JsonNode problem = await RefusedAsync("access-refused", $"cases/{@case}/GetCaseLedger", "officer-7", "reviewer");
        Assert.Equal("ACC-ASSIGNMENT", (string?)Assert.Single(problem["findings"]!.AsArray())!["rule"]);
    }

    [Fact]
    public async Task A_call_of_either_is_a_partners_by_its_signature_an_officers_by_its_token_and_nobodys_by_both()
    {
        await new EnrolledOfficers(_ledgers, _time).EnrolAsync("officer-7");
        Assert.Equal("an officer", await AdmittedAsync("either/PostIncident", "officer-7", "reviewer"));
        await RefusedAsync("role-required", "either/PostIncident", "officer-8", "reviewer");

        Dictionary<string, string> signed = _partner.Sign("GET", "/either/PostIncident", _time.Now);
        Answer partner = await CallAsync("either/PostIncident", signed);
        Assert.Equal((200, "fr-pnf"), (partner.Status, partner.Body));
        (await CallAsync("either/PostIncident", _partner.Sign("GET", "/either/ListOfficers", _time.Now))).Problem(401, "signature-invalid");
        (await CallAsync("either/PostIncident", [])).Problem(401, "token-missing");
        (await CallAsync("either/PostIncident", new Dictionary<string, string> { ["rogatory-partner"] = "fr-pnf" })).Problem(401, "signature-missing");
        signed["Authorization"] = $"Bearer {_issuer.Token(_issuer.Claims(_time.Now))}";
        (await CallAsync("either/PostIncident", signed)).Problem(401, "signature-invalid");
        (await CallAsync("either/ListOfficers", _partner.Sign("GET", "/either/ListOfficers", _time.Now))).Problem(403, "access-refused");
    }

    [Fact]
    public async Task Whoever_has_a_conflict_in_a_case_reviews_no_glass_that_was_broken_for_it()
    {
        (CaseId @case, OfficerId breaker) = (CaseId.Of(TestPartner.Id, "GATE-3"), OfficerId.Parse("officer-7"));
        var enrolled = new EnrolledOfficers(_ledgers, _time);
        foreach (string officer in (string[])["officer-7", "officer-8", "officer-9"])
            await enrolled.EnrolAsync(officer);
        await AppendAsync("officers", breaker, new GlassBroken
        {
            Command = CommandId.Derive("test", "glass"), Officer = breaker, Glass = 1, Case = @case, Reasons = ItemId.Parse("request.glass-0123456789ab"), Until = _time.Now.AddHours(4),
        });
        await AppendAsync("officers", breaker, new ConflictDeclared { Command = CommandId.Derive("test", "conflict"), Officer = OfficerId.Parse("officer-8"), Case = @case, Kind = ConflictKind.Personal });
        JsonNode problem = await RefusedAsync("access-refused", "glass/1/PostGlassReview", "officer-8", "approver");
        Assert.Equal("ACC-CONFLICT", (string?)Assert.Single(problem["findings"]!.AsArray())!["rule"]);
        await AdmittedAsync("glass/1/PostGlassReview", "officer-9", "approver");
        await AdmittedAsync("glass/2/PostGlassReview", "officer-8", "approver");
    }

    [Fact]
    public async Task A_register_that_cannot_be_read_admits_nobody()
    {
        _calls.Cut("ledger");
        (await SendAsync("ListOfficers", EnrolledOfficers.FirstAdmin, "admin")).Problem(503, "storage-unavailable");
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _issuer.DisposeAsync();
        Dispose();
    }

    public void Dispose()
    {
        _partner.Dispose();
        _services.Dispose();
    }

    private static RequestOpened Opened() => new()
    {
        Command = CommandId.Derive("open", "1"), Kind = CaseKind.Outgoing, Partner = TestPartner.Id, Instrument = "UNCAC", Urgency = null, Handling = "H1", DataCategories = ["bank-records"],
        Items = [], Missing = [], Deadlines = [], Policy = "2026-11-29", RetainUntil = DateTimeOffset.UnixEpoch.AddYears(80),
    };

    /// <summary>As another host would.</summary>
    private Task AppendAsync(CaseId @case, LedgerEvent happened) => AppendAsync(@case.ToString(), OfficerId.Parse("o-other"), happened);

    private async Task AppendAsync(string ledger, OfficerId officer, LedgerEvent happened)
    {
        LedgerTip tip = LedgerReader.ReadAfter(LedgerTip.Empty, ledger, await _ledgers.ReadAsync(ledger, 0, CancellationToken.None)).Tip;
        Assert.True(await _ledgers.TryAppendAsync(
            ledger, tip.Length, tip.Append(ledger, _time.Now, [EventCodec.Encode($"officer:{officer}", happened)]).Bytes, CancellationToken.None));
    }

    /// <summary>A reviewer who passed no course but those that every proposal asks for.</summary>
    private async Task EnrolWithBasicsAsync(string name, CaseId @case)
    {
        var register = new OfficerRegister(_ledgers, _time);
        (OfficerId first, OfficerId second, OfficerId officer) = (OfficerId.Parse("first-admin"), OfficerId.Parse("second-admin"), OfficerId.Parse(name));
        var authorize = new AuthorizeOfficer(register, EnrolledOfficers.Founders);
        await authorize.ApproveAsync(second, officer, await authorize.ProposeAsync(first, officer, [OfficerRole.Reviewer], "desk", "H3", CancellationToken.None), CancellationToken.None);
        var train = new TrainOfficer(register, Policy, _time);
        DateOnly day = DateOnly.FromDateTime(_time.Now.UtcDateTime);
        foreach (string course in (string[])["mla-basics", "transfers-abroad"])
            await train.RecordAsync(first, officer, new TrainingEntry(course, "1", day, EvidenceKind.Certificate, "made-up", null), CancellationToken.None);
        await train.BindAsync(first, officer, Policy.Access!.Undertaking.Version, Policy.Access.Undertaking.Digest, day, CancellationToken.None);
        await new EnrolledOfficers(_ledgers, _time).AssignOnlyAsync(name, @case);
    }

    private async Task<string[]> RefusalsAsync() =>
        Encoding.UTF8.GetString(await _ledgers.ReadAsync("refusals", 0, CancellationToken.None)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> AdmittedAsync(string path, string officer, params string[] roles)
    {
        Answer answer = await SendAsync(path, officer, roles);
        Assert.True(answer.Status == 200, answer.Body);
        return answer.Body;
    }

    private async Task<JsonNode> RefusedAsync(string slug, string path, string officer, params string[] roles)
    {
        Answer answer = await SendAsync(path, officer, roles);
        answer.Problem(slug == "case-not-found" ? 404 : 403, slug);
        return JsonNode.Parse(answer.Body)!;
    }

    private async Task<Answer> CallAsync(string path, Dictionary<string, string> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach ((string name, string value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return await Answer.OfAsync(_app.Client.SendAsync(request));
    }

    private async Task<Answer> SendAsync(string path, string officer, params string[] roles)
    {
        JsonObject claims = _issuer.Claims(_time.Now);
        claims["sub"] = officer;
        claims["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _issuer.Token(claims));
        return await Answer.OfAsync(_app.Client.SendAsync(request));
    }
}
