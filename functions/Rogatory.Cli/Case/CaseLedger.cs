using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Case;

internal sealed class CaseLedger : OfficerCommand
{
    private static readonly string[] Registers = ["incidents", "keys", "patrols", "refusals", "signals"];

    private readonly Argument<string> _case = new("CASE") { Description = $"The case; or partners, officers, {string.Join(", ", Registers)} for the ledger of that register." };
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
            : Registers.Contains(name) ? $"/registers/{name}/ledger"
            : $"/cases/{Typed.Case(name)}/ledger";
        await Files.ReplaceAsync(path, file => screen.WithProgressAsync("Exporting the ledger", null, report =>
            authority.DownloadAsync(address, _ => { }, file, report, cancellationToken)));

        var (check, _) = LedgerFile.Check(path);
        var json = new JsonObject { ["file"] = path, ["case"] = check.Case, ["holds"] = check.Holds, ["size"] = check.Size, ["root"] = check.Root, ["line"] = check.LineNumber };
        return check.Holds
            ? new Answer(json, $"{path} holds the ledger of {check.Case}: {PlainText.Count(check.Size, "line")}, root {check.Root}.")
            : new Answer(json, $"{path} was exported, but breaks at line {check.LineNumber}: {check.Why}", ExitCode.Breaks);
    }
}
