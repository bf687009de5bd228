using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class GlassList() : OfficerCommand("list", "Lists each glass that was broken; those that wait for a review first.", "rogatory glass list")
{
    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var answer = await authority.GetJsonAsync("/glass", cancellationToken);
        var rows = PlainText.List(answer, "glass").Select(one => new[]
        {
            PlainText.Of(one, "glass"), PlainText.Of(one, "case"), PlainText.Of(one, "officer"), $"until {PlainText.Of(one, "until")}",
            one["review"] is { } review ? $"{PlainText.Of(review, "outcome")}, by {PlainText.Of(review, "by")}" : $"waits for a review; the reasons are {PlainText.Of(one, "reasons")}",
        }).ToList();
        return new Answer(answer, rows.Count == 0 ? "No glass was broken." : PlainText.Table(rows));
    }
}
