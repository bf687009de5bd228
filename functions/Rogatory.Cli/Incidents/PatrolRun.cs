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
            $"{Many("ledgers", "ledger", "ledgers")} checked, {Many("bodies", "sealed body", "sealed bodies")} read, and {Many("copies", "copy for a partner", "copies for partners")} looked at, in all {Many("bytes", "byte", "bytes")}: "));
        text.Append(faults.Count == 0 ? "all is as the ledgers say." : $"{PlainText.Count(faults.Count, "fault")}, each open as an incident.");
        foreach (var fault in faults)
            text.Append(CultureInfo.InvariantCulture, $"\n  {fault["cause"]}: {fault["case"]} {fault["item"]}");
        return new Answer(report, text.ToString(), faults.Count == 0 ? ExitCode.Holds : ExitCode.Breaks);

        string Many(string member, string one, string many) => PlainText.Count((long?)report[member] ?? 0, one, many);
    }
}
