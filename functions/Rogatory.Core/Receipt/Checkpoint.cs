using System.Text.Json.Nodes;

namespace Rogatory.Core.Receipt;

/// <summary>What all cases came to at an instant: the payload of the statement <see cref="Type"/>.</summary>
/// <remarks>
/// The root is that of an RFC 9162 tree with one leaf a case, sorted by case id; a leaf's input is the canonical JSON of <c>case</c>,
/// <c>root</c> and <c>size</c>.
/// </remarks>
/// <param name="Number">Counted from 0.</param>
/// <param name="Previous">Lower-case hex SHA-256 of the statement before, as it was stored; 64 zeros in number 0.</param>
/// <param name="Cases">How many cases there are.</param>
/// <param name="Root">Lower-case hex root over them.</param>
/// <param name="At">When it was signed, to the millisecond.</param>
public sealed record Checkpoint(long Number, string Previous, long Cases, string Root, DateTimeOffset At)
{
    /// <summary>The kind of statement, <c>typ</c>.</summary>
    public const string Type = "rogatory-checkpoint+jws";

    /// <summary>What number 0 names as the statement before it.</summary>
    public static readonly string NoPrevious = new('0', 64);

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson() => new()
    {
        ["number"] = Number,
        ["previous"] = Previous,
        ["cases"] = Cases,
        ["root"] = Root,
        ["at"] = Statement.FormatTime(At),
    };

    /// <summary>Reads a verified payload.</summary>
    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many; reason <c>payload</c>.</exception>
    public static Checkpoint FromJson(JsonObject payload)
    {
        var members = new StatementMembers(payload, 5);
        return new Checkpoint(members.Number("number"), members.Digest("previous"), members.Number("cases"), members.Digest("root"), members.Time("at"));
    }
}
