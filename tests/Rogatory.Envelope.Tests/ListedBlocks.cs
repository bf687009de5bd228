namespace Rogatory.Envelope.Tests;

/// <summary>Keeps every block of a text.</summary>
internal sealed class ListedBlocks(BlockKind kind) : BlockSplitter(kind)
{
    private readonly List<byte[]> _blocks = [];

    public static List<byte[]> Of(BlockKind kind, byte[] text)
    {
        using var blocks = new ListedBlocks(kind);
        blocks.Write(text);
        return blocks.Finish();
    }

    public List<byte[]> Finish()
    {
        End();
        return _blocks;
    }

    private protected override void Take(ReadOnlySpan<byte> block) => _blocks.Add(block.ToArray());
}
