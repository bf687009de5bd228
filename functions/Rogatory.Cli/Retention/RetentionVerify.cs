using System.CommandLine;
using System.Text;
using Rogatory.Cli.Case;
using Rogatory.Cli.Receipt;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Retention;

internal sealed class RetentionVerify : CliCommand
{
    private const int MostCertificateBytes = 8 << 20;

    private readonly Argument<string> _file = new("FILE") { Description = "The certificate." };
    private readonly Option<string> _authority = new("--authority") { Description = "The authority's keys, from 'rogatory authority --out'.", Required = true, HelpName = "FILE" };
    private readonly Option<string?> _ledger = new("--ledger") { Description = "The case's ledger; it must begin with the lines that the certificate was signed after.", HelpName = "FILE" };

    public RetentionVerify()
        : base("verify", "Verifies a certificate of erasure, offline.", "rogatory retention verify erasure.jws --authority authority.json --ledger ledger.jsonl")
    {
        Add(_file);
        Add(_authority);
        Add(_ledger);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var statement = Encoding.UTF8.GetString(await Files.ReadBytesAsync(line.GetRequiredValue(_file), MostCertificateBytes, cancellationToken));
        ErasureCertificate certificate = CertificateCheck.Verify(statement, await Files.ReadJsonAsync(line.GetRequiredValue(_authority), cancellationToken));
        var text = CertificateCheck.Describe(certificate);
        if (line.GetValue(_ledger) is { } ledger)
        {
            var (report, lines) = LedgerFile.Check(ledger);
            if (!report.Holds) throw ReceiptCheck.Broken("ledger-broken", $"The ledger breaks at line {report.LineNumber}: {report.Why}");
            CertificateCheck.IsProvenBy(certificate, report, lines);
            text += "\nThe ledger begins with the lines that it was signed after, and seals the items as it says.";
        }
        return new Answer(CertificateCheck.ToJson(certificate), text);
    }
}
