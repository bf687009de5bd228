using System.Text;
using Rogatory.Core.Tests.Classification.Reading;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class MailExtractTests
{
    private const string Message =
        "Received: from relay.example by host.example\r\nX-Secret: trace-words\r\nFrom: =?utf-8?Q?Zo=C3=AB_M=C3=BCller?= <zoe@bank.example>\r\nTo: \"Keller, Maria\" <maria.keller@court.example>\r\nBcc: hidden@court.example\r\n"
        + "Date: Mon, 2 Mar 2026 10:00:00 +0100\r\nSubject: =?utf-8?B?S29udG8gREU4OTM3MDQwMDQ0MDUzMjAxMzAwMA==?=\r\nMessage-ID: <id-words@bank.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\nbefore-words\r\n"
        + "--outer\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDear Ms Keller,\r\nthe account DE89 3704 0044 0532 =\r\n0130 00 of Zo=C3=AB M=C3=BCller is closed.\r\n- a line\r\n"
        + "--inner\r\nContent-Type: text/html\r\n\r\n<html><body title=\"attribute-words\"><p>html-words</p></body></html>\r\n--inner--\r\n"
        + "--outer\r\nContent-Type: text/csv; name=\"Zoe Mueller.csv\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{CSV}\r\n"
        + "--outer\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=scan-words.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{PNG}\r\n--outer--\r\nafter-words\r\n";

    private static byte[] File { get; } = Encoding.UTF8.GetBytes(Message
        .Replace("{CSV}", Convert.ToBase64String(Encoding.UTF8.GetBytes("Date,IBAN\r\n2026-03-01,DE89370400440532013000\r\n2026-03-02,GB82WEST12345698765432\r\n")), StringComparison.Ordinal)
        .Replace("{PNG}", Convert.ToBase64String(ImageExtractTests.Png), StringComparison.Ordinal));

    [Fact]
    public void A_new_message_has_its_five_fields_and_the_text_that_shows()
    {
        Extracted made = Extracted.Of(File, """{"remove":[{"categories":["iban"]}]}""");
        ReadItem read = ReadItem.Of(made.Bytes);
        Assert.Equal("mail", read.Report.Format);
        read.IsWhole();
        read.Holds("Zoë Müller <zoe@bank.example>", new("header"), "From");
        read.Holds("Konto [IBAN 1]", new("header"), "Subject");
        Assert.Contains("the account [IBAN 1] of Zoë Müller is closed.\n- a line", read.Text.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (string gone in (string[])["words", "relay", "hidden@", "Zoe Mueller.csv", "DE89"])
            Assert.DoesNotContain(gone, read.Text + made.Text, StringComparison.Ordinal);
        Assert.All(made.Text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.Equal(("mail", "message/rfc822", "eml"), (made.Made.Format, made.Made.MediaType, made.Made.Extension));
    }

    [Fact]
    public void A_table_comes_along_as_an_extract_and_an_image_is_withheld_with_a_mark()
    {
        Extracted made = Extracted.Of(File, """{"remove":[{"categories":["iban"]}]}""");
        ReadItem read = ReadItem.Of(made.Bytes);
        Assert.Contains("Date,IBAN\r\n2026-03-01,[IBAN 1]\r\n2026-03-02,[IBAN 2]", read.Text, StringComparison.Ordinal);
        Assert.Contains(read.Stretches, stretch => stretch.Place.Part == "attachment-1.csv");
        Assert.Contains("[ATTACHMENT 2 WITHHELD]", read.Text, StringComparison.Ordinal);
        Assert.Equal(1, made.Made.Removed["attachments"]);
    }

    [Fact]
    public void Names_and_addresses_become_marks_in_header_and_text()
    {
        string read = Extracted.Read(Extracted.Of(File, """{"remove":[{"categories":["person-name","email"]}]}""").Bytes);
        Assert.DoesNotContain("Müller", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Keller", read, StringComparison.Ordinal);
        Assert.DoesNotContain("@", read, StringComparison.Ordinal);
    }

    [Fact]
    public void With_spans_no_attachment_comes_along()
    {
        int start = Extracted.Read(File).IndexOf("is closed", StringComparison.Ordinal);
        Extracted made = Extracted.Of(File, $$"""{"remove":[{"spans":[[{{start}},{{start + 9}}]]}]}""");
        Assert.Contains("[REMOVED 1]", Extracted.Read(made.Bytes), StringComparison.Ordinal);
        Assert.Equal(2, made.Made.Removed["attachments"]);
    }

    [Fact]
    public void A_page_of_HTML_becomes_its_text()
    {
        byte[] html = Encoding.UTF8.GetBytes("From: a@x.example\r\nTo: b@x.example\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n<html><body><script>script-words</script><p title=attribute-words>Tel. Gr\u00fc\u00dfe<p>IBAN DE89370400440532013000</body></html>\r\n");
        string read = Extracted.Read(Extracted.Of(Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(html)), """{"remove":[{"categories":["iban"]}]}""").Bytes);
        Assert.Contains("Tel. Grüße\n", read.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("IBAN [IBAN 1]", read, StringComparison.Ordinal);
        Assert.DoesNotContain("words", read, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Extracted.Refuses("extract-not-possible", File, """{"keep":[{"lines":"1"}]}""");
        Extracted.Refuses("extract-not-possible", File, """{"keep":[{"lines":"1"}],"as":"text"}""");
        Extracted.Refuses("extract-nothing-removed", File, """{"remove":[{"categories":["crypto-address"]}]}""");
        Extracted.Refuses("extract-not-possible", [.. "From a@x.example Mon\n"u8, .. File], """{"remove":[{"categories":["iban"]}]}""");
        Extracted.Refuses("extract-not-possible", File[..^40], """{"remove":[{"categories":["iban"]}]}""");
    }

    [Fact]
    public void Markup_can_be_had_as_its_text()
    {
        string page = "<html><head><title>T</title></head><body><!-- comment-words --><p title='attribute-words'>One IBAN DE89370400440532013000</p><p>Two</p></body></html>";
        Extracted.Refuses("extract-not-possible", page, """{"keep":[{"lines":"1"}]}""");
        string text = Extracted.Of(page, """{"remove":[{"categories":["iban"]}],"as":"text"}""").Text;
        Assert.Contains("One IBAN [IBAN 1]\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("words", text, StringComparison.Ordinal);
    }

    private static string WithTable(string body, string table) =>
        "From: a@x.example\r\nTo: b@x.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n" + body
        + "\r\n--b\r\nContent-Type: text/csv; name=\"t.csv\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(Encoding.UTF8.GetBytes(table)) + "\r\n--b--\r\n";

    [Fact]
    public void Two_values_have_two_marks_in_a_message_and_its_attachments_and_all_are_counted()
    {
        Extracted made = Extracted.Of(WithTable("Pay DE89370400440532013000 for FR1420041010050500013M02606.", "Date,IBAN\r\n2026-03-02,GB82WEST12345698765432\r\n2026-03-03,DE89370400440532013000\r\n"), """{"remove":[{"categories":["iban"]}]}""");
        string read = Extracted.Read(made.Bytes);
        Assert.Contains("2026-03-02,[IBAN 1]\r\n2026-03-03,[IBAN 2]", read, StringComparison.Ordinal);
        Assert.Contains("Pay [IBAN 2] for [IBAN 3].", read, StringComparison.Ordinal);
        Assert.Equal(4, made.Made.Marks["iban"]);
    }

    [Fact]
    public void A_value_that_is_known_from_an_attachment_is_a_mark_in_the_text_too()
    {
        Extracted made = Extracted.Of(WithTable("It was paid by Jonas Feldmann then.", "Date,Account holder\r\n2026-03-02,Jonas Feldmann\r\n2026-03-03,Ada Alder\r\n"), """{"remove":[{"categories":["person-name"]}]}""");
        Assert.Contains("paid by [NAME 1] then", Extracted.Read(made.Bytes), StringComparison.Ordinal);
    }
}
