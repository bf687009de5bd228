using System.Text.Json.Nodes;
using Rogatory.Azure.Ledger;
using Rogatory.Ledger;
using Rogatory.LocalHost.Issuer;
using Rogatory.LocalHost.Keys;
using Rogatory.TestKit;
using Rogatory.TestKit.Azurite;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>Those who call a host over HTTP, and what they do time and again.</summary>
internal sealed class Callers : IDisposable
{
    // A call held up by a host that was killed ends by the cut connection, not by this.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(60) })
    {
        Timeout = TimeSpan.FromSeconds(100),
    };

    private readonly Uri _origin;
    private readonly DataDirectory _data;

    public Callers(Uri origin, string data, AzuriteProcess azurite)
    {
        (_origin, _data) = (origin, new DataDirectory(data));
        Enrolled = new EnrolledOfficers(new BlobLedgerStore(new StorageView(azurite).Container("ledger")), TimeProvider.System);
        Partner = new Partner("fr-pnf", _http, origin);
        Stranger = new Partner("ch-mpc", _http, origin);
    }

    public Partner Partner { get; }

    /// <summary>Another partner, registered too.</summary>
    public Partner Stranger { get; }

    public async Task<Answer> GetAsync(string path) => await Answer.OfAsync(await _http.GetAsync(new Uri(_origin, $"/api/v1{path}")));

    /// <summary>Enters officers in the register past the host, as two admins would.</summary>
    public EnrolledOfficers Enrolled { get; }

    /// <summary>An officer whom the register lets do everything in every case that the officer calls about, with a token that shows these roles.</summary>
    public Officer Officer(string roles = "reviewer", string name = "officer-one") => new(_http, _origin, Token(roles, name), Enrolled);

    public string Token(string roles = "reviewer", string name = "officer-one") => OfficerToken.Sign(_data, name, roles);

    public async Task RegisterPartnersAsync()
    {
        await Eventually.TrueAsync("health says ready", async () => (await GetAsync("/health")).Status == 200);
        foreach (Partner partner in (Partner[])[Partner, Stranger])
            await RegisterAsync(partner);
    }

    /// <summary>One admin proposes the partner's entry, and another approves it.</summary>
    public async Task RegisterAsync(Partner partner)
    {
        Answer proposed = (await Officer("admin", "first-admin").PostAsync($"/partners/{partner.Id}/proposals", SampleRequests.ToBytes(partner.Entry()))).Is(201);
        await DecideAsync(partner, (int)proposed.Json["number"]!);
    }

    /// <summary>The second admin approves what the first proposed.</summary>
    public async Task DecideAsync(Partner partner, int proposal, string admin = "second-admin", string decision = "approve") =>
        (await Officer("admin", admin).PostAsync($"/partners/{partner.Id}/proposals/{proposal}/decisions", SampleRequests.ToBytes(new JsonObject { ["decision"] = decision }))).Is(200);

    /// <summary>Opens a case of the partner that declares these items; gives the case's id.</summary>
    public async Task<string> OpenAsync(params IEnumerable<(string Id, byte[] Content)> items) =>
        (string)(await Partner.OpenAsync(Letter.Declaring(items))).Is(201).Json["case"]!;

    public async Task SendAsync(string @case, params IEnumerable<(string Id, byte[] Content)> items)
    {
        foreach (var (id, content) in items)
            (await Partner.SendAsync(@case, id, content)).Is(201);
    }

    /// <summary>Waits until the flow issued the receipt; gives it.</summary>
    public Task<string> ReceiptAsync(string @case) => Eventually.GetAsync($"a receipt for {@case}", async () =>
    {
        Answer answer = await Partner.GetAsync($"/requests/{@case}/receipt");
        return answer.Status == 200 ? answer.Text : null;
    });

    /// <summary>Waits until the request and all that was sent are classified.</summary>
    public Task ClassifiedAsync(string @case) => Eventually.TrueAsync($"all of {@case} is classified", async () =>
        await LedgerAsync(@case) is var ledger && ledger.Of("classification.item-classified").Count == ledger.Sealed.Count + 1);

    /// <summary>Waits until the risk is assessed of all that is classified: before that, nothing goes out.</summary>
    public Task AssessedAsync(string @case) => Eventually.TrueAsync($"the risk of {@case} is assessed", async () =>
        (await LedgerAsync(@case)).Of("risk.assessed") is [.., var newest] && !newest["facts"]!["data"]!["reading"]!.AsArray().Any(code => (string?)code == "waiting"));

    /// <summary>Opens a case, sends everything, and waits for the receipt and until all of it is classified and its risk assessed.</summary>
    public async Task<string> CompleteAsync(params IEnumerable<(string Id, byte[] Content)> items)
    {
        string @case = await OpenAsync(items);
        await SendAsync(@case, items);
        await ReceiptAsync(@case);
        await ClassifiedAsync(@case);
        await AssessedAsync(@case);
        return @case;
    }

    /// <summary>Exports the case's ledger and checks it as an auditor would.</summary>
    public async Task<ExportedLedger> LedgerAsync(string @case)
    {
        byte[] exported = (await Officer("auditor").GetAsync($"/cases/{@case}/ledger")).Is(200).Body;
        LedgerReport report = LedgerCheck.Check(new MemoryStream(exported));
        Assert.True(report.Holds, report.Why);
        Assert.Equal(@case, report.Case);
        return new ExportedLedger(report, exported);
    }

    public void Dispose()
    {
        Partner.Dispose();
        Stranger.Dispose();
        _http.Dispose();
    }
}
