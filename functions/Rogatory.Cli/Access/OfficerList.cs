using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class OfficerList() : OfficerCommand("list", "Lists the officers of the register, and the founders.", "rogatory officer list")
{
    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var answer = await authority.GetJsonAsync("/officers", cancellationToken);
        var rows = PlainText.List(answer, "officers").Select(one => new[]
        {
            PlainText.Of(one, "officer"),
            (bool)one["suspended"]! ? "suspended" : OfficerText.RolesOf(one),
            $"unit {PlainText.Of(one, "unit") ?? "none"}",
            $"clearance {PlainText.Of(one, "clearance") ?? "none"}",
            one["proposal"] is { } proposal ? $"waits for another admin: proposal {OfficerText.ProposalOf(proposal)}" : "",
        }).ToList();
        return new Answer(answer, rows.Count == 0 ? "The register has no officer." : PlainText.Table(rows));
    }
}
