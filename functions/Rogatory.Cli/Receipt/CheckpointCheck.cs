using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Cli.Receipt;

/// <summary>Verifies offline that a ledger begins with the lines that a signed checkpoint covers.</summary>
internal static class CheckpointCheck
{
    /// <summary>The checkpoint's number, and how many lines of the ledger it proves.</summary>
    /// <exception cref="CommandFailedException">It does not; exit status 1.</exception>
    public static (long Number, long Size) IsProvenBy(JsonObject document, JsonObject authority, LedgerReport report)
    {
        CheckpointProof proof;
        Checkpoint checkpoint;
        try
        {
            proof = CheckpointProof.FromJson(document);
            checkpoint = proof.Verify(ReceiptCheck.KeysOf(authority));
        }
        catch (InvalidStatementException broken)
        {
            throw new CommandFailedException(ExitCode.Breaks, $"checkpoint-{broken.Reason}", $"The checkpoint does not verify: {broken.Message}", inner: broken);
        }

        if (!string.Equals(proof.Case.ToString(), report.Case, StringComparison.Ordinal))
            throw ReceiptCheck.Broken("checkpoint-other-case", "The proof is for another case than the ledger.");
        if (report.Size < proof.Size)
            throw ReceiptCheck.Broken("ledger-cut", $"The ledger has {PlainText.Count(report.Size, "line")}, and had {proof.Size} when the checkpoint was made: lines were cut off.");
        return report.Proves(proof.Size, proof.Root)
            ? (checkpoint.Number, proof.Size)
            : throw ReceiptCheck.Broken("ledger-changed", $"The first {proof.Size} lines are not those that the checkpoint covers: at least one of their bytes was changed.");
    }
}
