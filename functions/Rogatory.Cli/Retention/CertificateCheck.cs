using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Receipt;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Ledger;

namespace Rogatory.Cli.Retention;

/// <summary>Verifies a certificate of erasure against the authority's keys and, where there is one, the case's ledger. Needs no network.</summary>
internal static class CertificateCheck
{
    /// <summary>The certificate, when the authority signed it.</summary>
    /// <exception cref="CommandFailedException">It does not verify; exit status 1.</exception>
    public static ErasureCertificate Verify(string statement, JsonObject authority)
    {
        IReadOnlyList<VerificationKey> keys = ReceiptCheck.KeysOf(authority);
        try
        {
            return ErasureCertificate.FromJson(Statement.Verify(statement.Trim(), ErasureCertificate.Type, keys));
        }
        catch (InvalidStatementException broken)
        {
            throw new CommandFailedException(ExitCode.Breaks, $"certificate-{broken.Reason}", $"The certificate does not verify: {broken.Message}", inner: broken);
        }
    }

    /// <summary>The ledger begins with the lines that the certificate was signed after, and seals the items as it says.</summary>
    public static void IsProvenBy(ErasureCertificate certificate, LedgerReport report, IReadOnlyList<LedgerLine> lines)
    {
        if (!string.Equals(certificate.Case.ToString(), report.Case, StringComparison.Ordinal))
            throw ReceiptCheck.Broken("certificate-other-case", "The certificate is for another case than the ledger.");
        if (!report.Proves(certificate.Ledger.Size, certificate.Ledger.Root))
            throw ReceiptCheck.Broken("ledger-changed", $"The ledger does not begin with the {PlainText.Count(certificate.Ledger.Size, "line")} that the certificate was signed after.");
        foreach (ErasedItem item in certificate.Items)
        {
            if (!lines.Any(line => line.Event == "sealing.item-sealed" && (string?)line.Data["item"] == item.Id.ToString()
                && (string?)line.Data["sealedRoot"] == item.SealedRoot && (string?)line.Data["commitment"] == item.Commitment))
                throw ReceiptCheck.Broken("certificate-other-item", $"The certificate and the ledger do not say the same of the sealed item {item.Id}.");
        }
    }

    public static JsonObject ToJson(ErasureCertificate certificate)
    {
        var json = certificate.ToJson();
        json["verified"] = true;
        return json;
    }

    public static string Describe(ErasureCertificate certificate)
    {
        var text = new StringBuilder()
            .Append("The certificate verifies: the authority signed at ").Append(Statement.FormatTime(certificate.At)).Append(" that no key envelope of its own was left of ")
            .Append(PlainText.Count(certificate.Items.Count, "item")).Append(" of case ").Append(certificate.Case).Append(":\n")
            .AppendJoin(", ", certificate.Items.Select(one => one.Id.ToString())).Append(".\n")
            .Append("On ").Append(Words.Of(certificate.Ground)).Append(" (").Append(certificate.Citation).Append("), proposed by ").Append(certificate.ProposedBy)
            .Append(", approved by ").Append(certificate.ApprovedBy).Append(".\n");
        return text.Append(certificate.Disclosures.Count == 0
            ? "No key of theirs had left the authority."
            : $"It claims nothing of what had left the authority: {string.Join(", ", certificate.Disclosures.Select(one => $"{one.Disclosure} to {one.Partner}"))}.").ToString();
    }
}
