using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class ImageExtractTests
{
    private const string Keep = """{"keep":[{"pages":"1"}]}""";

    /// <summary>Segments of a JPEG; the scan's data with a stuffed byte and a restart in it.</summary>
    internal static byte[] Jpeg { get; } =
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, 1, 1, 9, 9, 9]),
        .. Segment(0xE1, [.. "Exif\0\0gps-words"u8]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0xmp-words"u8]),
        .. Segment(0xE2, [.. "ICC_PROFILE\0icc-words"u8]),
        .. Segment(0xED, [.. "Photoshop 3.0\0iptc-words"u8]),
        .. Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1, .. "tail-words"u8]),
        .. Segment(0xFE, [.. "comment-words"u8]),
        .. Segment(0xDB, new byte[65]),
        .. Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        .. Segment(0xC4, new byte[20]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9, .. "trailing-words"u8,
    ];

    internal static byte[] Png { get; } = MakePng([.. Deflated([0, 200, 100, 0, 50, 25]), .. "hidden-in-pixels"u8], isInterlaced: false);

    [Fact]
    public void A_JPEG_keeps_what_it_takes_to_show_it()
    {
        Extracted made = Extracted.Of(Jpeg, Keep);
        string bytes = Encoding.Latin1.GetString(made.Bytes);
        Assert.DoesNotContain("words", bytes, StringComparison.Ordinal);
        byte[] expected =
        [
            0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, 0, 0]), .. Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]),
            .. Jpeg[Jpeg.AsSpan().IndexOf(Segment(0xDB, new byte[65]))..^14],
        ];
        Assert.Equal(expected, made.Bytes);
        Assert.Equal(("jpeg", "image/jpeg", "jpg"), (made.Made.Format, made.Made.MediaType, made.Made.Extension));
        Assert.Equal(8, made.Made.Removed["metadata"]);
        Extracted.Refuses("extract-nothing-removed", made.Bytes, Keep);
    }

    [Fact]
    public void A_PNG_keeps_its_pixels_and_nothing_else()
    {
        Extracted made = Extracted.Of(Png, Keep);
        Assert.DoesNotContain("words", Encoding.Latin1.GetString(made.Bytes), StringComparison.Ordinal);
        List<(string Type, byte[] Data)> chunks = Chunks(made.Bytes);
        Assert.Equal(["IHDR", "tRNS", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        using var pixels = new MemoryStream();
        using (var inflate = new ZLibStream(new MemoryStream(chunks[2].Data), CompressionMode.Decompress)) inflate.CopyTo(pixels);
        Assert.Equal([0, 200, 100, 0, 50, 25], pixels.ToArray());
        Assert.DoesNotContain("hidden", Encoding.Latin1.GetString(made.Bytes), StringComparison.Ordinal);
        Assert.Equal(4, made.Made.Removed["metadata"]);
    }

    [Fact]
    public void An_interlaced_PNG_has_its_seven_passes() =>
        Assert.Equal("png", Extracted.Of(MakePng(Deflated([0, 1, 0, 2, 0, 3, 4]), isInterlaced: true), Keep).Made.Format);

    [Theory]
    [InlineData("""{"remove":[{"categories":["person-name"]}]}""", "extract-not-possible")]
    [InlineData("""{"keep":[{"pages":"1"}],"as":"text"}""", "extract-not-possible")]
    [InlineData("""{"keep":[{"lines":"1"}]}""", "extract-not-possible")]
    [InlineData("""{"keep":[{"pages":"2"}]}""", "extract-empty")]
    public void What_an_image_shows_cannot_be_removed(string request, string slug)
    {
        Extracted.Refuses(slug, Jpeg, request);
        Extracted.Refuses(slug, Png, request);
    }

    [Fact]
    public void A_damaged_image_and_one_of_another_format_are_refused()
    {
        Extracted.Refuses("extract-not-possible", Jpeg[..^20], Keep);
        Extracted.Refuses("extract-not-possible", Png[..60], Keep);
        byte[] wrongSum = [.. Png];
        wrongSum[20] ^= 1;
        Extracted.Refuses("extract-not-possible", wrongSum, Keep);
        Extracted.Refuses("extract-not-possible", MakePng(Deflated([0, 1]), isInterlaced: false), Keep);
        Extracted.Refuses("extract-not-possible", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B], Keep);
    }

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)((data.Length + 2) & 0xFF), .. data];

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }

    /// <summary>Two by two pixels of grey.</summary>
    private static byte[] MakePng(byte[] pixels, bool isInterlaced) =>
    [
        0x89, .. "PNG\r\n\x1A\n"u8,
        .. Chunk("IHDR", [0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, (byte)(isInterlaced ? 1 : 0)]),
        .. Chunk("tEXt", [.. "Author\0text-words"u8]), .. Chunk("eXIf", [.. "exif-words"u8]), .. Chunk("tRNS", [0, 7]),
        .. Chunk("IDAT", pixels[..4]), .. Chunk("IDAT", pixels[4..]), .. Chunk("tIME", [7, 234, 1, 1, 1, 1, 1]), .. Chunk("IEND", []), .. "trailing-words"u8,
    ];

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(type), .. data];
        byte[] made = [0, 0, 0, 0, .. chunk, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(made, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(made.AsSpan(made.Length - 4), Sum(chunk));
        return made;
    }

    private static List<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        var chunks = new List<(string Type, byte[] Data)>();
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            Assert.Equal(Sum(png.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add((Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }
        return chunks;
    }

    /// <summary>CRC-32, bit by bit.</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte one in bytes)
        {
            sum ^= one;
            for (int bit = 0; bit < 8; bit++) sum = (sum & 1) != 0 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
        }
        return ~sum;
    }
}
