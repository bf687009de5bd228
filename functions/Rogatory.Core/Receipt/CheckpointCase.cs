using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Receipt;

/// <summary>One case in a checkpoint, as a line of the list that is stored beside the statement.</summary>
/// <param name="Case">The case.</param>
/// <param name="Size">How many lines its ledger had.</param>
/// <param name="Root">Lower-case hex root over them.</param>
/// <param name="Length">The ledger's length in bytes, by which the next checkpoint knows that nothing was added.</param>
/// <param name="Growth">The RFC 9162 consistency proof from the checkpoint before, lower-case hex; empty for a case that did not grow, or is new.</param>
public sealed record CheckpointCase(CaseId Case, long Size, string Root, long Length, IReadOnlyList<string> Growth)
{
    private const int Members = 5;

    /// <summary>The leaf's hash in the checkpoint's tree.</summary>
    public byte[] LeafHash() => LeafHash(Case, Size, Root);

    /// <summary>The hash of a case's leaf: its input is the canonical JSON of <c>case</c>, <c>root</c> and <c>size</c>.</summary>
    public static byte[] LeafHash(CaseId @case, long size, string root) => MerkleTree.LeafHash(CanonicalJson.Serialize(new JsonObject
    {
        ["case"] = @case.ToString(),
        ["size"] = size,
        ["root"] = root,
    }));

    /// <summary>The canonical JSON of the line.</summary>
    public byte[] ToLine() => CanonicalJson.Serialize(new JsonObject
    {
        ["case"] = Case.ToString(),
        ["size"] = Size,
        ["root"] = Root,
        ["length"] = Length,
        ["growth"] = new JsonArray([.. Growth.Select(node => JsonValue.Create(node))]),
    });

    /// <summary>Reads a line.</summary>
    /// <exception cref="InvalidStatementException">It is not one.</exception>
    public static CheckpointCase FromLine(ReadOnlySpan<byte> line)
    {
        var members = new StatementMembers(Statement.ReadObject(line, "cases"), Members);
        return new CheckpointCase(
            CaseId.TryParse(members.Text("case"), out CaseId @case) ? @case : throw StatementMembers.Wrong("case"),
            members.Number("size"), members.Digest("root"), members.Number("length"), members.Digests("growth"));
    }
}
