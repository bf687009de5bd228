using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Rogatory.Core.Classification.Financial;

/// <summary>Base58Check as Bitcoin uses it: a version byte, a payload, and the first four bytes of the double SHA-256 of both.</summary>
internal static class Base58Check
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int Length = 25, Limbs = 7;

    private static readonly sbyte[] Values = [.. Enumerable.Range(0, 0x80).Select(unit => (sbyte)Alphabet.IndexOf((char)unit, StringComparison.Ordinal))];

    /// <summary>The version byte of an address of 20 payload bytes, or -1 if it is none.</summary>
    public static int Version(ReadOnlySpan<char> text)
    {
        Span<uint> limbs = stackalloc uint[Limbs];
        limbs.Clear();
        foreach (char unit in text)
        {
            if (Values[unit & 0x7F] < 0)
                return -1;
            ulong carry = (ulong)Values[unit & 0x7F];
            for (int limb = Limbs - 1; limb >= 0; limb--)
            {
                carry += (ulong)limbs[limb] * 58;
                limbs[limb] = unchecked((uint)carry);
                carry >>= 32;
            }

            if (carry != 0)
                return -1;
        }

        Span<byte> bytes = stackalloc byte[Limbs * 4];
        for (int limb = 0; limb < Limbs; limb++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(limb * 4)..], limbs[limb]);
        if (bytes[..^Length].ContainsAnyExcept((byte)0))
            return -1;
        bytes = bytes[^Length..];
        // Each leading 1 is a zero byte, no more and no fewer.
        if (bytes.IndexOfAnyExcept((byte)0) != text.IndexOfAnyExcept('1'))
            return -1;
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(bytes[..21], digest);
        SHA256.HashData(digest, digest);
        return digest[..4].SequenceEqual(bytes[21..]) ? bytes[0] : -1;
    }
}
