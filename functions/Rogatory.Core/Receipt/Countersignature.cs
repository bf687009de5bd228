using System.Text.Json.Nodes;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Receipt;

/// <summary>That a partner's signed statement reached us and was verified: the payload of the statement <see cref="Type"/>.</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Statement">Hex SHA-256 of the partner's statement.</param>
/// <param name="At">When it was signed, to the millisecond.</param>
public sealed record Countersignature(DisclosureId Disclosure, string Statement, DateTimeOffset At)
{
    /// <summary>The kind of statement, <c>typ</c>.</summary>
    public const string Type = "rogatory-countersignature+jws";

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson() => new()
    {
        ["disclosure"] = Disclosure.ToString(),
        ["statement"] = Statement,
        ["at"] = Receipt.Statement.FormatTime(At),
    };

    /// <summary>Reads a verified payload.</summary>
    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many; reason <c>payload</c>.</exception>
    public static Countersignature FromJson(JsonObject payload)
    {
        var members = new StatementMembers(payload, 3);
        return new Countersignature(
            DisclosureId.TryParse(members.Text("disclosure"), out DisclosureId disclosure) ? disclosure : throw StatementMembers.Wrong("disclosure"),
            members.Digest("statement"),
            members.Time("at"));
    }
}
