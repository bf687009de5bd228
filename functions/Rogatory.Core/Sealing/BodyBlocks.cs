namespace Rogatory.Core.Sealing;

/// <summary>The blocks that a sealed body is stored in.</summary>
public static class BodyBlocks
{
    /// <summary>The size of a block of any but the largest bodies: 8 MiB.</summary>
    public const int UsualSize = 8 << 20;

    // Storage takes 50,000 blocks; the rest is room for a body that is larger than expected.
    private const int Most = 45_000;

    /// <summary>The size of the blocks of a body of that many bytes.</summary>
    public static int SizeFor(long size) => checked((int)Math.Max(UsualSize, (size + Most - 1) / Most));
}
