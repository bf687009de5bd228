using System.CommandLine;
using System.Text;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Retention;

internal sealed class RetentionCertificate : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<int> _erasure = new("ERASURE") { Description = "The erasure's number." };
    private readonly Option<string> _out = new("--out") { Description = "Where the certificate goes.", Required = true, HelpName = "FILE" };

    public RetentionCertificate()
        : base("certificate", "Fetches the signed certificate of an erasure that is done, and verifies it.",
            "rogatory retention certificate 7K3Q-F2M9-X4TD 1 --out erasure.jws")
    {
        Add(_case);
        Add(_erasure);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (@case, erasure) = (Typed.Case(line.GetRequiredValue(_case)), line.GetRequiredValue(_erasure));
        var statement = await authority.GetBytesAsync($"/cases/{@case}/erasures/{erasure}/certificate", cancellationToken);
        var certificate = CertificateCheck.Verify(Encoding.UTF8.GetString(statement), await authority.GetJsonAsync("/authority", cancellationToken));
        if (certificate.Case != @case || certificate.Erasure != erasure)
            throw Receipt.ReceiptCheck.Broken("certificate-other-case", "The authority handed out a certificate of another erasure.");
        await Files.ReplaceAsync(line.GetRequiredValue(_out), statement, cancellationToken);
        return new Answer(CertificateCheck.ToJson(certificate), CertificateCheck.Describe(certificate));
    }
}
