using System.Buffers.Binary;
using System.Numerics;

namespace Rogatory.Envelope;

/// <summary>
/// SHA-256 (FIPS 180-4) whose state can be kept between whole blocks and taken up again, which the platform's cannot. Slower than that
/// one, so it is used only where a body is so large that it may have to be taken up.
/// </summary>
internal sealed class ResumableSha256
{
    /// <summary>The state can be kept only after a multiple of so many bytes.</summary>
    public const int BlockSize = 64;

    public const int StateSize = 32;

    private static readonly uint[] RoundConstants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    private readonly uint[] _state;
    private readonly byte[] _block = new byte[BlockSize];
    private long _length;

    public ResumableSha256() =>
        _state = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    /// <summary>Goes on after <paramref name="length"/> bytes, a multiple of <see cref="BlockSize"/>.</summary>
    public ResumableSha256(ReadOnlySpan<byte> state, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(state.Length, StateSize);
        ArgumentOutOfRangeException.ThrowIfNotEqual(length % BlockSize, 0);
        _length = length;
        _state = new uint[StateSize / sizeof(uint)];
        for (var i = 0; i < _state.Length; i++)
            _state[i] = BinaryPrimitives.ReadUInt32BigEndian(state[(i * sizeof(uint))..]);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var filled = (int)(_length % BlockSize);
        _length += bytes.Length;
        if (filled > 0)
        {
            var taken = Math.Min(BlockSize - filled, bytes.Length);
            bytes[..taken].CopyTo(_block.AsSpan(filled));
            bytes = bytes[taken..];
            if (filled + taken < BlockSize)
                return;
            Compress(_block);
        }

        for (; bytes.Length >= BlockSize; bytes = bytes[BlockSize..])
            Compress(bytes[..BlockSize]);
        bytes.CopyTo(_block);
    }

    /// <summary>The state after whole blocks.</summary>
    public byte[] State()
    {
        if (_length % BlockSize != 0)
            throw new InvalidOperationException("The state can be kept between blocks only.");
        return Words();
    }

    /// <summary>The digest. Nothing can be appended afterwards.</summary>
    public byte[] Finish()
    {
        var length = _length;
        Span<byte> padding = stackalloc byte[BlockSize + sizeof(ulong)];
        padding.Clear();
        padding[0] = 0x80;
        var zeros = (int)((2 * BlockSize - 1 - sizeof(ulong) - (length % BlockSize)) % BlockSize);
        BinaryPrimitives.WriteUInt64BigEndian(padding[(1 + zeros)..], (ulong)length * 8);
        Append(padding[..(1 + zeros + sizeof(ulong))]);
        return Words();
    }

    private byte[] Words()
    {
        var bytes = new byte[StateSize];
        for (var i = 0; i < _state.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * sizeof(uint)), _state[i]);
        return bytes;
    }

    private void Compress(ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[64];
        for (var t = 0; t < 16; t++)
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(t * sizeof(uint))..]);
        unchecked
        {
            for (var t = 16; t < 64; t++)
            {
                var (x, y) = (w[t - 15], w[t - 2]);
                var small0 = BitOperations.RotateRight(x, 7) ^ BitOperations.RotateRight(x, 18) ^ (x >> 3);
                var small1 = BitOperations.RotateRight(y, 17) ^ BitOperations.RotateRight(y, 19) ^ (y >> 10);
                w[t] = w[t - 16] + small0 + w[t - 7] + small1;
            }

            uint a = _state[0], b = _state[1], c = _state[2], d = _state[3], e = _state[4], f = _state[5], g = _state[6], h = _state[7];
            ReadOnlySpan<uint> constants = RoundConstants;
            for (var t = 0; t < 64; t++)
            {
                var large1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
                var first = h + large1 + ((e & f) ^ (~e & g)) + constants[t] + w[t];
                var large0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
                var second = large0 + ((a & b) ^ (a & c) ^ (b & c));
                (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
            }

            _state[0] += a;
            _state[1] += b;
            _state[2] += c;
            _state[3] += d;
            _state[4] += e;
            _state[5] += f;
            _state[6] += g;
            _state[7] += h;
        }
    }
}
