using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Rogatory.Envelope.Tests;

/// <summary>A text with the blocks that are kept of it, and ways to its tree, proof and extract.</summary>
internal sealed record BlockSample(BlockKind Kind, byte[] Text, IReadOnlyList<BlockRange> Kept)
{
    public static readonly byte[] Secret = Some.Bytes(32, "secret");

    public BlockCommitment Commitment => Commit(Kind, Text);

    /// <summary>Texts of what ends blocks, opens quotes and closes them, and blocks of them that are kept, at least one.</summary>
    public static Arbitrary<BlockSample> Any { get; } = Samples().ToArbitrary();

    public static BlockSample Rows(int count, params BlockRange[] kept) =>
        new(BlockKind.Rows, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, count).Select(i => $"{i},\"Some{i}\nname\",{i * 7}\r\n"))), kept);

    public static BlockCommitment Commit(BlockKind kind, ReadOnlySpan<byte> text, byte[]? secret = null, string item = Some.Item)
    {
        using var key = ContentKey.Copy(secret ?? Secret);
        using var tree = new BlockTree(Some.Case, item, kind, key);
        tree.Write(text);
        return tree.Finish();
    }

    public (BlockProof Proof, byte[] Extract) Prove(byte[]? secret = null, string item = Some.Item)
    {
        using var key = ContentKey.Copy(secret ?? Secret);
        using var extract = new MemoryStream();
        using var prover = new BlockProver(Some.Case, item, Commit(Kind, Text, secret, item), key, Kept, extract);
        prover.Write(Text);
        return (prover.Finish(), extract.ToArray());
    }

    private static Gen<BlockSample> Samples() =>
        from kind in Gen.Elements(Enum.GetValues<BlockKind>())
        from parts in Gen.Elements("\n", "\r\n", "\f", "a", "bc", ",", ";", "\"", "\"\"", "\"a\nb\"", "\uFEFF", "\u00e9", "5\"").ListOf()
        let text = Encoding.UTF8.GetBytes(parts.Count == 0 ? "a" : string.Concat(parts))
        from isKept in Gen.Elements(true, false).ListOf(NaiveBlocks.Split(kind, text).Count)
        from one in Gen.Choose(0, isKept.Count - 1)
        select new BlockSample(kind, text, NaiveBlocks.Ranges([.. isKept.Select((kept, i) => kept || i == one)]));
}
