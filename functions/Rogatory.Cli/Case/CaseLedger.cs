using System.CommandLine;
using Rogatory.Cli.Http;
using Rogatory.Core.Reports;

namespace Rogatory.Cli.Case;

internal sealed class CaseLedger : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = $"The case; or partners, officers, {string.Join(", ", RegisterLedgers.Names)} for the ledger of that register." };
    private readonly Option<string> _out = new("--out") { Description = "Where the ledger goes, as JSON Lines.", Required = true, HelpName = "FILE" };

    public CaseLedger()
        : base("ledger", "Exports a case's ledger and checks that it holds together. Note the root it prints: it proves the export later.",
            "rogatory case ledger 7K3Q-F2M9-X4TD --out ledger.jsonl")
    {
        Add(_case);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (name, path) = (line.GetRequiredValue(_case), line.GetRequiredValue(_out));
        var address = name is "partners" or "officers" ? $"/{name}/ledger"
            : RegisterLedgers.Names.Contains(name) ? $"/registers/{name}/ledger"
            : $"/cases/{Typed.Case(name)}/ledger";
        await Files.ReplaceAsync(path, file => screen.WithProgressAsync("Exporting the ledger", null, report =>
            authority.DownloadAsync(address, _ => { }, file, report, cancellationToken)));

        return LedgerFile.Exported(path, "case");
    }
}
