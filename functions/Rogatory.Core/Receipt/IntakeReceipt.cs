using System.Text.Json.Nodes;
using Rogatory.Core.Case;

namespace Rogatory.Core.Receipt;

/// <summary>What we confirm to a partner once every declared item is sealed: the payload of the statement <see cref="Type"/>.</summary>
/// <param name="Case">The case.</param>
/// <param name="Request">Lower-case hex SHA-256 of the request's bytes as sent, which hold the declared digests.</param>
/// <param name="Items">Each sealed item once; at least one.</param>
/// <param name="Ledger">The case's ledger, which the partner can later ask us to be consistent with.</param>
/// <param name="Checkpoint">The newest checkpoint; null before the first.</param>
/// <param name="At">When it was signed, to the millisecond.</param>
public sealed record IntakeReceipt(
    CaseId Case, string Request, IReadOnlyList<ReceiptItem> Items, ReceiptLedger Ledger, ReceiptCheckpoint? Checkpoint, DateTimeOffset At)
{
    /// <summary>The kind of statement, <c>typ</c>.</summary>
    public const string Type = "rogatory-receipt+jws";

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson() => new()
    {
        ["case"] = Case.ToString(),
        ["request"] = Request,
        ["items"] = new JsonArray([.. Items.Select(item =>
            new JsonObject { ["id"] = item.Id.ToString(), ["sealedRoot"] = item.SealedRoot })]),
        ["ledger"] = new JsonObject { ["size"] = Ledger.Size, ["root"] = Ledger.Root },
        ["checkpoint"] = Checkpoint is null ? null : new JsonObject { ["number"] = Checkpoint.Number, ["root"] = Checkpoint.Root },
        ["at"] = Statement.FormatTime(At),
    };

    /// <summary>Reads a verified payload.</summary>
    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many; reason
    /// <c>payload</c>.</exception>
    public static IntakeReceipt FromJson(JsonObject payload)
    {
        var members = new StatementMembers(payload, 6);
        List<ReceiptItem> items = [.. members.Objects("items", 2).Select(item => new ReceiptItem(
            ItemId.TryParse(item.Text("id"), out ItemId id) ? id : throw StatementMembers.Wrong("id"), item.Digest("sealedRoot")))];
        if (items.Count == 0 || items.DistinctBy(item => item.Id).Count() != items.Count) throw StatementMembers.Wrong("items");
        StatementMembers ledger = members.Object("ledger", 2);
        return new IntakeReceipt(
            CaseId.TryParse(members.Text("case"), out CaseId @case) ? @case : throw StatementMembers.Wrong("case"),
            members.Digest("request"),
            items,
            new ReceiptLedger(ledger.Number("size"), ledger.Digest("root")),
            members.IsNull("checkpoint") ? null : ReadCheckpoint(members.Object("checkpoint", 2)),
            members.Time("at"));
    }

    private static ReceiptCheckpoint ReadCheckpoint(StatementMembers checkpoint) => new(checkpoint.Number("number"), checkpoint.Digest("root"));
}
