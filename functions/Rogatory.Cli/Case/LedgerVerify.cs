using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Cli.Case;

internal sealed class LedgerVerify : CliCommand
{
    private const int MostReceiptBytes = 8 << 20;

    private readonly Argument<string> _file = new("FILE") { Description = "The ledger, as JSON Lines." };
    private readonly Option<string?> _receipt = new("--receipt") { Description = "An intake receipt for the case; goes with --authority.", HelpName = "FILE" };
    private readonly Option<string?> _checkpoint = new("--checkpoint") { Description = "The proof from 'rogatory case checkpoint'; goes with --authority.", HelpName = "FILE" };
    private readonly Option<string?> _authority = new("--authority") { Description = "The authority's keys, from 'rogatory authority --out'.", HelpName = "FILE" };
    private readonly Option<string?> _root = new("--root") { Description = "The root noted when the ledger was exported: proves its last lines too.", HelpName = "HEX" };

    public LedgerVerify()
        : base("verify", "Says whether a ledger holds together, offline; and if not, at which line and why.",
            "rogatory ledger verify ledger.jsonl --receipt receipt.jws --authority authority.json")
    {
        Add(_file);
        Add(_receipt);
        Add(_checkpoint);
        Add(_authority);
        Add(_root);
        Validators.Add(line =>
        {
            if ((line.GetValue(_receipt) ?? line.GetValue(_checkpoint)) is null != line.GetValue(_authority) is null)
                line.AddError("--receipt or --checkpoint, and --authority, go together.");
            if (line.GetValue(_root) is { } root && !(root.Length == 64 && root.All(char.IsAsciiHexDigit)))
                line.AddError("--root is 64 hexadecimal digits.");
        });
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var (report, lines) = LedgerFile.Check(line.GetRequiredValue(_file));
        if (!report.Holds) return Broken(report);
        var json = new JsonObject { ["holds"] = true, ["case"] = report.Case, ["size"] = report.Size, ["root"] = report.Root, ["lastDigest"] = report.LastDigest };
        var text = new StringBuilder($"The ledger of {report.Case} holds together: {PlainText.Count(report.Size, "line")}, root {report.Root}.\n");
        var proven = 0L;

        if (line.GetValue(_receipt) is { } receiptPath)
        {
            var statement = Encoding.UTF8.GetString(await Files.ReadBytesAsync(receiptPath, MostReceiptBytes, cancellationToken));
            var receipt = ReceiptCheck.Verify(statement, await Files.ReadJsonAsync(line.GetValue(_authority)!, cancellationToken));
            ReceiptCheck.IsProvenBy(receipt, report, lines);
            proven = receipt.Ledger.Size;
        }
        if (line.GetValue(_checkpoint) is { } checkpointPath)
        {
            var document = await Files.ReadJsonAsync(checkpointPath, cancellationToken);
            var (number, size) = CheckpointCheck.IsProvenBy(document, await Files.ReadJsonAsync(line.GetValue(_authority)!, cancellationToken), report);
            (json["checkpoint"], proven) = (number, Math.Max(proven, size));
            text.Append(CultureInfo.InvariantCulture, $"Its first {size} lines stand in checkpoint {number}.\n");
        }
        if (line.GetValue(_root) is { } root)
        {
            if (!string.Equals(root, report.Root, StringComparison.OrdinalIgnoreCase))
                throw ReceiptCheck.Broken("ledger-other-root", $"The ledger's root is {report.Root}, not the one given: it was changed, cut or continued since.");
            proven = report.Size;
        }

        json["proven"] = proven;
        text.Append(proven == report.Size ? "Every byte of it is proven."
            : proven == 0 ? "Nothing proves yet that it is the authority's own: whoever can write a file can write one that holds together. Give --receipt, --checkpoint or --root."
            : $"The first {proven} lines are proven from outside; of the others, each but the last is bound by the one below it.");
        return new Answer(json, text.ToString());
    }

    private static Answer Broken(LedgerReport report)
    {
        var json = new JsonObject
        {
            ["holds"] = false,
            ["case"] = report.Case,
            ["line"] = report.LineNumber,
            ["fault"] = JsonNamingPolicy.KebabCaseLower.ConvertName(report.Fault!.Value.ToString()),
            ["why"] = report.Why,
        };
        return new Answer(json, $"The ledger breaks at line {report.LineNumber}: {report.Why}", ExitCode.Breaks);
    }
}
