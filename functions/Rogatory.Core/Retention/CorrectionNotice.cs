using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Retention;

/// <summary>That we corrected an item which a partner sent or was handed, and what it must do (LED art. 7(3), 16(5) and (6)): the payload of the statement <see cref="Type"/>.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Item">The item that was corrected.</param>
/// <param name="SealedRoot">Hex root of its sealed body, as receipts and manifests name it.</param>
/// <param name="Measure">What was done, and is asked.</param>
/// <param name="Citation">The article relied on.</param>
/// <param name="Disclosure">The disclosure that the partner has the item from; null for the authority that the item came from.</param>
/// <param name="Correction">The item that holds what is right, of a rectification: it is handed out by a disclosure.</param>
/// <param name="At">When it was signed, to the millisecond.</param>
public sealed record CorrectionNotice(
    NoticeId Notice, ItemId Item, string SealedRoot, NoticeMeasure Measure, string Citation, DisclosureId? Disclosure, ItemId? Correction, DateTimeOffset At)
{
    /// <summary>The kind of statement, <c>typ</c>.</summary>
    public const string Type = "rogatory-notice+jws";

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson() => new()
    {
        ["notice"] = Notice.ToString(),
        ["item"] = Item.ToString(),
        ["sealedRoot"] = SealedRoot,
        ["measure"] = Word(Measure),
        ["citation"] = Citation,
        ["disclosure"] = Disclosure?.ToString(),
        ["correction"] = Correction?.ToString(),
        ["at"] = Statement.FormatTime(At),
    };

    /// <summary>Reads a verified payload.</summary>
    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many; reason <c>payload</c>.</exception>
    public static CorrectionNotice FromJson(JsonObject payload)
    {
        var members = new StatementMembers(payload, 8);
        return new CorrectionNotice(
            NoticeId.TryParse(members.Text("notice"), out NoticeId notice) ? notice : throw StatementMembers.Wrong("notice"),
            ItemId.TryParse(members.Text("item"), out ItemId item) ? item : throw StatementMembers.Wrong("item"),
            members.Digest("sealedRoot"),
            members.WordOrNull<NoticeMeasure>("measure") ?? throw StatementMembers.Wrong("measure"),
            members.Text("citation"),
            members.IsNull("disclosure") ? null
                : DisclosureId.TryParse(members.Text("disclosure"), out DisclosureId disclosure) ? disclosure : throw StatementMembers.Wrong("disclosure"),
            members.IsNull("correction") ? null
                : ItemId.TryParse(members.Text("correction"), out ItemId correction) ? correction : throw StatementMembers.Wrong("correction"),
            members.Time("at"));
    }

    private static string Word(NoticeMeasure measure) => measure switch
    {
        NoticeMeasure.Rectify => "rectify",
        NoticeMeasure.Erase => "erase",
        NoticeMeasure.Restrict => "restrict",
        NoticeMeasure.Lift => "lift",
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };
}
