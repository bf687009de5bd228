using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>The leaf hashes of consecutive blocks: SHA-256 of 0x00, the block's salt and the block. Takes the salts over.</summary>
internal sealed class BlockLeaves(BlockSalts salts) : IDisposable
{
    private byte[] _input = new byte[4096];

    /// <summary>Hashes the next block.</summary>
    public void Hash(ReadOnlySpan<byte> block, Span<byte> leaf)
    {
        var length = 1 + BlockSalts.Size + block.Length;
        if (_input.Length < length)
        {
            CryptographicOperations.ZeroMemory(_input);
            _input = new byte[Math.Max(length, Math.Min(2 * _input.Length, 1 + BlockSalts.Size + BlockSplitter.MaximumBlockSize))];
        }

        _input[0] = 0x00;
        salts.Next().CopyTo(_input.AsSpan(1));
        block.CopyTo(_input.AsSpan(1 + BlockSalts.Size));
        SHA256.HashData(_input.AsSpan(0, length), leaf);
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_input);
        salts.Dispose();
    }
}
