using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class OfficerList() : OfficerCommand("list", "Lists the officers on record.", "rogatory officer list")
{
    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var answer = await authority.GetJsonAsync("/officers", cancellationToken);
        var rows = PlainText.List(answer, "officers").Select(one => new[]
        {
            PlainText.Of(one, "officer"), $"trained until {PlainText.Of(one, "trainedUntil")}", $"bound until {PlainText.Of(one, "boundUntil")}",
        }).ToList();
        return new Answer(answer, rows.Count == 0 ? "No officer is on record." : PlainText.Table(rows));
    }
}
