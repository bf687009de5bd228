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

    private const int DigestCharacters = 64;

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
        HasExactly(payload, 6);
        var items = (payload["items"] as JsonArray ?? throw Wrong("items")).Select(node => ReadItem(node)).ToList();
        if (items.Count == 0 || items.DistinctBy(item => item.Id).Count() != items.Count) throw Wrong("items");
        var ledger = Members(payload, "ledger");
        return new IntakeReceipt(
            CaseId.TryParse(Text(payload, "case"), out var @case) ? @case : throw Wrong("case"),
            Digest(payload, "request"),
            items,
            new ReceiptLedger(Number(ledger, "size"), Digest(ledger, "root")),
            payload.TryGetPropertyValue("checkpoint", out var checkpoint) && checkpoint is null
                ? null
                : ReadCheckpoint(Members(payload, "checkpoint")),
            Statement.ReadTime(payload["at"]) ?? throw Wrong("at"));
    }

    private static ReceiptItem ReadItem(JsonNode? node)
    {
        var item = node as JsonObject ?? throw Wrong("items");
        HasExactly(item, 2);
        return new ReceiptItem(ItemId.TryParse(Text(item, "id"), out var id) ? id : throw Wrong("id"), Digest(item, "sealedRoot"));
    }

    private static ReceiptCheckpoint ReadCheckpoint(JsonObject checkpoint) => new(Number(checkpoint, "number"), Digest(checkpoint, "root"));

    private static JsonObject Members(JsonObject parent, string name)
    {
        var members = parent[name] as JsonObject ?? throw Wrong(name);
        HasExactly(members, 2);
        return members;
    }

    /// <summary>With each expected member required where it is read, a count is enough to refuse any other.</summary>
    private static void HasExactly(JsonObject members, int count)
    {
        if (members.Count != count) throw new InvalidStatementException("payload", "The receipt has a member too many or too few.");
    }

    private static string? Text(JsonObject members, string name) =>
        members[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string Digest(JsonObject members, string name) =>
        Text(members, name) is { Length: DigestCharacters } text && text.All(char.IsAsciiHexDigitLower) ? text : throw Wrong(name);

    private static long Number(JsonObject members, string name) =>
        members[name] is JsonValue value && value.TryGetValue(out long number) && number >= 0 ? number : throw Wrong(name);

    private static InvalidStatementException Wrong(string name) => new("payload", $"The member '{name}' is missing or not of its form.");
}
