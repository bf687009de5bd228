using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Rogatory.Core.Classification.Reading.Archive;

/// <summary>
/// A ZIP archive (APPNOTE.TXT 6.3), with ZIP64, by its central directory. Of an entry no more is kept than is needed to read it, and of
/// entries no more than the limits allow.
/// </summary>
internal sealed class ZipArchive
{
    private const int EndSize = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LongestName = 1024;

    private static readonly Encoding OldNames = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    private readonly ReadingSession _session;
    private readonly Stream _stream;
    private long _shift;

    /// <summary>Reads the directory.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public ZipArchive(ReadingSession session, string part, Stream seekable)
    {
        _session = session;
        _stream = seekable;
        Entries = ReadDirectory(part);
    }

    public IReadOnlyList<ZipEntry> Entries { get; }

    /// <summary>What was noted of the archive.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>The entry's bytes.</summary>
    /// <exception cref="UnreadableException">It is encrypted, or its compression is not supported.</exception>
    public Stream Open(ZipEntry entry, string part)
    {
        if (entry.IsEncrypted) throw new UnreadableException(UnreadReason.Encrypted);
        if (entry.Method is not (0 or 8)) throw new UnreadableException(UnreadReason.Compression);
        byte[] header = new byte[30];
        using (var local = new SourceStream(_stream, _session, entry.Offset + _shift, header.Length))
            local.ReadExactly(header);
        if (!header.AsSpan().StartsWith("PK\x03\x04"u8)) throw new InvalidDataException("No entry is where the directory says.");
        long start = entry.Offset + _shift + header.Length + UInt16(header, 26) + UInt16(header, 28);
        var packed = new SourceStream(_stream, _session, start, entry.CompressedSize);
        Stream unpacked = entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
        return new ExpandingStream(_session, part, unpacked, packed, entry.Size);
    }

    private static int UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    /// <summary>A ZIP64 value; one that no file can have is as good as the largest that one can.</summary>
    private static long UInt64(ReadOnlySpan<byte> bytes, int at) =>
        (long)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]), long.MaxValue / 4);

    private static string Text(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : OldNames.GetString(bytes);

    private byte[] At(long offset, int count)
    {
        byte[] bytes = new byte[Math.Max(0, Math.Min(count, _stream.Length - offset))];
        using var piece = new SourceStream(_stream, _session, offset, count);
        piece.ReadExactly(bytes);
        return bytes;
    }

    private List<ZipEntry> ReadDirectory(string part)
    {
        long from = Math.Max(0, _stream.Length - EndSize - LongestComment);
        byte[] tail = At(from, EndSize + LongestComment);
        int end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || tail.Length - end < EndSize) throw new InvalidDataException("No central directory is there.");
        ReadOnlySpan<byte> last = tail.AsSpan(end);
        Comment = Text(last.Slice(EndSize, Math.Min(UInt16(last, 20), last.Length - EndSize)));
        (long size, long offset, long endsAt) = (UInt32(last, 12), UInt32(last, 16), from + end);
        if (end >= 20 && tail.AsSpan(end - 20).StartsWith("PK\x06\x07"u8))
        {
            byte[] large = At(UInt64(tail, end - 12), 56);
            if (large.Length == 56 && large.AsSpan().StartsWith("PK\x06\x06"u8))
                (size, offset, endsAt) = (UInt64(large, 40), UInt64(large, 48), UInt64(tail, end - 12));
        }
        // Something may stand before the archive that its offsets do not count, such as a program that unpacks it.
        if (!At(offset, 4).AsSpan().StartsWith("PK"u8) && endsAt - size >= 0) _shift = endsAt - size - offset;
        using var directory = new BufferedStream(new SourceStream(_stream, _session, Math.Max(0, offset + _shift), size), 16 * 1024);
        return ReadEntries(directory, part);
    }

    private List<ZipEntry> ReadEntries(Stream directory, string part)
    {
        var entries = new List<ZipEntry>();
        Span<byte> header = stackalloc byte[46];
        while (directory.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length)
        {
            if (!header.StartsWith("PK\x01\x02"u8)) break;
            if (entries.Count > _session.Limits.Entries)
            {
                _session.Breach(part, BreachKind.Entries);
                _session.Unread(part, UnreadReason.Limit);
                break;
            }
            byte[] rest = new byte[UInt16(header, 28) + UInt16(header, 30) + UInt16(header, 32)];
            directory.ReadExactly(rest);
            entries.Add(Entry(header, rest));
        }
        return entries;
    }

    private static ZipEntry Entry(ReadOnlySpan<byte> header, ReadOnlySpan<byte> rest)
    {
        (int name, int extra) = (UInt16(header, 28), UInt16(header, 30));
        (long packed, long size, long offset) = (UInt32(header, 20), UInt32(header, 24), UInt32(header, 42));
        ReadOnlySpan<byte> fields = rest.Slice(name, extra);
        while (fields.Length >= 4)
        {
            int length = Math.Min(UInt16(fields, 2), fields.Length - 4);
            if (UInt16(fields, 0) == 1)
            {
                ReadOnlySpan<byte> large = fields.Slice(4, length);
                Take(ref large, ref size);
                Take(ref large, ref packed);
                Take(ref large, ref offset);
            }
            fields = fields[(4 + length)..];
        }
        string path = Text(rest[..name]), comment = Text(rest[(name + extra)..]);
        int method = UInt16(header, 10);
        return new ZipEntry(Cut(path), Cut(comment), (UInt16(header, 8) & 1) != 0 || method == 99, method, packed, size, offset);
    }

    private static void Take(ref ReadOnlySpan<byte> large, ref long value)
    {
        if (value != uint.MaxValue || large.Length < 8) return;
        value = UInt64(large, 0);
        large = large[8..];
    }

    private static string Cut(string text) => text.Length <= LongestName ? text : text[..LongestName];
}
