using System.Buffers.Binary;

namespace Rogatory.LocalHost.Gate;

/// <summary>The CRC-64 of Azure Storage (NVMe's: polynomial 0xAD93D23594C93659, reflected, all ones in and out).</summary>
internal sealed class StorageCrc64
{
    private const ulong ReflectedPolynomial = 0x9A6C9329AC4BC9B5;
    private const int Lanes = 8;
    private static readonly ulong[] Table = MakeTable();

    private ulong _remainder = ulong.MaxValue;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var crc = _remainder;
        // Eight bytes a step: lane n holds what a byte contributes with n more bytes after it.
        for (; bytes.Length >= Lanes; bytes = bytes[Lanes..])
        {
            crc ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            var next = 0UL;
            for (var lane = 0; lane < Lanes; lane++)
                next ^= Table[((Lanes - 1 - lane) << 8) + (int)((crc >> (lane * 8)) & 0xFF)];
            crc = next;
        }
        foreach (var value in bytes) crc = (crc >> 8) ^ Table[(int)((crc ^ value) & 0xFF)];
        _remainder = crc;
    }

    /// <summary>Eight bytes, least significant first, as the REST interface sends them.</summary>
    public byte[] Finish()
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, ~_remainder);
        return bytes;
    }

    private static ulong[] MakeTable()
    {
        var table = new ulong[Lanes << 8];
        for (var value = 0; value < 256; value++)
        {
            var crc = (ulong)value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : ReflectedPolynomial);
            table[value] = crc;
        }
        for (var at = 256; at < table.Length; at++) table[at] = (table[at - 256] >> 8) ^ table[(int)(table[at - 256] & 0xFF)];
        return table;
    }
}
