using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Drills;

/// <summary>What an officer earned in a drill: the payload of the statement <see cref="Type"/>, signed in the space of drills.</summary>
/// <param name="Drill">The drill.</param>
/// <param name="Version">Its version.</param>
/// <param name="Digest">Hex SHA-256 of its file.</param>
/// <param name="Case">The run.</param>
/// <param name="Officer">Who played.</param>
/// <param name="Points">What was earned, of 100.</param>
/// <param name="Passed">Whether it was passed.</param>
/// <param name="Ledger">The case's ledger as it was scored.</param>
/// <param name="At">When it was signed, to the millisecond.</param>
public sealed record DrillResult(
    string Drill, DateOnly Version, string Digest, CaseId Case, OfficerId Officer, int Points, bool Passed, ReceiptLedger Ledger, DateTimeOffset At)
{
    /// <summary>The kind of statement. As a key of the space of drills signs it, its <c>typ</c> is <c>rogatory-drill-result+jws</c>.</summary>
    public const string Type = "rogatory-result+jws";

    /// <summary>The payload to sign.</summary>
    public JsonObject ToJson() => new()
    {
        ["drill"] = Drill,
        ["version"] = Version.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["digest"] = Digest,
        ["case"] = Case.ToString(),
        ["officer"] = Officer.ToString(),
        ["points"] = Points,
        ["passed"] = Passed,
        ["ledger"] = new JsonObject { ["size"] = Ledger.Size, ["root"] = Ledger.Root },
        ["at"] = Statement.FormatTime(At),
    };

    /// <summary>Verifies a result and reads it.</summary>
    /// <param name="statement">The compact JWS.</param>
    /// <param name="keys">The keys of the space of drills; no other key verifies a result.</param>
    /// <exception cref="InvalidStatementException">It does not verify, or is not of its form.</exception>
    public static DrillResult Verify(string statement, IReadOnlyList<VerificationKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var members = new StatementMembers(Statement.Verify(statement, Type, [.. keys.Where(key => key.Space == Space.Drill)]), 9);
        StatementMembers ledger = members.Object("ledger", 2);
        return new DrillResult(
            members.Text("drill"),
            members.DayOrNull("version") ?? throw StatementMembers.Wrong("version"),
            members.Digest("digest"),
            CaseId.TryParse(members.Text("case"), out CaseId @case) && @case.IsOfDrill ? @case : throw StatementMembers.Wrong("case"),
            OfficerId.TryParse(members.Text("officer"), out OfficerId officer) ? officer : throw StatementMembers.Wrong("officer"),
            (int)members.Number("points"),
            members.FlagOrNull("passed") ?? throw StatementMembers.Wrong("passed"),
            new ReceiptLedger(ledger.Number("size"), ledger.Digest("root")),
            members.Time("at"));
    }
}
