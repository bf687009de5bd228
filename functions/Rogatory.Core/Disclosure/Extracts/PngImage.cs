using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>A PNG (ISO/IEC 15948) of what it takes to show it, its pixels compressed anew so that nothing stands after them: no text, time, EXIF, profile, animation, or data after its end.</summary>
internal static class PngImage
{
    private const int MostPixels = 256 << 20;
    private const int Piece = 1 << 16;

    private static readonly byte[] Signature = [0x89, .. "PNG\r\n\x1A\n"u8];
    private static readonly uint[] Table = MakeTable();

    public static byte[] Strip(ReadOnlyMemory<byte> item, ExtractTally left)
    {
        ReadOnlySpan<byte> bytes = item.Span;
        if (!bytes.StartsWith(Signature)) throw Damaged();
        using var made = new MemoryStream();
        made.Write(Signature);
        using var packed = new MemoryStream();
        long size = -1;
        byte colours = 0;
        int at = Signature.Length;
        for (bool isEnded = false; !isEnded;)
        {
            if (at + 12 > bytes.Length) throw Damaged();
            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12) throw Damaged();
            ReadOnlySpan<byte> chunk = bytes.Slice(at + 4, 4 + (int)length), data = chunk[4..];
            if (Sum(chunk) != BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8 + (int)length)..])) throw Damaged();
            at += 12 + (int)length;
            switch (Encoding.ASCII.GetString(chunk[..4]))
            {
                case "IHDR" when size < 0 && data.Length == 13:
                    size = PixelSize(data);
                    colours = data[9];
                    Put(made, "IHDR"u8, data);
                    break;
                case "IDAT" when size >= 0:
                    packed.Write(data);
                    break;
                case "PLTE" when packed.Length == 0 && size >= 0 && data.Length is > 0 and <= 768 && data.Length % 3 == 0:
                    Put(made, "PLTE"u8, data);
                    break;
                case "tRNS" when packed.Length == 0 && data.Length <= (colours == 3 ? 256 : 6):
                    Put(made, "tRNS"u8, data);
                    break;
                case "IEND":
                    isEnded = true;
                    break;
                case "IHDR" or "IDAT" or "PLTE" or "tRNS":
                    throw Damaged();
                default:
                    // A chunk that the image can't be shown without begins with a capital.
                    if (char.IsAsciiLetterUpper((char)chunk[0])) throw Damaged();
                    left.Add("metadata");
                    break;
            }
        }
        if (at < bytes.Length) left.Add("metadata");
        if (size < 0 || packed.Length == 0) throw Damaged();
        Put(made, "IDAT"u8, Repack(packed, size));
        Put(made, "IEND"u8, []);
        return made.ToArray();
    }

    /// <summary>How many bytes the pixels are, with a filter's byte for each row (7.2, 8.2).</summary>
    private static long PixelSize(ReadOnlySpan<byte> header)
    {
        long width = BinaryPrimitives.ReadUInt32BigEndian(header), height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        int samples = header[9] switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
        int bits = samples * header[8];
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || samples == 0 || header[8] is not (1 or 2 or 4 or 8 or 16) || header[10] != 0 || header[11] != 0 || header[12] > 1) throw Damaged();
        if (Math.BigMul(width, height, out long pixels) != 0 || pixels is < 0 or > MostPixels) throw ExtractRefusals.TooLarge("The image's pixels", MostPixels);
        if (header[12] == 0) return Rows(width, height, bits);
        long size = 0;
        foreach ((int x, int y, int stepX, int stepY) in (ReadOnlySpan<(int, int, int, int)>)[(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)])
            size += Rows((width - x + stepX - 1) / stepX, (height - y + stepY - 1) / stepY, bits);
        return size;
    }

    private static long Rows(long width, long height, int bits) => width <= 0 || height <= 0 ? 0 : height * (1 + (((width * bits) + 7) / 8));

    private static byte[] Repack(MemoryStream packed, long size)
    {
        packed.Position = 0;
        using var made = new MemoryStream();
        try
        {
            using var pixels = new ZLibStream(packed, CompressionMode.Decompress);
            using var deflate = new ZLibStream(made, CompressionLevel.Fastest, leaveOpen: true);
            byte[] buffer = new byte[Piece];
            while (size > 0)
            {
                int read = pixels.Read(buffer, 0, (int)Math.Min(size, buffer.Length));
                if (read == 0) throw Damaged();
                deflate.Write(buffer, 0, read);
                size -= read;
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
        return made.ToArray();
    }

    private static void Put(MemoryStream made, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [.. type, .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)data.Length);
        made.Write(number);
        made.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Sum(chunk));
        made.Write(number);
    }

    /// <summary>CRC-32 (ISO/IEC 15948, annex D).</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte one in bytes)
            sum = Table[(sum ^ one) & 0xFF] ^ (sum >> 8);
        return ~sum;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint index = 0; index < 256; index++)
        {
            uint value = index;
            for (int bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[index] = value;
        }
        return table;
    }

    private static RefusedException Damaged() => ExtractRefusals.NotPossible("The image is damaged.", "Ask for it once more.");
}
