using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class ArchiveTests
{
    [Fact]
    public void Entries_are_read_by_their_content_whatever_they_are_called()
    {
        byte[] inner = ZipFile.Of(("deep/note.dat", "deep words"), ("again.json", """{"name":"Zo\u00eb"}"""));
        ReadItem read = ReadItem.Of(ZipFile.Of(
            ("folder/", []),
            ("folder/accounts.pdf", "name;iban\nAda;DE89370400440532013000\n"u8.ToArray()),
            ("inner.txt", inner),
            ("photo.txt", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]),
            ("blob", [1, 2, 3, 0, 255, 254, 1, 2, 3, 4, 5, 6, 7, 8])));
        Assert.Equal("zip", read.Report.Format);
        read.Holds("DE89370400440532013000", new("folder/accounts.pdf", Line: 2, Cell: "column 2"), "iban");
        read.Holds("deep words", new("inner.txt > deep/note.dat", Line: 1), null);
        read.Holds("Zoë", new("inner.txt > again.json", Line: 1, Cell: "/name"), "name");
        read.Holds("accounts.pdf", new("file names", Line: 2), "file name");
        read.IsUnread("photo.txt", UnreadReason.Image);
        read.IsUnread("blob", UnreadReason.Binary);
        Assert.Equal(2, read.Report.Unread.Count);
        Assert.Contains(new ReadPart("inner.txt", "zip"), read.Report.Parts);
    }

    [Fact]
    public void Comments_of_an_archive_and_what_stands_before_it_do_not_hide_it()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.Comment = "ask ada@x.example";
            ZipArchiveEntry entry = archive.CreateEntry("a.txt");
            entry.Comment = "entry comment";
            using Stream stream = entry.Open();
            stream.Write("words"u8);
        }
        ReadItem read = ReadItem.Of(bytes.ToArray());
        read.Holds("ask ada@x.example", new("archive comment"), null);
        read.Holds("entry comment", new("file comments", Line: 1), null);
        ReadItem shifted = ReadItem.Of([.. "PK\x03\x04 a program that unpacks"u8, .. bytes.ToArray()]);
        shifted.Holds("words", new("a.txt", Line: 1), null);
    }

    [Fact]
    public void Encrypted_entries_and_unknown_compressions_are_unread()
    {
        byte[] zip = ZipFile.Of(("a.txt", "words"), ("b.txt", "words"));
        int first = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        int second = first + 4 + zip.AsSpan(first + 4).IndexOf("PK\x01\x02"u8);
        zip[first + 8] |= 1;
        zip[second + 10] = 12;
        ReadItem read = ReadItem.Of(zip);
        read.IsUnread("a.txt", UnreadReason.Encrypted);
        read.IsUnread("b.txt", UnreadReason.Compression);
    }

    [Fact]
    public void An_archive_without_its_directory_is_damaged_and_one_cut_short_too()
    {
        byte[] zip = ZipFile.Of(("a.txt", "words"));
        ReadItem.Of(zip[..^10]).IsUnread("zip", UnreadReason.Damaged);
        ReadItem.Of([.. zip[..30], .. new byte[200]]).IsUnread("zip", UnreadReason.Damaged);
    }

    [Fact]
    public void An_entry_that_is_not_as_long_as_the_directory_says_is_damaged_and_still_read()
    {
        byte[] zip = ZipFile.Of(("a.txt", "some words to read"));
        int directory = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(directory + 24), 99);
        ReadItem read = ReadItem.Of(zip);
        read.IsUnread("a.txt", UnreadReason.Damaged);
    }

    [Fact]
    public void An_archive_in_an_archive_without_end_is_a_breach()
    {
        byte[] zip = ZipFile.Of(("a.txt", "bottom"));
        for (int level = 0; level < 40; level++)
            zip = ZipFile.Of(("z", zip));
        ReadItem read = ReadItem.Of(zip);
        read.Breaches(BreachKind.Depth);
        Assert.Contains(read.Report.Unread, unread => unread.Reason == UnreadReason.Limit);
        Assert.DoesNotContain("bottom", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_grows_too_much_is_a_breach_and_is_given_up()
    {
        ReadItem read = ReadItem.Of(ZipFile.Of(("bomb", new byte[50_000_000].Select(_ => (byte)'a').ToArray()), ("after", "words after"u8.ToArray())));
        read.Breaches(BreachKind.Ratio);
        read.IsUnread("bomb", UnreadReason.Limit);
        Assert.Contains("words after", read.Text, StringComparison.Ordinal);
        Assert.InRange(read.Text.Length, 1, 20_000_000);
    }

    [Fact]
    public void More_than_the_whole_may_hold_ends_the_reading()
    {
        byte[] random = new byte[100_000];
        new Random(1).NextBytes(random);
        byte[] text = Encoding.ASCII.GetBytes(Convert.ToHexString(random));
        ReadItem read = ReadItem.Of(ZipFile.Of([.. Enumerable.Range(0, 20).Select(index => ($"{index}.txt", text))]), new ReadingLimits { Expanded = 1_000_000 });
        read.Breaches(BreachKind.Expanded);
        read.IsUnread("item", UnreadReason.Limit);
        Assert.InRange(read.Text.Length, 1, 1_000_000);
    }

    [Fact]
    public void Very_many_entries_are_a_breach()
    {
        ReadItem read = ReadItem.Of(ZipFile.Of([.. Enumerable.Range(0, 300).Select(index => ($"{index}", "x"))]), new ReadingLimits { Entries = 200 });
        read.Breaches(BreachKind.Entries);
        Assert.Contains(read.Report.Unread, unread => unread.Reason == UnreadReason.Limit);
    }

    [Fact]
    public void An_archive_that_must_be_held_and_is_too_large_is_unread()
    {
        byte[] noise = new byte[300_000];
        new Random(2).NextBytes(noise);
        ReadItem read = ReadItem.Of(ZipFile.Of(("inner.zip", ZipFile.Of(("noise", noise))), ("after", "words after"u8.ToArray())), new ReadingLimits { PartSize = 100_000 });
        read.Breaches(BreachKind.PartSize);
        read.IsUnread("inner.zip", UnreadReason.Limit);
        Assert.Contains("words after", read.Text, StringComparison.Ordinal);
    }
}
