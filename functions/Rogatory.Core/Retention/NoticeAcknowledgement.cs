using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Retention;

/// <summary>That a partner did what a notice asks: the payload of the statement <see cref="Type"/>, signed with the key it signs its calls with.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Statement">Hex SHA-256 of the notice as received.</param>
/// <param name="At">When it was signed, to the millisecond.</param>
public sealed record NoticeAcknowledgement(NoticeId Notice, string Statement, DateTimeOffset At)
{
    /// <summary>The kind of statement, <c>typ</c>; our countersignature has the same payload, and its own kind.</summary>
    public const string Type = "rogatory-notice-acknowledgement+jws";

    /// <summary>The kind of our countersignature, whose <see cref="Statement"/> is that of the acknowledgement.</summary>
    public const string CountersignatureType = "rogatory-notice-countersignature+jws";

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson() => new()
    {
        ["notice"] = Notice.ToString(),
        ["statement"] = Statement,
        ["at"] = Receipt.Statement.FormatTime(At),
    };

    /// <summary>Reads a verified payload.</summary>
    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many; reason <c>payload</c>.</exception>
    public static NoticeAcknowledgement FromJson(JsonObject payload)
    {
        var members = new StatementMembers(payload, 3);
        return new NoticeAcknowledgement(
            NoticeId.TryParse(members.Text("notice"), out NoticeId notice) ? notice : throw StatementMembers.Wrong("notice"),
            members.Digest("statement"),
            members.Time("at"));
    }
}
