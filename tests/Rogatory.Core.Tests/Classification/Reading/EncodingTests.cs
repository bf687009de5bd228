using System.Text;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class EncodingTests
{
    private const string Letter = "Zoë Müller schrieb: „Überweisen Sie 500 € an Łukasz Żółć.“\r\nSpasibo, Привет, γειά, 👩‍⚖️\n";
    private const string Western = "Zoë Müller schrieb: „Überweisen Sie 500 € an François“ \r\n — déjà vu.\n";

    public static TheoryData<Encoding> Unicode => new()
    {
        new UTF8Encoding(true), new UTF8Encoding(false),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true), new UnicodeEncoding(false, false),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true), new UnicodeEncoding(true, false),
        new UTF32Encoding(bigEndian: false, byteOrderMark: true), new UTF32Encoding(false, false),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true), new UTF32Encoding(true, false),
    };

    [Theory]
    [MemberData(nameof(Unicode))]
    public void Text_in_any_unicode_encoding_is_read_with_and_without_a_byte_order_mark(Encoding encoding)
    {
        ReadItem read = ReadItem.Of(Letter, encoding);
        Assert.Equal(Letter, read.Text);
        Assert.Equal(new Core.Classification.Locator("text", Line: 1), Assert.Single(read.Stretches).Place);
        Assert.Equal("text", read.Report.Format);
        read.IsWhole();
    }

    [Theory]
    [MemberData(nameof(Unicode))]
    public void Text_longer_than_the_sample_is_read_whole_wherever_a_character_is_split(Encoding encoding)
    {
        for (int shift = 0; shift < 4; shift++)
        {
            string text = new string('a', shift) + string.Concat(Enumerable.Repeat("é😀ab\n", 20_000));
            ReadItem read = ReadItem.Of(new PiecewiseStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
            Assert.Equal(text, read.Text);
            read.IsWhole();
        }
    }

    [Fact]
    public void Text_that_is_not_unicode_is_taken_for_windows_1252()
    {
        ReadItem read = ReadItem.Of(Western, CodePagesEncodingProvider.Instance.GetEncoding(1252));
        Assert.Equal(Western, read.Text);
        read.IsWhole();
    }

    [Theory]
    [InlineData(1251)]
    [InlineData(20866)]
    public void Text_in_another_code_page_is_unread_but_for_its_ascii(int codePage)
    {
        ReadItem read = ReadItem.Of("Счёт DE89 3704 0044 0532 0130 00 принадлежит Ивану", CodePagesEncodingProvider.Instance.GetEncoding(codePage));
        Assert.Contains("DE89 3704 0044 0532 0130 00", read.Text, StringComparison.Ordinal);
        read.IsUnread("text", UnreadReason.Charset);
    }

    [Fact]
    public void A_byte_that_is_not_utf8_is_taken_for_windows_1252_and_reported()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(new string('é', 40_000)), 0xE9, .. "t\u00e9"u8];
        ReadItem read = ReadItem.Of(content);
        Assert.EndsWith("éété", read.Text, StringComparison.Ordinal);
        read.IsUnread("text", UnreadReason.Charset);
    }

    [Fact]
    public void Bytes_that_turn_up_after_text_and_are_no_text_are_reported()
    {
        ReadItem read = ReadItem.Of([.. Encoding.ASCII.GetBytes(new string('a', 70_000)), 0, 1, 2, 3]);
        read.IsUnread("text", UnreadReason.Charset);
    }

    [Fact]
    public void Text_that_switches_its_alphabet_by_escape_sequences_is_reported() =>
        ReadItem.Of("\e$B4A;z\e(B kanji").IsUnread("text", UnreadReason.Charset);

    [Fact]
    public void A_markup_file_is_decoded_as_it_says_it_is()
    {
        ReadItem xml = ReadItem.Of("""<?xml version="1.0" encoding="windows-1251"?><имя>Иван</имя>""", CodePagesEncodingProvider.Instance.GetEncoding(1251));
        xml.Holds("Иван", new("xml", Line: 1), "имя");
        xml.IsWhole();
        ReadItem html = ReadItem.Of("<html><meta charset=iso-8859-2><p>Łukasz", CodePagesEncodingProvider.Instance.GetEncoding(28592));
        Assert.Contains("Łukasz", html.Text, StringComparison.Ordinal);
        html.IsWhole();
        ReadItem.Of("""<?xml version="1.0" encoding="x-unheard-of"?><a>b</a>""").IsUnread("xml", UnreadReason.Charset);
    }

    [Fact]
    public void An_empty_item_is_empty()
    {
        ReadItem read = ReadItem.Of([]);
        Assert.Equal("empty", read.Report.Format);
        Assert.Empty(read.Text);
        read.IsWhole();
    }
}
