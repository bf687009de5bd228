using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Incidents;

internal sealed class IncidentList : OfficerCommand
{
    private readonly Option<bool> _all = new("--all") { Description = "Those that are closed too." };

    public IncidentList()
        : base("list", "Lists the incidents that are open: the worst first, then by the clock that runs out next.", "rogatory incident list --all") =>
        Add(_all);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var answer = await authority.GetJsonAsync(line.GetValue(_all) ? "/incidents?state=all" : "/incidents", cancellationToken);
        var rows = PlainText.List(answer, "incidents").Select(one => new[]
        {
            PlainText.Of(one, "incident"), PlainText.Of(one, "severity"), PlainText.Of(one, "state"), PlainText.Of(one, "cause"),
            PlainText.Of(one, "case") ?? PlainText.Of(one, "partner") ?? PlainText.Of(one, "officer"), $"due {PlainText.Of(one, "due") ?? "-"}",
            PlainText.Of(one, "missed") is { } missed and not "0" ? $"{missed} missed" : null,
        }).ToList();
        if (PlainText.Of(answer, "leftOut") is { } more and not "0")
            rows.Add([$"and {more} more, none of them worse by its cause"]);
        return new Answer(answer, rows.Count == 0 ? "No incident is open." : PlainText.Table(rows));
    }
}
