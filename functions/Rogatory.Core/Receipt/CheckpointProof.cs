using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Receipt;

/// <summary>Proves that a case's ledger, as it stood, is in a checkpoint.</summary>
/// <param name="Statement">The checkpoint, as a compact JWS.</param>
/// <param name="Case">The case.</param>
/// <param name="Size">How many lines of its ledger the checkpoint covers.</param>
/// <param name="Root">Lower-case hex root over them.</param>
/// <param name="Index">The case's place among the checkpoint's cases, from 0.</param>
/// <param name="Path">The RFC 9162 inclusion proof, lower-case hex, from the leaf upwards.</param>
public sealed record CheckpointProof(string Statement, CaseId Case, long Size, string Root, long Index, IReadOnlyList<string> Path)
{
    private const int Members = 6;

    /// <summary>The document.</summary>
    public JsonObject ToJson() => new()
    {
        ["checkpoint"] = Statement,
        ["case"] = Case.ToString(),
        ["size"] = Size,
        ["root"] = Root,
        ["index"] = Index,
        ["path"] = new JsonArray([.. Path.Select(node => JsonValue.Create(node))]),
    };

    /// <summary>Reads the document. Nothing in it is proven until <see cref="Verify"/>.</summary>
    /// <exception cref="InvalidStatementException">It has not the form.</exception>
    public static CheckpointProof FromJson(JsonObject document)
    {
        var members = new StatementMembers(document, Members);
        return new CheckpointProof(
            members.Text("checkpoint"),
            CaseId.TryParse(members.Text("case"), out CaseId @case) ? @case : throw StatementMembers.Wrong("case"),
            members.Number("size"), members.Digest("root"), members.Number("index"), members.Digests("path"));
    }

    /// <summary>Verifies the statement and that the case, with its size and root, stands in it.</summary>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="InvalidStatementException">The statement does not verify, or the path does not lead to its root; reason <c>inclusion</c>.</exception>
    public Checkpoint Verify(IReadOnlyList<VerificationKey> keys)
    {
        Checkpoint checkpoint = Checkpoint.FromJson(Receipt.Statement.Verify(Statement, Checkpoint.Type, keys));
        return MerkleTree.VerifyInclusion(
            CheckpointCase.LeafHash(Case, Size, Root), Index, checkpoint.Cases,
            [.. Path.Select(Convert.FromHexString)], Convert.FromHexString(checkpoint.Root))
                ? checkpoint
                : throw new InvalidStatementException("inclusion", "The case does not stand in the checkpoint with this size and root.");
    }
}
