using System.Globalization;
using System.Text;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class MailTests
{
    private const string Head = "From: Ada <ada@x.example>\r\nTo: alan@x.example\r\nMIME-Version: 1.0\r\n";

    [Fact]
    public void Header_fields_stand_under_their_names_with_encoded_words_decoded()
    {
        ReadItem read = ReadItem.Of(
            "Return-Path: <ada@x.example>\r\nFrom: =?utf-8?Q?Zo=C3=AB_M=C3=BCller?= <zoe@x.example>\r\n"
            + "Subject: =?ISO-8859-1?B?SmFu6Q==?=\r\n =?utf-8?B?w6k=?= =?utf-8?q?_tw=C3?= =?utf-8?q?=A9o?= end\r\nX-Note: raw é\r\n folded\r\n\r\nbody\r\n");
        Assert.Equal("mail", read.Report.Format);
        read.Holds("Zoë Müller <zoe@x.example>", new("header"), "From");
        Assert.Equal("Janéé twéo end", read.Find("Jan").Text);
        Assert.Equal("raw é folded", read.Find("raw").Text);
        read.Holds("body", new("text", Line: 1), null);
        read.IsWhole();
    }

    [Fact]
    public void Bodies_are_read_out_of_their_transfer_encoding_and_charset()
    {
        ReadItem quoted = ReadItem.Of($"{Head}Content-Type: text/plain; charset=iso-8859-2\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nIBAN PL61=\r\n1090 =A3ukasz  \r\nnext=3D\r\n");
        Assert.Equal("IBAN PL611090 Łukasz\r\nnext=", quoted.Find("IBAN").Text);
        quoted.IsWhole();
        string base64 = Convert.ToBase64String(CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!.GetBytes("Иван Петров"), Base64FormattingOptions.InsertLineBreaks);
        ReadItem coded = ReadItem.Of($"{Head}Content-Type: text/plain; charset=\"koi8-r\"\r\nContent-Transfer-Encoding: BASE64\r\n\r\n{base64}\r\n");
        Assert.Equal("Иван Петров", coded.Find("Иван").Text);
        coded.IsWhole();
        ReadItem wide = ReadItem.Of($"{Head}Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.Unicode.GetBytes("γειά"))}\r\n");
        Assert.Equal("γειά", wide.Find("γειά").Text);
        ReadItem.Of($"{Head}Content-Type: text/plain; charset=x-unheard-of\r\n\r\nhello\r\n").IsUnread("text", UnreadReason.Charset);
    }

    [Fact]
    public void Parts_attachments_and_messages_inside_are_read_by_their_content()
    {
        string inner = $"{Head}Subject: inner\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>inner <b>html</b></p>\r\n";
        string csv = Convert.ToBase64String("name,iban\nAda,DE89370400440532013000\n"u8);
        ReadItem read = ReadItem.Of(
            $"{Head}Content-Type: multipart/mixed;\r\n boundary=\"=_out\"\r\n\r\npreamble words\r\n--=_out\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n"
            + "--in\r\n\r\nplain words\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>shown <i>words</i>\r\n--in--\r\nbetween words\r\n"
            + $"--=_out\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename*0*=utf-8''relev%C3%A9; filename*1=.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n{csv}\r\n"
            + $"--=_out\r\nContent-Type: message/rfc822\r\n\r\n{inner}--=_out--\r\nepilogue words\r\n");
        Assert.Equal("before the parts", read.Find("preamble").Place.Part);
        read.Holds("plain words", new("text", Line: 1), null);
        Assert.Equal("HTML text 2", read.Find("shown words").Place.Part);
        Assert.Equal("after the parts", read.Find("between words").Place.Part);
        read.Holds("DE89370400440532013000", new("relevé.bin", Line: 2, Cell: "column 2"), "iban");
        read.Holds("inner html", new("part 3 > HTML text", Line: 1), null);
        Assert.Equal("Subject", read.Stretches.Single(stretch => stretch.Text == "inner").Label);
        Assert.Equal("after the parts", read.Find("epilogue").Place.Part);
        Assert.Contains(read.Stretches, stretch => stretch is { Text: "relevé.bin", Label: "filename" });
        read.IsWhole();
    }

    [Fact]
    public void What_can_not_be_read_in_a_message_is_reported()
    {
        ReadItem read = ReadItem.Of(
            $"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: image/png; name=scan.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String([0x89, .. "PNG\r\n\x1a\n"u8])}\r\n"
            + "--b\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n\r\nMIIB\r\n--b\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQ==\r\n");
        read.IsUnread("scan.png", UnreadReason.Image);
        read.IsUnread("smime.p7m", UnreadReason.Encrypted);
        read.IsUnread("text", UnreadReason.Encrypted);
        read.IsUnread("mail", UnreadReason.Damaged);
    }

    [Fact]
    public void Deep_multiparts_are_a_breach_and_what_is_past_it_is_reported()
    {
        var mail = new StringBuilder(Head);
        for (int level = 0; level < 500; level++)
            mail.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n");
        ReadItem read = ReadItem.Of(mail.Append("\r\ndeep words\r\n").ToString());
        read.Breaches(BreachKind.Depth);
        read.IsUnread("mail", UnreadReason.Limit);
    }

    [Fact]
    public void Messages_in_messages_without_end_are_a_breach()
    {
        ReadItem read = ReadItem.Of(string.Concat(Enumerable.Repeat($"{Head}Content-Type: message/rfc822\r\n\r\n", 100)) + "deep");
        read.Breaches(BreachKind.Depth);
    }

    [Fact]
    public void Very_many_parts_are_a_breach()
    {
        ReadItem read = ReadItem.Of($"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\n\r\nx\r\n", 20_000)) + "--b--\r\n");
        read.Breaches(BreachKind.Entries);
        read.IsUnread("item", UnreadReason.Limit);
    }

    [Fact]
    public void A_header_without_end_is_a_breach()
    {
        ReadItem read = ReadItem.Of($"{Head}Subject: {new string('a', 3_000_000)}\r\n\r\nbody words\r\n");
        read.Breaches(BreachKind.PartSize);
        read.IsUnread("header", UnreadReason.Limit);
        Assert.Contains("body words", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_is_read_message_by_message()
    {
        string message = $"From ada@x.example Thu Jan  1 00:00:00 2026\n{Head.Replace("\r", "", StringComparison.Ordinal)}\n";
        ReadItem read = ReadItem.Of($"{message}first words\nFrom here on\n\n{message}second words\n");
        Assert.Equal("first words\nFrom here on\n", read.Find("first words").Text);
        Assert.Equal("message 1 > text", read.Find("first words").Place.Part);
        Assert.Equal("message 2 > text", read.Find("second words").Place.Part);
        read.IsWhole();
    }
}
