using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Drills;

public sealed class DrillCommandTests : IAsyncLifetime
{
    private const string Run = "DRYR-7K3Q-F2M9";

    private const string View = """
        {"case":"DRYR-7K3Q-F2M9","drill":"over-disclosure","title":"Payments in March","story":["A prosecution office asks."],"task":"Decide.","sheet":{"use":"as-requested"},
         "partners":{"xa-pp-0a1b2c3d":"Prosecution Office"},"told":["The bank has delivered."],"startedAt":"2026-11-29T09:00:00Z","endsAt":"2026-12-02T09:00:00Z","isFinished":false,"points":null,"passed":null}
        """;

    private readonly Folder _folder = new();
    private StubAuthority _authority = null!;
    private bool _passed = true;

    public Task InitializeAsync()
    {
        _authority = new StubAuthority(call => call.AnswerAsync(200, call.Method == "POST" && call.Target == "/api/v1/drills" ? View : Answer(call.Target)));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_drill_is_begun_with_its_story_and_a_sheet_of_facts()
    {
        var started = await RunAsync("start", "over-disclosure", "--facts", _folder["facts.json"]);
        Assert.True(started.Status == 0, started.Error);
        foreach (string said in new[] { "Payments in March", Run, "A prosecution office asks.", "Your task: Decide.", "xa-pp-0a1b2c3d  Prosecution Office", "- The bank has delivered." })
            Assert.Contains(said, started.Output, StringComparison.Ordinal);
        Assert.Contains("\"use\": \"as-requested\"", await File.ReadAllTextAsync(_folder["facts.json"]), StringComparison.Ordinal);
        Assert.Equal(started.Output, (await RunAsync("status", Run)).Output);
    }

    [Fact]
    public async Task The_list_shows_drills_and_runs()
    {
        var listed = await RunAsync("list");
        Assert.Contains("over-disclosure  Payments in March  pass 85 of 100", listed.Output, StringComparison.Ordinal);
        Assert.Contains("40 of 100, not passed", listed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 0, "100 of 100: passed")]
    [InlineData(false, 1, "100 of 100: not passed")]
    public async Task A_score_explains_each_point_keeps_the_result_and_says_by_its_status_whether_it_was_passed(bool passed, int status, string said)
    {
        _passed = passed;
        var scored = await RunAsync("score", Run, "--out", _folder["result.jws"]);
        Assert.Equal(status, scored.Status);
        foreach (string part in new[] { said, "More is released than was asked for.", "0 of 40  no-original (too-much)", "LED art. 4(1)(c)", $"entry 12 of {Run}: disclosure.disclosure-proposed" })
            Assert.Contains(part, scored.Output, StringComparison.Ordinal);
        Assert.Equal("a.b.c", await File.ReadAllTextAsync(_folder["result.jws"]));
    }

    [Fact]
    public async Task What_is_no_case_is_told_apart() => Assert.Equal((int)ExitCode.Usage, (await RunAsync("status", "DRYR")).Status);

    public async Task DisposeAsync()
    {
        await _authority.DisposeAsync();
        _folder.Dispose();
    }

    private Task<Ran> RunAsync(params string[] arguments) => Ran.Of(["drill", .. arguments, "--authority-url", _authority.Url, "--token", "t"]);

    private string Answer(string target) => target switch
    {
        "/api/v1/drills" => """{"drills":[{"drill":"over-disclosure","version":"2026-11-29","title":"Payments in March","hours":72,"pass":85}],"runs":[{"case":"DRYR-7K3Q-F2M9","drill":"over-disclosure","startedAt":"2026-11-29T09:00:00Z","endsAt":"2026-12-02T09:00:00Z","points":40,"passed":false}]}""",
        $"/api/v1/drills/{Run}/score" => $$"""
            {"case":"{{Run}}","drill":"over-disclosure","pitfall":"More is released than was asked for.","points":100,"passed":{{(_passed ? "true" : "false")}},"statement":"a.b.c",
             "rules":[{"rule":"no-original","points":0,"of":40,"fault":"too-much","explanation":"You proposed the whole statement.","citation":"LED art. 4(1)(c)","entries":[{"ledger":"{{Run}}","seq":12,"event":"disclosure.disclosure-proposed"}]}]}
            """,
        _ => View,
    };
}
