using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rogatory.Api.Authentication;
using Rogatory.Api.Incidents;
using Rogatory.Api.Tests.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Incidents;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Api.Tests.Incidents;

/// <summary>What officers are shown of incidents, and what they are not.</summary>
public sealed class IncidentViewTests : IAsyncLifetime, IDisposable
{
    private const string Dpo = "officer-dpo";
    private static readonly CaseId Case = CaseId.Of(TestPartner.Id, "VIEW-1");

    private readonly MovableTime _time = new();
    private readonly TestPartner _partner = new();
    private readonly InMemoryLedgerStore _ledgers = new();
    private TestIssuer _issuer = null!;
    private TestApp _app = null!;
    private ServiceProvider? _services;

    public async Task InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _app = await TestApp.StartAsync(routes =>
        {
            routes.MapGet("/incidents", (HttpRequest request) => Get<ListIncidents>().HandleAsync(request, request.HttpContext.RequestAborted));
            routes.MapGet("/incidents/{incident}", (HttpRequest request, string incident) => Get<GetIncident>().HandleAsync(request, incident, request.HttpContext.RequestAborted));
            routes.MapGet("/incidents/{incident}/ledger", (HttpRequest request, string incident) => Get<GetIncidentLedger>().HandleAsync(request, incident, request.HttpContext.RequestAborted));
        });
        Start();
        await new EnrolledOfficers(_ledgers, _time).EnrolAsync(Dpo, OfficerRole.Dpo);
    }

    [Fact]
    public async Task A_ledger_that_does_not_hold_together_leaves_the_others_in_the_list()
    {
        IncidentState broken = await OpenAsync(IncidentCause.BodyMissing, new IncidentPlace(Case));
        IncidentState whole = await OpenAsync(IncidentCause.DataLost, new IncidentPlace(Case));
        _ledgers.Tamper(broken.Incident.LedgerName, "nonsense\n"u8.ToArray());
        Start();
        JsonNode listed = await ListAsync();
        Assert.Equal(
            [(broken.Incident.ToString(), "unreadable"), (whole.Incident.ToString(), "open")],
            listed["incidents"]!.AsArray().Select(one => ((string)one!["incident"]!, (string)one["state"]!)));
        Answer ledger = await GetAsync($"incidents/{broken.Incident}/ledger", Dpo);
        Assert.Equal((200, "nonsense\n"), (ledger.Status, ledger.Body));
    }

    [Fact]
    public async Task Whom_an_incident_is_about_is_not_told_of_it()
    {
        await new EnrolledOfficers(_ledgers, _time).EnrolAsync("officer-two", OfficerRole.Dpo);
        IncidentState about = await OpenAsync(IncidentCause.AnomalySignal, new IncidentPlace(Officer: OfficerId.Parse(Dpo)));
        Assert.Empty((await ListAsync())["incidents"]!.AsArray());
        Assert.Empty((await ListAsync("incidents?state=all"))["incidents"]!.AsArray());
        foreach (string path in (string[])[$"incidents/{about.Incident}", $"incidents/{about.Incident}/ledger"])
        {
            (await GetAsync(path, Dpo)).Problem(403, "own-incident");
            Assert.Equal(200, (await GetAsync(path, "officer-two")).Status);
        }

        _ledgers.Tamper(about.Incident.LedgerName, "nonsense\n"u8.ToArray());
        Start();
        Assert.Empty((await ListAsync())["incidents"]!.AsArray());
        (await GetAsync($"incidents/{about.Incident}/ledger", Dpo)).Problem(403, "own-incident");
    }

    [Fact]
    public async Task The_worst_are_listed_where_not_all_are_and_how_many_are_left_out_is_said()
    {
        IncidentState worst = await OpenAsync(IncidentCause.BodyMissing, new IncidentPlace(Case));
        for (int at = 1; at <= 501; at++)
            await OpenAsync(IncidentCause.WorkPoisoned, new IncidentPlace(CaseId.Of(TestPartner.Id, $"VIEW-{at}")));
        JsonNode listed = await ListAsync();
        Assert.Equal((500, 2), (listed["incidents"]!.AsArray().Count, (int)listed["leftOut"]!));
        Assert.Equal(worst.Incident.ToString(), (string)listed["incidents"]![0]!["incident"]!);
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
        _services?.Dispose();
    }

    // Anew: nothing but what the ledgers hold.
    private void Start()
    {
        _services?.Dispose();
        _services = new ServiceCollection().AddLogging().AddRogatory()
            .AddSingleton<TimeProvider>(_time).AddSingleton<IPartnerDirectory>(_partner).AddSingleton(new PublicOrigin(TestPartner.Origin))
            .AddSingleton<ILedgerStore>(_ledgers).AddSingleton<IProjectionStore>(new InMemoryProjectionStore())
            .AddSingleton<ICaseQueue>(new InMemoryCaseQueue()).AddSingleton<INonceMemory>(new InMemoryNonceMemory())
            .AddSingleton(Space.Real).AddSingleton(EnrolledOfficers.Founders).AddSingleton(new OfficerTokenSettings(_issuer.Url, TestIssuer.Audience)).AddSingleton(PolicySet.Load())
            .BuildServiceProvider();
    }

    private T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    private Task<IncidentState> OpenAsync(IncidentCause cause, IncidentPlace place) => Get<OpenIncident>().RunAsync(new IncidentReport(cause, place), CancellationToken.None);

    private async Task<JsonNode> ListAsync(string path = "incidents")
    {
        Answer answer = await GetAsync(path, Dpo);
        Assert.True(answer.Status == 200, answer.Body);
        return JsonNode.Parse(answer.Body)!;
    }

    private async Task<Answer> GetAsync(string path, string officer)
    {
        JsonObject claims = _issuer.Claims(_time.Now);
        claims["sub"] = officer;
        claims["roles"] = new JsonArray("dpo");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _issuer.Token(claims));
        return await Answer.OfAsync(_app.Client.SendAsync(request));
    }
}
