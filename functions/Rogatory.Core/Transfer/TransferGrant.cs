using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Transfer;

/// <summary>That items may go to a partner, and on what decision: the payload of the statement <see cref="Type"/>.</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Partner">Whom to.</param>
/// <param name="Items">What.</param>
/// <param name="Conditions">Codes of the conditions of use.</param>
/// <param name="Inputs">Digest of what the decision rests on.</param>
/// <param name="Policy">Digest of the policy applied.</param>
/// <param name="Key">The partner's key that the items are sealed to.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="At">When it was signed, to the millisecond.</param>
public sealed record TransferGrant(
    DisclosureId Disclosure,
    PartnerId Partner,
    IReadOnlyList<ItemId> Items,
    IReadOnlyList<string> Conditions,
    string Inputs,
    string Policy,
    string Key,
    DateTimeOffset ExpiresAt,
    DateTimeOffset At)
{
    /// <summary>The kind of statement, <c>typ</c>.</summary>
    public const string Type = "rogatory-grant+jws";

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson() => new()
    {
        ["disclosure"] = Disclosure.ToString(),
        ["case"] = Disclosure.Case.ToString(),
        ["partner"] = Partner.ToString(),
        ["items"] = new JsonArray([.. Items.Select(item => JsonValue.Create(item.ToString()))]),
        ["conditions"] = new JsonArray([.. Conditions.Select(code => JsonValue.Create(code))]),
        ["inputs"] = Inputs,
        ["policy"] = Policy,
        ["key"] = Key,
        ["expiresAt"] = Statement.FormatTime(ExpiresAt),
        ["at"] = Statement.FormatTime(At),
    };

    /// <summary>Reads a verified payload.</summary>
    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many; reason <c>payload</c>.</exception>
    public static TransferGrant FromJson(JsonObject payload)
    {
        var members = new StatementMembers(payload, 10);
        DisclosureId id = DisclosureId.TryParse(members.Text("disclosure"), out DisclosureId read) ? read : throw StatementMembers.Wrong("disclosure");
        if (members.Text("case") != id.Case.ToString()) throw StatementMembers.Wrong("case");
        return new TransferGrant(
            id,
            PartnerId.TryParse(members.Text("partner"), out PartnerId partner) ? partner : throw StatementMembers.Wrong("partner"),
            [.. members.Texts("items").Select(text => ItemId.TryParse(text, out ItemId item) ? item : throw StatementMembers.Wrong("items"))],
            members.Texts("conditions"),
            members.Digest("inputs"),
            members.Digest("policy"),
            members.Text("key"),
            members.Time("expiresAt"),
            members.Time("at"));
    }

    /// <summary>Whether another says the same but for its times.</summary>
    public bool IsAlike(TransferGrant other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return JsonNode.DeepEquals((this with { ExpiresAt = default, At = default }).ToJson(), (other with { ExpiresAt = default, At = default }).ToJson());
    }
}
