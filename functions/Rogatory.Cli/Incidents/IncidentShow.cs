using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Incidents;

internal sealed class IncidentShow() : IncidentCommand(
    "show", "Shows an incident: what it affects, its clocks, notices and measures.", "rogatory incident show INC-7K3Q-F2M9-X4TD")
{
    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var view = await authority.GetJsonAsync(AddressOf(line), cancellationToken);
        return new Answer(view, IncidentText.Describe(view));
    }
}
