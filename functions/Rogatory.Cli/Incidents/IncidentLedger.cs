using System.CommandLine;
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
        return LedgerFile.Exported(path, "ledger");
    }
}
