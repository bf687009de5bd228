using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Cli.Receipt;

/// <summary>Verifies an intake receipt against what its holder has: the authority's keys, the request, a ledger. Needs no network.</summary>
internal static class ReceiptCheck
{
    /// <summary>The receipt, when the authority signed it.</summary>
    /// <exception cref="CommandFailedException">It does not verify; exit status 1.</exception>
    public static IntakeReceipt Verify(string statement, JsonObject authority)
    {
        IReadOnlyList<VerificationKey> keys = KeysOf(authority);
        try
        {
            return IntakeReceipt.FromJson(Statement.Verify(statement.Trim(), IntakeReceipt.Type, keys));
        }
        catch (InvalidStatementException broken)
        {
            throw new CommandFailedException(ExitCode.Breaks, $"receipt-{broken.Reason}", $"The receipt does not verify: {broken.Message}", inner: broken);
        }
    }

    /// <summary>The keys that the authority signs statements with.</summary>
    public static IReadOnlyList<VerificationKey> KeysOf(JsonObject authority)
    {
        try
        {
            using var document = JsonDocument.Parse(authority.ToJsonString());
            return VerificationKey.ReadSet(document.RootElement);
        }
        catch (FormatException fault)
        {
            throw CommandFailedException.Usage($"The authority's keys cannot be read: {fault.Message}", "Get them with: rogatory authority --out authority.json", fault);
        }
    }

    /// <summary>The receipt names the bytes of this request.</summary>
    public static void IsFor(IntakeReceipt receipt, ReadOnlySpan<byte> request)
    {
        if (!string.Equals(receipt.Request, Convert.ToHexStringLower(SHA256.HashData(request)), StringComparison.Ordinal))
            throw Broken("receipt-other-request", "The receipt is for another request: the digest of the request's bytes is not the one it names.");
    }

    /// <summary>The ledger begins with the lines that the receipt names, and these seal the items as the receipt says.</summary>
    public static void IsProvenBy(IntakeReceipt receipt, LedgerReport report, IReadOnlyList<LedgerLine> lines)
    {
        if (!string.Equals(receipt.Case.ToString(), report.Case, StringComparison.Ordinal))
            throw Broken("receipt-other-case", "The receipt is for another case than the ledger.");
        if (report.Size < receipt.Ledger.Size)
            throw Broken("ledger-cut", $"The ledger has {PlainText.Count(report.Size, "line")}, and had {receipt.Ledger.Size} when the receipt was signed: lines were cut off.");
        if (!report.Proves(receipt.Ledger.Size, receipt.Ledger.Root))
            throw Broken("ledger-changed", $"The first {receipt.Ledger.Size} lines are not those that the receipt was signed for: at least one of their bytes was changed.");
        // The first line that seals an item is the one that counts.
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Take((int)receipt.Ledger.Size).Where(one => one.Event == "sealing.item-sealed"))
            roots.TryAdd((string)line.Data["item"]!, (string)line.Data["sealedRoot"]!);
        foreach (var item in receipt.Items)
        {
            if (roots.GetValueOrDefault(item.Id.ToString()) != item.SealedRoot)
                throw Broken("receipt-other-item", $"The receipt and the ledger do not say the same of the sealed item {item.Id}.");
        }
    }

    public static CommandFailedException Broken(string slug, string why) => new(ExitCode.Breaks, slug, why);

    public static JsonObject ToJson(IntakeReceipt receipt)
    {
        var json = receipt.ToJson();
        json["verified"] = true;
        return json;
    }

    public static string Describe(IntakeReceipt receipt) => new StringBuilder()
        .Append("The receipt verifies: signed by the authority for case ").Append(receipt.Case).Append(" at ").Append(Statement.FormatTime(receipt.At)).Append(",\n")
        .Append("naming the request ").Append(receipt.Request).Append(",\n")
        .Append(PlainText.Count(receipt.Items.Count, "sealed item")).Append(", and the first ").Append(receipt.Ledger.Size).Append(" lines of the ledger.").ToString();
}
