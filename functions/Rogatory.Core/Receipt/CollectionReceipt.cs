using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Receipt;

/// <summary>What a partner confirms once it has collected: the payload of the statement <see cref="Type"/>, signed with the key it signs its calls with.</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Manifest">Hex SHA-256 of the manifest as received.</param>
/// <param name="Items">Every item of the manifest, with the root the partner computed over the body it received.</param>
/// <param name="At">When it was signed, to the millisecond.</param>
public sealed record CollectionReceipt(DisclosureId Disclosure, string Manifest, IReadOnlyList<ReceiptItem> Items, DateTimeOffset At)
{
    /// <summary>The kind of statement, <c>typ</c>.</summary>
    public const string Type = "rogatory-collection+jws";

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson() => new()
    {
        ["disclosure"] = Disclosure.ToString(),
        ["manifest"] = Manifest,
        ["items"] = new JsonArray([.. Items.Select(item => new JsonObject { ["id"] = item.Id.ToString(), ["sealedRoot"] = item.SealedRoot })]),
        ["at"] = Statement.FormatTime(At),
    };

    /// <summary>Reads a verified payload.</summary>
    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many; reason <c>payload</c>.</exception>
    public static CollectionReceipt FromJson(JsonObject payload)
    {
        var members = new StatementMembers(payload, 4);
        List<ReceiptItem> items = [.. members.Objects("items", 2).Select(item => new ReceiptItem(
            ItemId.TryParse(item.Text("id"), out ItemId id) ? id : throw StatementMembers.Wrong("id"), item.Digest("sealedRoot")))];
        if (items.Count == 0 || items.DistinctBy(item => item.Id).Count() != items.Count) throw StatementMembers.Wrong("items");
        return new CollectionReceipt(
            DisclosureId.TryParse(members.Text("disclosure"), out DisclosureId disclosure) ? disclosure : throw StatementMembers.Wrong("disclosure"),
            members.Digest("manifest"),
            items,
            members.Time("at"));
    }
}
