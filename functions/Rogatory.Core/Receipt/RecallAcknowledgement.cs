using System.Text.Json.Nodes;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Receipt;

/// <summary>That a partner did what a recall asked: the payload of the statement <see cref="Type"/>, signed with the key it signs its calls with.</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Recall">Hex SHA-256 of the notice as received.</param>
/// <param name="At">When it was signed, to the millisecond.</param>
public sealed record RecallAcknowledgement(DisclosureId Disclosure, string Recall, DateTimeOffset At)
{
    /// <summary>The kind of statement, <c>typ</c>.</summary>
    public const string Type = "rogatory-acknowledgement+jws";

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson() => new()
    {
        ["disclosure"] = Disclosure.ToString(),
        ["recall"] = Recall,
        ["at"] = Statement.FormatTime(At),
    };

    /// <summary>Reads a verified payload.</summary>
    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many; reason <c>payload</c>.</exception>
    public static RecallAcknowledgement FromJson(JsonObject payload)
    {
        var members = new StatementMembers(payload, 3);
        return new RecallAcknowledgement(
            DisclosureId.TryParse(members.Text("disclosure"), out DisclosureId disclosure) ? disclosure : throw StatementMembers.Wrong("disclosure"),
            members.Digest("recall"),
            members.Time("at"));
    }
}
