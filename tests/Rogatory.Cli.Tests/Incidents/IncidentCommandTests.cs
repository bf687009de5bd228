using System.Text.Json.Nodes;
using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Incidents;

public sealed class IncidentCommandTests : IAsyncLifetime
{
    private const string Incident = "INC-7K3Q-F2M9-X4TD";

    private readonly Folder _folder = new();
    private readonly List<JsonObject> _sent = [];
    private readonly List<string> _posted = [];
    private StubAuthority _authority = null!;
    private string _digest = SampleNotice.Digest;

    public Task InitializeAsync()
    {
        _authority = new StubAuthority(AnswerAsync);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_draft_is_written_as_the_bytes_that_are_on_record_and_as_a_page_and_saying_it_was_sent_names_them()
    {
        var drafted = await RunAsync("notice", "draft", Incident, "--kind", "supervisory-authority", "--consequences", "None that are known.", "--persons", "3", "--out", _folder["notice.json"], "--html", _folder["notice.html"]);
        Assert.True(drafted.Status == 0, drafted.Error);
        Assert.Equal(SampleNotice.Canonical, await File.ReadAllTextAsync(_folder["notice.json"]));
        Assert.Contains(SampleNotice.Digest, await File.ReadAllTextAsync(_folder["notice.html"]), StringComparison.Ordinal);
        Assert.Equal((3, "supervisory-authority"), ((int)_sent[0]["persons"]!, (string)_sent[0]["kind"]!));

        var sent = await RunAsync("notice", "sent", Incident, "1", "--file", _folder["notice.json"], "--channel", "portal");
        Assert.True(sent.Status == 0, sent.Error);
        Assert.Equal((SampleNotice.Digest, "portal"), ((string)_sent[1]["digest"]!, (string)_sent[1]["channel"]!));
        Assert.Contains("supervisory-authority  running  due 2026-11-25T09:00:00Z  LED art. 30(1)", sent.Output, StringComparison.Ordinal);

        var printed = await Ran.Of("incident", "notice", "print", _folder["notice.json"], "--out", _folder["again.html"]);
        Assert.True(printed.Status == 0, printed.Error);
        Assert.Equal(await File.ReadAllTextAsync(_folder["notice.html"]), await File.ReadAllTextAsync(_folder["again.html"]));
    }

    [Fact]
    public async Task A_draft_that_is_not_the_one_on_record_is_not_written()
    {
        _digest = new string('0', 64);
        var drafted = await RunAsync("notice", "draft", Incident, "--kind", "supervisory-authority", "--out", _folder["notice.json"], "--json");
        Assert.Equal(((int)ExitCode.Breaks, "notice-other"), (drafted.Status, (string?)drafted.Failure["slug"]));
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public async Task An_incident_is_told_in_words()
    {
        var shown = await RunAsync("show", Incident);
        Assert.True(shown.Status == 0, shown.Error);
        foreach (string said in new[] { $"{Incident}: body-altered, high, open, a breach under the LED until shown otherwise.", "1 item, about 3 persons", "keys left by", "7K3Q-F2M9-X4TD-1", "hold-erasure" })
            Assert.Contains(said, shown.Output, StringComparison.Ordinal);
        var listed = await RunAsync("list");
        Assert.Contains(Incident, listed.Output, StringComparison.Ordinal);
        Assert.Contains("and 3 more", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closing_is_decided_on_by_its_number_which_the_incident_shows()
    {
        var shown = await RunAsync("show", Incident);
        Assert.Contains("number 2, by officer:o-dpo", shown.Output, StringComparison.Ordinal);
        Assert.Contains("7K3Q-F2M9-X4TD request.incident-0123456789ab (rogatory item read)", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("reject", Incident, "2", "--reasons", "More is to be looked into.")).Status);
        Assert.Equal("reject", (string)Assert.Single(_sent)["decision"]!);
        Assert.Equal([$"/api/v1/incidents/{Incident}/closings/2/approvals"], _posted);
    }

    [Theory]
    [InlineData("approve INC-7K3Q-F2M9-X4TD --reasons long-enough-a-text")]
    [InlineData("show 7K3Q-F2M9-X4TD")]
    [InlineData("open --cause body-missing --description long-enough-a-text")]
    [InlineData("contain INC-7K3Q-F2M9-X4TD --measure nonsense --reasons long-enough-a-text")]
    [InlineData("contain INC-7K3Q-F2M9-X4TD --measure suspend-partner --of-partner Not_One --reasons long-enough-a-text")]
    [InlineData("notice waive INC-7K3Q-F2M9-X4TD --kind persons-concerned --ground nonsense --citation c --reasons r")]
    [InlineData("notice sent INC-7K3Q-F2M9-X4TD one --file f --channel portal")]
    [InlineData("close INC-7K3Q-F2M9-X4TD --cause c --effect e --remedy r")]
    public async Task A_command_line_that_can_not_be_used_is_told_apart(string line)
    {
        Assert.Equal((int)ExitCode.Usage, (await RunAsync(line.Split(' '))).Status);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_file_that_is_no_notice_is_not_printed()
    {
        _folder.Write("other.json", "{}");
        Assert.Equal((int)ExitCode.Usage, (await Ran.Of("incident", "notice", "print", _folder["other.json"], "--out", _folder["page.html"])).Status);
    }

    public async Task DisposeAsync()
    {
        await _authority.DisposeAsync();
        _folder.Dispose();
    }

    private Task<Ran> RunAsync(params string[] arguments) => Ran.Of(["incident", .. arguments, "--authority-url", _authority.Url, "--token", "t"]);

    private async Task AnswerAsync(StubAuthority.Call call)
    {
        if (call.Method == "POST")
        {
            _posted.Add(call.Target);
            _sent.Add((JsonObject)JsonNode.Parse(await call.ContentAsync())!);
        }

        string answer = call.Target switch
        {
            "/api/v1/incidents" => $$"""{"incidents":[{"incident":"{{Incident}}","severity":"high","state":"open","cause":"body-altered","case":"7K3Q-F2M9-X4TD","due":null,"missed":0}],"leftOut":3}""",
            $"/api/v1/incidents/{Incident}/notices" => $$"""{"notice":1,"kind":"supervisory-authority","phase":1,"digest":"{{_digest}}","document":{{SampleNotice.Json}}}""",
            _ => $$"""
                {"incident":"{{Incident}}","cause":"body-altered","severity":"high","breach":true,"regime":"led","state":"open","openedAt":"2026-11-22T09:00:00Z","openedBy":"system:patrol",
                 "awareAt":"2026-11-22T09:00:00Z","case":"7K3Q-F2M9-X4TD","closing":2,"closingBy":"officer:o-dpo","words":["7K3Q-F2M9-X4TD/request.incident-0123456789ab"],"affected":{"records":1,"persons":3,"keysLeft":["7K3Q-F2M9-X4TD-1"]},
                 "clocks":[{"clock":"supervisory-authority","state":"running","due":"2026-11-25T09:00:00Z","citation":"LED art. 30(1)","verified":true,"wasMissed":false}],
                 "measures":[{"measure":"hold-erasure","case":"7K3Q-F2M9-X4TD"}]}
                """,
        };
        await call.AnswerAsync(200, answer);
    }
}
