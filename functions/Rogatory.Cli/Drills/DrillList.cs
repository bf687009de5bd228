using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Drills;

internal sealed class DrillList : OfficerCommand
{
    public DrillList()
        : base("list", "Lists the drills that there are, and what you played of them.", "rogatory drill list")
    {
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var answer = await authority.GetJsonAsync("/drills", cancellationToken);
        var drills = PlainText.Table(PlainText.List(answer, "drills").Select(one => new[] { PlainText.Of(one, "drill"), PlainText.Of(one, "title"), $"pass {PlainText.Of(one, "pass")} of 100" }));
        var runs = PlainText.List(answer, "runs").Select(one => new[]
        {
            PlainText.Of(one, "case"), PlainText.Of(one, "drill"), $"began {PlainText.Of(one, "startedAt")}",
            PlainText.Of(one, "points") is { } points ? $"{points} of 100, {(PlainText.Of(one, "passed") == "true" ? "passed" : "not passed")}" : $"until {PlainText.Of(one, "endsAt")}",
        }).ToList();
        return new Answer(answer, runs.Count == 0 ? drills : $"{drills}\nYour runs:\n{PlainText.Table(runs)}");
    }
}
