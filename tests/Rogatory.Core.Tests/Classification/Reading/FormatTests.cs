using System.Text;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class FormatTests
{
    public static TheoryData<string, byte[], UnreadReason> Unread => new()
    {
        { "image", [0x89, .. "PNG\r\n\x1a\n"u8], UnreadReason.Image },
        { "image", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], UnreadReason.Image },
        { "image", [.. "II*\0\x08\0\0\0"u8], UnreadReason.Image },
        { "image", [.. "GIF89a"u8, 1, 0, 1, 0], UnreadReason.Image },
        { "image", [.. "RIFF\x10\0\0\0WEBPVP8 "u8], UnreadReason.Image },
        { "image", [.. "BM"u8, 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0], UnreadReason.Image },
        { "image", [0, 0, 0, 24, .. "ftypheic"u8], UnreadReason.Image },
        { "media", [0, 0, 0, 24, .. "ftypmp42"u8], UnreadReason.Media },
        { "media", [.. "RIFF\x10\0\0\0WAVEfmt "u8], UnreadReason.Media },
        { "encrypted", [.. "Salted__12345678"u8], UnreadReason.Encrypted },
        { "encrypted", [.. "-----BEGIN PGP MESSAGE-----\n\nhQ==\n"u8], UnreadReason.Encrypted },
        { "encrypted", [.. "age-encryption.org/v1\n-> X25519 a\n"u8], UnreadReason.Encrypted },
        { "binary", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")], UnreadReason.Encrypted },
        { "binary", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("WordDocument")], UnreadReason.Format },
        { "binary", [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0, 0, 0, 0], UnreadReason.Binary },
        { "binary", [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], UnreadReason.Binary },
    };

    [Theory]
    [MemberData(nameof(Unread))]
    public void What_holds_no_text_to_read_is_unread_with_its_reason(string format, byte[] content, UnreadReason reason)
    {
        ReadItem read = ReadItem.Of(content);
        Assert.Equal(format, read.Report.Format);
        Assert.Empty(read.Text);
        Assert.Equal(new UnreadPart(format, null, reason), Assert.Single(read.Report.Unread));
    }

    [Fact]
    public void Random_bytes_are_binary_and_never_clean()
    {
        var random = new Random(3);
        for (int length = 16; length < 2000; length += 13)
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.NotEmpty(ReadItem.Of(bytes).Report.Unread);
        }
    }

    [Fact]
    public void A_failing_source_and_a_failing_sink_are_the_callers_to_see()
    {
        Assert.Throws<IOException>(() => ReadItem.Of(new FailingSource()));
        Assert.Throws<InvalidDataException>(() => ItemReader.Read(new MemoryStream("words"u8.ToArray()), new FailingSink(), new(), CancellationToken.None));
    }

    [Fact]
    public void A_cancelled_reading_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ItemReader.Read(new MemoryStream("words"u8.ToArray()), new ReadItem(), new(), cancelled.Token));
    }

    [Fact]
    public void A_report_prints_counts_and_no_names()
    {
        ReadItem read = ReadItem.Of(ZipFile.Of(("secret-name.png", new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10 })));
        Assert.DoesNotContain("secret", read.Report.ToString(), StringComparison.Ordinal);
    }

    private sealed class FailingSource() : MemoryStream(new byte[100])
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("Storage is gone.");
    }

    private sealed class FailingSink : Core.Classification.ITextSink
    {
        public void MoveTo(Core.Classification.Locator place, string? label)
        {
        }

        public void Write(ReadOnlySpan<char> text) => throw new InvalidDataException("The sink is full.");
    }
}
