using System.Buffers.Binary;
using System.Numerics;

namespace Rogatory.Core.Classification.Financial;

/// <summary>
/// Keccak-256 with the padding of the original submission (0x01), which Ethereum uses; SHA3-256 of FIPS 202, which the platform has, pads with 0x06.
/// For inputs shorter than one block.
/// </summary>
internal static class Keccak256
{
    private const int Rate = 136;

    private static readonly ulong[] RoundConstants = MakeRoundConstants();

    /// <summary>Rho and pi as one walk over the lanes: where a lane goes, and by how much it is turned on the way.</summary>
    private static readonly (int Lane, int Turn)[] Steps = MakeSteps();

    public static void HashData(ReadOnlySpan<byte> data, Span<byte> digest)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(data.Length, Rate);
        Span<byte> block = stackalloc byte[Rate];
        block.Clear();
        data.CopyTo(block);
        block[data.Length] = 0x01;
        block[^1] |= 0x80;
        Span<ulong> state = stackalloc ulong[25], parity = stackalloc ulong[5];
        state.Clear();
        for (int lane = 0; lane < Rate / 8; lane++)
            state[lane] = BinaryPrimitives.ReadUInt64LittleEndian(block[(lane * 8)..]);
        foreach (ulong constant in RoundConstants)
            Round(state, parity, constant);
        for (int lane = 0; lane < 4; lane++)
            BinaryPrimitives.WriteUInt64LittleEndian(digest[(lane * 8)..], state[lane]);
    }

    /// <summary>FIPS 202 section 3.2: theta, rho and pi, chi, iota. The lane at (x, y) stands at x + 5 y.</summary>
    private static void Round(Span<ulong> state, Span<ulong> parity, ulong constant)
    {
        for (int column = 0; column < 5; column++)
            parity[column] = state[column] ^ state[column + 5] ^ state[column + 10] ^ state[column + 15] ^ state[column + 20];
        for (int column = 0; column < 5; column++)
        {
            ulong effect = parity[column == 0 ? 4 : column - 1] ^ BitOperations.RotateLeft(parity[column == 4 ? 0 : column + 1], 1);
            for (int lane = column; lane < 25; lane += 5)
                state[lane] ^= effect;
        }

        ulong moved = state[1];
        for (int step = 0; step < Steps.Length; step++)
            (state[Steps[step].Lane], moved) = (BitOperations.RotateLeft(moved, Steps[step].Turn), state[Steps[step].Lane]);

        for (int plane = 0; plane < 25; plane += 5)
        {
            (ulong a, ulong b, ulong c, ulong d, ulong e) = (state[plane], state[plane + 1], state[plane + 2], state[plane + 3], state[plane + 4]);
            state[plane] = a ^ (~b & c);
            state[plane + 1] = b ^ (~c & d);
            state[plane + 2] = c ^ (~d & e);
            state[plane + 3] = d ^ (~e & a);
            state[plane + 4] = e ^ (~a & b);
        }

        state[0] ^= constant;
    }

    private static (int Lane, int Turn)[] MakeSteps()
    {
        var steps = new (int, int)[24];
        (int column, int row) = (1, 0);
        for (int step = 0; step < steps.Length; step++)
        {
            (column, row) = (row, ((2 * column) + (3 * row)) % 5);
            steps[step] = (column + (5 * row), (step + 1) * (step + 2) / 2 % 64);
        }

        return steps;
    }

    /// <summary>FIPS 202 section 3.2.5: bits of a linear feedback shift register.</summary>
    private static ulong[] MakeRoundConstants()
    {
        ulong[] constants = new ulong[24];
        int register = 1;
        for (int round = 0; round < 24; round++)
        {
            for (int bit = 0; bit < 7; bit++)
            {
                if ((register & 1) != 0)
                    constants[round] |= 1UL << ((1 << bit) - 1);
                register <<= 1;
                if ((register & 0x100) != 0)
                    register ^= 0x171;
            }
        }

        return constants;
    }
}
