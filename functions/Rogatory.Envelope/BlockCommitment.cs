using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rogatory.Envelope;

/// <summary>
/// What is recorded of an item's blocks. The root binds case, item, kind and count, so whoever has it from a signed statement needs nothing
/// else to check a <see cref="BlockProof"/>; and it tells nothing of the blocks, since each leaf is salted.
/// </summary>
/// <param name="Kind">What the blocks are.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Root">32 bytes: SHA-256 of <c>rogatory/v1/blocks/{case}/{item}/{kind}/{count}</c> and the root of the tree.</param>
public sealed record BlockCommitment(BlockKind Kind, long Count, byte[] Root)
{
    /// <summary>The kind as FORMAT.md writes it.</summary>
    public static string NameOf(BlockKind kind) => kind switch
    {
        BlockKind.Lines => "lines",
        BlockKind.Rows => "rows",
        BlockKind.Pages => "pages",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    internal static BlockCommitment Of(string @case, string item, BlockKind kind, long count, ReadOnlySpan<byte> treeRoot)
    {
        var bound = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"rogatory/v1/blocks/{@case}/{item}/{NameOf(kind)}/{count}"));
        return new BlockCommitment(kind, count, SHA256.HashData([.. bound, .. treeRoot]));
    }
}
