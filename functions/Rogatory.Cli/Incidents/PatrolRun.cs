using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Incidents;

internal sealed class PatrolRun : OfficerCommand
{
    public PatrolRun()
        : base("patrol", "Has the authority compare a sample of what it stores (bodies, protection, key envelopes, ledgers), and what partners can collect, with its ledgers.", "rogatory patrol")
    {
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var report = await authority.SendJsonAsync(HttpMethod.Post, "/patrols", null, cancellationToken);
        var faults = (report["faults"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"{report["ledgers"]} ledgers were checked, {report["bodies"]} sealed bodies read, and {report["copies"]} copies for partners looked at, in all {report["bytes"]} bytes: "));
        text.Append(faults.Count == 0 ? "all is as the ledgers say." : $"{faults.Count} faults, each open as an incident.");
        foreach (var fault in faults)
            text.Append(CultureInfo.InvariantCulture, $"\n  {fault["cause"]}: {fault["case"]} {fault["item"]}");
        return new Answer(report, text.ToString(), faults.Count == 0 ? ExitCode.Holds : ExitCode.Breaks);
    }
}
