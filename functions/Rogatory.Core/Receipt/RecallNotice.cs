using System.Text.Json.Nodes;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Receipt;

/// <summary>That what was disclosed was wrong or unlawful to send, and what the partner must do (LED art. 7(3), 16(6)): the payload of the statement <see cref="Type"/>.</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Manifest">Hex SHA-256 of its manifest.</param>
/// <param name="Measure">What the partner must do.</param>
/// <param name="Citation">The article relied on.</param>
/// <param name="At">When it was signed, to the millisecond.</param>
public sealed record RecallNotice(DisclosureId Disclosure, string Manifest, RecallMeasure Measure, string Citation, DateTimeOffset At)
{
    /// <summary>The kind of statement, <c>typ</c>.</summary>
    public const string Type = "rogatory-recall+jws";

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson() => new()
    {
        ["disclosure"] = Disclosure.ToString(),
        ["manifest"] = Manifest,
        ["measure"] = Word(Measure),
        ["citation"] = Citation,
        ["at"] = Statement.FormatTime(At),
    };

    /// <summary>Reads a verified payload.</summary>
    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many; reason <c>payload</c>.</exception>
    public static RecallNotice FromJson(JsonObject payload)
    {
        var members = new StatementMembers(payload, 5);
        string word = members.Text("measure");
        return new RecallNotice(
            DisclosureId.TryParse(members.Text("disclosure"), out DisclosureId disclosure) ? disclosure : throw StatementMembers.Wrong("disclosure"),
            members.Digest("manifest"),
            Enum.GetValues<RecallMeasure>().Where(one => Word(one) == word).Select(one => (RecallMeasure?)one).FirstOrDefault() ?? throw StatementMembers.Wrong("measure"),
            members.Text("citation"),
            members.Time("at"));
    }

    private static string Word(RecallMeasure measure) => measure switch
    {
        RecallMeasure.Rectify => "rectify",
        RecallMeasure.Erase => "erase",
        RecallMeasure.Restrict => "restrict",
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };
}
