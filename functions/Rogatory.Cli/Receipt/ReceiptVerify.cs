using System.CommandLine;
using System.Text;
using Rogatory.Cli.Case;
using Rogatory.Core.Intake;

namespace Rogatory.Cli.Receipt;

internal sealed class ReceiptVerify : CliCommand
{
    private const int MostReceiptBytes = 8 << 20;

    private readonly Argument<string> _file = new("FILE") { Description = "The receipt." };
    private readonly Option<string> _authority = new("--authority") { Description = "The authority's keys, from 'rogatory authority --out'.", Required = true, HelpName = "FILE" };
    private readonly Option<string?> _ledger = new("--ledger") { Description = "The case's ledger; it must begin with the lines the receipt names.", HelpName = "FILE" };
    private readonly Option<string?> _request = new("--request") { Description = "The request as it was sent; the receipt must name its bytes.", HelpName = "FILE" };

    public ReceiptVerify()
        : base("verify", "Verifies an intake receipt, offline.", "rogatory receipt verify receipt.jws --authority authority.json --request request.json --ledger ledger.jsonl")
    {
        Add(_file);
        Add(_authority);
        Add(_ledger);
        Add(_request);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var statement = Encoding.UTF8.GetString(await Files.ReadBytesAsync(line.GetRequiredValue(_file), MostReceiptBytes, cancellationToken));
        var receipt = ReceiptCheck.Verify(statement, await Files.ReadJsonAsync(line.GetRequiredValue(_authority), cancellationToken));
        var text = new StringBuilder(ReceiptCheck.Describe(receipt));
        if (line.GetValue(_request) is { } request)
        {
            ReceiptCheck.IsFor(receipt, await Files.ReadBytesAsync(request, RequestLimits.MostBytes, cancellationToken));
            text.Append("\nThe request is the one it names.");
        }
        if (line.GetValue(_ledger) is { } ledger)
        {
            var (report, lines) = LedgerFile.Check(ledger);
            if (!report.Holds) throw ReceiptCheck.Broken("ledger-broken", $"The ledger breaks at line {report.LineNumber}: {report.Why}");
            ReceiptCheck.IsProvenBy(receipt, report, lines);
            text.Append("\nThe ledger begins with the lines it names.");
        }
        return new Answer(ReceiptCheck.ToJson(receipt), text.ToString());
    }
}
