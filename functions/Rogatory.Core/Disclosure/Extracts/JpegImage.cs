using System.Buffers.Binary;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>A JPEG (ITU-T T.81, T.871) of what it takes to show it: no application data but the two kinds that say what its colours are, no comments, no thumbnail, nothing after its end.</summary>
internal static class JpegImage
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9;

    public static byte[] Strip(ReadOnlyMemory<byte> item, ExtractTally left)
    {
        ReadOnlySpan<byte> bytes = item.Span;
        using var made = new MemoryStream();
        made.Write([0xFF, 0xD8]);
        bool hasFrame = false, hasScan = false;
        int at = 2;
        for (; ; )
        {
            // Any number of 0xFF may stand before a marker (B.1.1.2).
            if (at + 1 >= bytes.Length || bytes[at] != 0xFF) throw Damaged();
            while (at + 1 < bytes.Length && bytes[at + 1] == 0xFF) at++;
            if (at + 1 >= bytes.Length) throw Damaged();
            byte marker = bytes[at + 1];
            at += 2;
            if (marker == EndOfImage) break;
            if (at + 2 > bytes.Length) throw Damaged();
            int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2 || at + length > bytes.Length) throw Damaged();
            ReadOnlySpan<byte> segment = bytes.Slice(at + 2, length - 2);
            at += length;
            if (!Write(made, marker, segment)) left.Add("metadata");
            hasFrame |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (marker != StartOfScan) continue;
            hasScan = true;
            int end = EndOfScan(bytes, at);
            made.Write(bytes[at..end]);
            at = end;
        }
        if (!hasFrame || !hasScan) throw Damaged();
        if (at < bytes.Length) left.Add("metadata");
        made.Write([0xFF, EndOfImage]);
        return made.ToArray();
    }

    /// <summary>Writes what comes along of a segment, and says whether that is all of it.</summary>
    private static bool Write(MemoryStream made, byte marker, ReadOnlySpan<byte> segment)
    {
        switch (marker)
        {
            case 0xE0 when segment.Length >= 14 && segment.StartsWith("JFIF\0"u8):
                // The version, the density, and a thumbnail of no size.
                Put(made, marker, [.. segment[..12], 0, 0]);
                return segment.Length == 14;
            case 0xEE when segment.Length >= 12 && segment.StartsWith("Adobe"u8):
                Put(made, marker, segment[..12]);
                return segment.Length == 12;
            case (>= 0xE0 and <= 0xEF) or 0xFE:
                return false;
            case (>= 0xC0 and <= 0xCF and not 0xC8) or StartOfScan or 0xDB or 0xDC or 0xDD:
                Put(made, marker, segment);
                return true;
            default:
                throw Damaged();
        }
    }

    private static void Put(MemoryStream made, byte marker, ReadOnlySpan<byte> segment)
    {
        int length = segment.Length + 2;
        made.Write([0xFF, marker, (byte)(length >> 8), (byte)(length & 0xFF)]);
        made.Write(segment);
    }

    /// <summary>The next marker that is neither a stuffed zero nor a restart (B.1.1.5).</summary>
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        for (; ; )
        {
            int mark = bytes[at..].IndexOf((byte)0xFF);
            if (mark < 0 || at + mark + 1 >= bytes.Length) throw Damaged();
            at += mark;
            if (bytes[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
            at += bytes[at + 1] == 0xFF ? 1 : 2;
        }
    }

    private static RefusedException Damaged() => ExtractRefusals.NotPossible("The image is damaged.", "Ask for it once more.");
}
