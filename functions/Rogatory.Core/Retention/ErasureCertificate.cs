using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Retention;

/// <summary>What we certify of an erasure: the payload of the statement <see cref="Type"/>. It speaks of our own key envelopes, and of nothing that had left us.</summary>
/// <param name="Case">The case.</param>
/// <param name="Erasure">The erasure's number in the case.</param>
/// <param name="Items">What is erased, each item once; at least one.</param>
/// <param name="Ground">Why.</param>
/// <param name="Citation">The article relied on.</param>
/// <param name="ProposedBy">Who proposed it, as the ledger names them.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="Disclosures">Each disclosure by which the key of an erased item had left us.</param>
/// <param name="Ledger">The case's ledger, before the lines that say it is done.</param>
/// <param name="At">When it was signed, to the millisecond: no key envelope of ours was left then.</param>
public sealed record ErasureCertificate(
    CaseId Case,
    int Erasure,
    IReadOnlyList<ErasedItem> Items,
    ErasureGround Ground,
    string Citation,
    string ProposedBy,
    string ApprovedBy,
    IReadOnlyList<ErasedDisclosure> Disclosures,
    ReceiptLedger Ledger,
    DateTimeOffset At)
{
    /// <summary>The kind of statement, <c>typ</c>.</summary>
    public const string Type = "rogatory-erasure+jws";

    /// <summary>What it claims, member <c>claim</c>: that no key envelope of the home authority's opens the items.</summary>
    public const string Claim = "own-key-envelopes-destroyed";

    private const int Members = 11;

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson() => new()
    {
        ["case"] = Case.ToString(),
        ["erasure"] = Erasure,
        ["claim"] = Claim,
        ["items"] = new JsonArray([.. Items.Select(one => new JsonObject
        {
            ["id"] = one.Id.ToString(),
            ["sealedRoot"] = one.SealedRoot,
            ["commitment"] = one.Commitment,
        })]),
        ["ground"] = JsonNamingPolicy.KebabCaseLower.ConvertName(Ground.ToString()),
        ["citation"] = Citation,
        ["proposedBy"] = ProposedBy,
        ["approvedBy"] = ApprovedBy,
        ["disclosures"] = new JsonArray([.. Disclosures.Select(one => new JsonObject
        {
            ["disclosure"] = one.Disclosure.ToString(),
            ["partner"] = one.Partner.ToString(),
            ["items"] = new JsonArray([.. one.Items.Select(item => JsonValue.Create(item.ToString()))]),
        })]),
        ["ledger"] = new JsonObject { ["size"] = Ledger.Size, ["root"] = Ledger.Root },
        ["at"] = Statement.FormatTime(At),
    };

    /// <summary>Reads a verified payload.</summary>
    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many; reason <c>payload</c>.</exception>
    public static ErasureCertificate FromJson(JsonObject payload)
    {
        var members = new StatementMembers(payload, Members);
        if (members.Text("claim") != Claim) throw StatementMembers.Wrong("claim");
        List<ErasedItem> items = [.. members.Objects("items", 3).Select(one => new ErasedItem(Item(one.Text("id"), "items"), one.Digest("sealedRoot"), one.Digest("commitment")))];
        if (items.Count == 0 || items.DistinctBy(one => one.Id).Count() != items.Count) throw StatementMembers.Wrong("items");
        StatementMembers ledger = members.Object("ledger", 2);
        return new ErasureCertificate(
            CaseId.TryParse(members.Text("case"), out CaseId @case) ? @case : throw StatementMembers.Wrong("case"),
            members.Number("erasure") is > 0 and <= int.MaxValue and var number ? (int)number : throw StatementMembers.Wrong("erasure"),
            items,
            members.KebabWord<ErasureGround>("ground"),
            members.Text("citation"),
            members.Text("proposedBy"),
            members.Text("approvedBy"),
            [.. members.Objects("disclosures", 3).Select(DisclosureFrom)],
            new ReceiptLedger(ledger.Number("size"), ledger.Digest("root")),
            members.Time("at"));
    }

    private static ErasedDisclosure DisclosureFrom(StatementMembers one) => new(
        DisclosureId.TryParse(one.Text("disclosure"), out DisclosureId disclosure) ? disclosure : throw StatementMembers.Wrong("disclosure"),
        Access.PartnerId.TryParse(one.Text("partner"), out Access.PartnerId partner) ? partner : throw StatementMembers.Wrong("partner"),
        [.. one.Texts("items").Select(item => Item(item, "items"))]);

    private static ItemId Item(string text, string name) => ItemId.TryParse(text, out ItemId item) ? item : throw StatementMembers.Wrong(name);
}
