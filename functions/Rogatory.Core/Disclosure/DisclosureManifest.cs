using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Disclosure;

/// <summary>What goes to a partner, on what basis and under which conditions: the payload of the statement <see cref="Type"/>.</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Partner">Whom it is for.</param>
/// <param name="Items">Each item once; at least one.</param>
/// <param name="Instrument">The legal instrument.</param>
/// <param name="Purposes">What the items may be used for, as codes.</param>
/// <param name="Conditions">Conditions of use; a rule on onward transfer is among them.</param>
/// <param name="Handling">The handling code, or null.</param>
/// <param name="RetainUntil">Until when the partner may keep the items, or null where no date was set.</param>
/// <param name="Accuracy">What is said of accuracy, completeness, reliability and how far the items are up to date (LED art. 7); null when nothing is.</param>
/// <param name="Grant">Hex SHA-256 of the signed grant.</param>
/// <param name="Ledger">The case's ledger, at the manifest's making.</param>
/// <param name="Contact">Whom to ask.</param>
/// <param name="ReceiptDue">When the signed receipt is due.</param>
/// <param name="ExpiresAt">Until when the items can be collected.</param>
/// <param name="At">When it was signed, to the millisecond.</param>
/// <param name="Kind">What it is to the partner; the payload names any but an answer.</param>
public sealed record DisclosureManifest(
    DisclosureId Disclosure,
    PartnerId Partner,
    IReadOnlyList<ManifestItem> Items,
    string? Instrument,
    IReadOnlyList<string> Purposes,
    IReadOnlyList<ManifestCondition> Conditions,
    string? Handling,
    DateOnly? RetainUntil,
    AccuracyIndications? Accuracy,
    string Grant,
    ReceiptLedger Ledger,
    string Contact,
    DateTimeOffset ReceiptDue,
    DateTimeOffset ExpiresAt,
    DateTimeOffset At,
    ManifestKind Kind = ManifestKind.Answer)
{
    /// <summary>The kind of statement, <c>typ</c>.</summary>
    public const string Type = "rogatory-manifest+jws";

    private const int Members = 16;

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson()
    {
        JsonObject payload = Required();
        if (Kind != ManifestKind.Answer)
            payload["kind"] = Kind.ToString().ToLowerInvariant();
        return payload;
    }

    private JsonObject Required() => new()
    {
        ["disclosure"] = Disclosure.ToString(),
        ["case"] = Disclosure.Case.ToString(),
        ["partner"] = Partner.ToString(),
        ["items"] = new JsonArray([.. Items.Select(ManifestItems.ToJson)]),
        ["instrument"] = Instrument,
        ["purposes"] = Codes(Purposes),
        ["conditions"] = new JsonArray([.. Conditions.Select(one =>
            new JsonObject { ["code"] = one.Code, ["citation"] = one.Citation, ["text"] = one.Text })]),
        ["handling"] = Handling,
        ["retainUntil"] = RetainUntil is { } day ? Write(day) : null,
        ["accuracy"] = Accuracy is null ? null : ToJson(Accuracy),
        ["grant"] = Grant,
        ["ledger"] = new JsonObject { ["size"] = Ledger.Size, ["root"] = Ledger.Root },
        ["contact"] = Contact,
        ["receiptDue"] = Statement.FormatTime(ReceiptDue),
        ["expiresAt"] = Statement.FormatTime(ExpiresAt),
        ["at"] = Statement.FormatTime(At),
    };

    /// <summary>Reads a verified payload.</summary>
    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many; reason <c>payload</c>.</exception>
    public static DisclosureManifest FromJson(JsonObject payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        bool hasKind = payload.ContainsKey("kind");
        var members = new StatementMembers(payload, hasKind ? Members + 1 : Members);
        DisclosureId id = DisclosureId.TryParse(members.Text("disclosure"), out DisclosureId read) ? read : throw StatementMembers.Wrong("disclosure");
        if (members.Text("case") != id.Case.ToString()) throw StatementMembers.Wrong("case");
        List<ManifestItem> items = [.. members.Objects("items").Select(ManifestItems.FromJson)];
        if (items.Count == 0 || items.DistinctBy(item => item.Id).Count() != items.Count) throw StatementMembers.Wrong("items");
        if (items.Any(item => item.Extract?.Proof is { } proof && items.All(one => one.Id != proof))) throw StatementMembers.Wrong("items");
        StatementMembers ledger = members.Object("ledger", 2);
        return new DisclosureManifest(
            id,
            PartnerId.TryParse(members.Text("partner"), out PartnerId partner) ? partner : throw StatementMembers.Wrong("partner"),
            items,
            members.TextOrNull("instrument"),
            members.Texts("purposes"),
            [.. members.Objects("conditions", 3).Select(one => new ManifestCondition(one.Text("code"), one.Text("citation"), one.Text("text")))],
            members.TextOrNull("handling"),
            members.DayOrNull("retainUntil"),
            members.IsNull("accuracy") ? null : ReadAccuracy(members.Object("accuracy", 4)),
            members.Digest("grant"),
            new ReceiptLedger(ledger.Number("size"), ledger.Digest("root")),
            members.Text("contact"),
            members.Time("receiptDue"),
            members.Time("expiresAt"),
            members.Time("at"),
            hasKind ? ReadKind(members) : ManifestKind.Answer);
    }

    private static ManifestKind ReadKind(StatementMembers members) =>
        members.WordOrNull<ManifestKind>("kind") is { } kind and not ManifestKind.Answer ? kind : throw StatementMembers.Wrong("kind");

    private static string Write(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static JsonObject ToJson(AccuracyIndications accuracy) => new()
    {
        ["basis"] = accuracy.Basis?.ToString().ToLowerInvariant(),
        ["complete"] = accuracy.Complete,
        ["asOf"] = accuracy.AsOf is { } day ? Write(day) : null,
        ["source"] = accuracy.Source?.ToString().ToLowerInvariant(),
    };

    private static AccuracyIndications ReadAccuracy(StatementMembers accuracy) => new(
        accuracy.WordOrNull<DataBasis>("basis"), accuracy.FlagOrNull("complete"), accuracy.DayOrNull("asOf"), accuracy.WordOrNull<SourceReliability>("source"));

    private static JsonArray Codes(IReadOnlyList<string> codes) => new([.. codes.Select(code => JsonValue.Create(code))]);
}
