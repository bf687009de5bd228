namespace Rogatory.Envelope;

/// <summary>How long each block of a text is, as the text is written to it. Keeps a number for each block, and none of the text.</summary>
public sealed class BlockLengths(BlockKind kind) : BlockSplitter(kind)
{
    private readonly List<int> _lengths = [];

    /// <summary>In bytes, in the text's order, once the whole text was written.</summary>
    public IReadOnlyList<int> Finish()
    {
        End();
        return _lengths;
    }

    private protected override void Take(ReadOnlySpan<byte> block) => _lengths.Add(block.Length);
}
