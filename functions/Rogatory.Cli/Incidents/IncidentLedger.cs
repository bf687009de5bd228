using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Case;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Incidents;

internal sealed class IncidentLedger : IncidentCommand
{
    private readonly Option<string> _out = new("--out") { Description = "Where the ledger goes, as JSON Lines.", Required = true, HelpName = "FILE" };

    public IncidentLedger()
        : base("ledger", "Exports an incident's ledger and checks that it holds together.", "rogatory incident ledger INC-7K3Q-F2M9-X4TD --out incident.jsonl") =>
        Add(_out);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        string path = line.GetRequiredValue(_out);
        await Files.ReplaceAsync(path, file => authority.DownloadAsync($"{AddressOf(line)}/ledger", _ => { }, file, _ => { }, cancellationToken));
        var (check, _) = LedgerFile.Check(path);
        var json = new JsonObject { ["file"] = path, ["ledger"] = check.Case, ["holds"] = check.Holds, ["size"] = check.Size, ["root"] = check.Root, ["line"] = check.LineNumber };
        return check.Holds
            ? new Answer(json, $"{path} holds the ledger {check.Case}: {PlainText.Count(check.Size, "line")}, root {check.Root}.")
            : new Answer(json, $"{path} was exported, but breaks at line {check.LineNumber}: {check.Why}", ExitCode.Breaks);
    }
}
