using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Ledger;
using Rogatory.LocalHost.Tests.EndToEnd;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.Drills;

/// <summary>Plays a drill over HTTP as an officer would: a list of acts from tests/samples/drills, each waited for until it is possible.</summary>
internal sealed class DrillPlay(Callers callers, string drill, string play)
{
    // What an officer waits for: material that is on its way, not sealed or classified yet, or not assessed.
    private static readonly string[] NotYet = ["item-not-found", "item-not-classified", "decision-not-possible", "disclosure-not-found", "disclosure-not-possible"];

    private readonly Officer _player = callers.Officer("reviewer,approver,auditor", $"o-{drill}-{play}");

    private string _incident = "";

    public string Case { get; private set; } = "";

    /// <summary>Begins; whoever plays need not be in the register, and is entered there by the script.</summary>
    public async Task<JsonObject> StartAsync()
    {
        callers.Enrolled.LeaveOut($"o-{drill}-{play}");
        JsonObject view = (await _player.PostAsync("/drills", Bytes(new JsonObject { ["drill"] = drill }))).Is(201).Json;
        Case = (string)view["case"]!;
        return view;
    }

    public async Task RunAsync(JsonObject view)
    {
        foreach (JsonNode? act in JsonNode.Parse(File.ReadAllText(Samples.Path("drills", $"{drill}.json")))![play]!.AsArray())
            await DoAsync(JsonNode.Parse(Fill(act!.ToJsonString(), view))!.AsObject());
    }

    /// <summary>The score, once what finishes the drill is there.</summary>
    public Task<JsonObject> ScoreAsync() => Eventually.GetAsync($"{drill} is finished", async () =>
    {
        Answer answer = await _player.PostAsync($"/drills/{Case}/score", []);
        return answer.Status == 200 ? answer.Json : null;
    });

    public Task<Answer> StatusAsync() => _player.GetAsync($"/drills/{Case}");

    /// <summary>The ledger of the incident that the player opened; empty where there is none.</summary>
    public async Task<byte[]> IncidentLedgerAsync() => _incident.Length == 0 ? [] : (await _player.GetAsync($"/incidents/{_incident}/ledger")).Is(200).Body;

    public async Task<byte[]> LedgerAsync() => (await _player.GetAsync($"/cases/{Case}/ledger")).Is(200).Body;

    private async Task DoAsync(JsonObject act)
    {
        if ((string?)act["awaits"] is { } name)
        {
            await Eventually.TrueAsync(name, async () => Encoding.UTF8.GetString(await LedgerAsync()).Contains($"\"event\":\"{name}\"", StringComparison.Ordinal));
            return;
        }

        Answer answer = await Eventually.GetAsync(act.ToJsonString(), async () => await CallAsync(act) is var tried && IsNotYet(tried) ? null : tried);
        Assert.True(answer.Status is >= 200 and < 300, $"{act.ToJsonString()} was answered with {answer.Status}: {answer.Text}");
        if ((string?)act["call"] == "POST /incidents")
            _incident = (string)answer.Json["incident"]!;
    }

    private async Task<Answer> CallAsync(JsonObject act)
    {
        if ((string?)act["read"] is { } item)
            return await _player.ReadAsync(Case, item);
        string path = ((string)act["call"]!).Split(' ')[1];
        if (path.EndsWith("/disclosures", StringComparison.Ordinal))
            await AssessedAsync();
        return await _player.PostAsync(path, Bytes(act["body"]!.AsObject()));
    }

    private Task AssessedAsync() => Eventually.TrueAsync($"the risk of {Case} is assessed", async () =>
        new ExportedLedger(LedgerCheck.Check(new MemoryStream(await LedgerAsync())), await LedgerAsync()).Of("risk.assessed") is [.., var newest]
        && !newest["facts"]!["data"]!["reading"]!.AsArray().Any(code => (string?)code == "waiting"));

    private static bool IsNotYet(Answer answer) =>
        answer.Status is 404 or 409 && NotYet.Any(slug => (string?)answer.Json["type"] == $"urn:rogatory:problem:{slug}");

    private string Fill(string text, JsonObject view)
    {
        foreach ((string partner, JsonNode? _) in view["partners"]!.AsObject())
            text = text.Replace($"{{partner:{partner[..partner.LastIndexOf('-')]}}}", partner, StringComparison.Ordinal);
        return text.Replace("{case}", Case, StringComparison.Ordinal).Replace("{disclosure}", $"{Case}-1", StringComparison.Ordinal).Replace("{incident}", _incident, StringComparison.Ordinal);
    }

    private static byte[] Bytes(JsonObject body) => SampleRequests.ToBytes(body);
}
