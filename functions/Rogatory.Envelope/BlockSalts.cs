using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Rogatory.Envelope;

/// <summary>
/// The salts of consecutive blocks: the leaves of a binary tree of seeds (Goldreich, Goldwasser, Micali 1986), in which a seed gives the two
/// below it and nothing of those beside or above it. So the one seed over many kept blocks stands for all their salts.
/// </summary>
internal sealed class BlockSalts : IDisposable
{
    /// <summary>Of the whole tree: a text has at most 2^40 blocks.</summary>
    public const int Height = 40;

    public const int Size = 32;

    private readonly byte[] _seeds;
    private readonly int _height;
    private long _next;

    /// <summary>The salts below a seed of 32 bytes, so many levels below.</summary>
    public BlockSalts(ReadOnlySpan<byte> seed, int height)
    {
        _height = height;
        _seeds = GC.AllocateUninitializedArray<byte>((height + 1) * Size, pinned: true);
        seed.CopyTo(Seed(height));
    }

    /// <summary>The salts of an item's blocks.</summary>
    public static BlockSalts Of(ContentKey secret, string @case, string item, BlockKind kind)
    {
        Span<byte> seed = stackalloc byte[Size];
        secret.Derive(Encoding.ASCII.GetBytes($"rogatory/v1/extract/{@case}/{item}/{BlockCommitment.NameOf(kind)}"), seed);
        var salts = new BlockSalts(seed, Height);
        CryptographicOperations.ZeroMemory(seed);
        return salts;
    }

    /// <summary>The least height of a seed over so many blocks.</summary>
    public static int HeightOver(long blocks) => 64 - BitOperations.LeadingZeroCount((ulong)(blocks - 1));

    /// <summary>The salt of the next block, until the one after.</summary>
    public ReadOnlySpan<byte> Next()
    {
        if (_next >> _height != 0)
            throw new InvalidOperationException("There are no more salts: a text has at most 2^40 blocks.");

        // From one leaf to the next, as many levels change as the number ends in zeros.
        var level = _next == 0 ? _height : BitOperations.TrailingZeroCount(_next) + 1;
        while (--level >= 0)
            Derive(Seed(level + 1), (byte)((_next >> level) & 1), Seed(level));
        _next++;
        return Seed(0);
    }

    /// <summary>The seed at a height, of those over the block whose salt came last.</summary>
    public ReadOnlySpan<byte> Over(int height) => Seed(height);

    public void Dispose() => CryptographicOperations.ZeroMemory(_seeds);

    /// <summary>HKDF-Expand-SHA256 (RFC 5869) to 32 bytes, with the side as info: the first block of its output, T(1).</summary>
    private static void Derive(ReadOnlySpan<byte> above, byte side, Span<byte> below) => HMACSHA256.HashData(above, [side, 0x01], below);

    private Span<byte> Seed(int level) => _seeds.AsSpan(level * Size, Size);
}
