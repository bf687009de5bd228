using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class PartnerList() : OfficerCommand("list", "Lists the registered partners.", "rogatory partner list")
{
    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var answer = await authority.GetJsonAsync("/partners", cancellationToken);
        var rows = PlainText.List(answer, "partners").Select(one => new[]
        {
            PlainText.Of(one, "partner"), PlainText.Of(one, "jurisdiction"), $"until {PlainText.Of(one, "validUntil")}", PlainText.Of(one, "authority"),
        }).ToList();
        return new Answer(answer, rows.Count == 0 ? "No partner is registered." : PlainText.Table(rows));
    }
}
