using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Rogatory.Core.Tests.Classification.Reading;
using static Rogatory.Core.Tests.Classification.Reading.OfficeFile;
using ZipFile = Rogatory.Core.Tests.Classification.Reading.ZipFile;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class DocumentExtractTests
{
    private const string Styles = "<w:styles " + Word + ">"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"/>"
        + "<w:style w:type=\"character\" w:styleId=\"Base\"><w:rPr><w:vanish/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Secret\"><w:basedOn w:val=\"Base\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Gone\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";

    private static readonly string[] Gone =
    [
        "vanished", "styled-away", "paragraph-away", "deleted-words", "moved-words", "comment-words", "author-words", "foot-words", "header-words", "custom-words", "field-code", "picture-words",
        "row-away", "control-name", "vbaProject", "link.example", "earlier-format", "fallback-words", "embedded-words",
    ];

    private static byte[] File { get; } = ZipFile.Of(
        ("[Content_Types].xml", Encoding.UTF8.GetBytes("<Types/>")),
        ("word/document.xml", Encoding.UTF8.GetBytes($"""
            <?xml version="1.0"?><w:document {Word}><w:body>{Paragraph("Statement of Mr Jonas Feldmann")}
            <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">He was </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>vanished</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>
            <w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>styled-away</w:t></w:r><w:del w:author="author-words"><w:r><w:delText>deleted-words</w:delText></w:r></w:del><w:ins w:author="author-words"><w:r><w:t xml:space="preserve"> inserted</w:t></w:r></w:ins>
            <w:moveFrom><w:r><w:t>moved-words</w:t></w:r></w:moveFrom><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr><w:r><w:t>paragraph-away</w:t></w:r></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>field-code</w:instrText></w:r><w:r><w:t>page 7</w:t></w:r><w:r><w:drawing><wp:docPr descr="picture-words"/></w:drawing></w:r>
            <mc:AlternateContent><mc:Choice><w:r><w:t> chosen</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>fallback-words</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>
            <w:tbl><w:tr><w:tc>{Paragraph("Name")}</w:tc><w:tc>{Paragraph("IBAN")}</w:tc></w:tr><w:tr><w:tc>{Paragraph("Jonas Feldmann")}</w:tc><w:tc>{Paragraph("DE89370400440532013000")}</w:tc></w:tr>
            <w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{Paragraph("row-away")}</w:tc><w:tc>{Paragraph("row-away")}</w:tc></w:tr></w:tbl>
            <w:sdt><w:sdtPr><w:alias w:val="control-name"/></w:sdtPr><w:sdtContent>{Paragraph("In a control")}</w:sdtContent></w:sdt>
            <w:p><w:r><w:rPr><w:rPrChange w:author="author-words"><w:rPr><w:rStyle w:val="earlier-format"/></w:rPr></w:rPrChange></w:rPr><w:t>Signed</w:t><w:tab/><w:t>A &amp; B</w:t><w:br/><w:t>end</w:t></w:r></w:p>
            </w:body></w:document>
            """)),
        ("word/styles.xml", Encoding.UTF8.GetBytes(Styles)),
        ("word/comments.xml", Encoding.UTF8.GetBytes($"<w:comments {Word}><w:comment w:author=\"author-words\">{Paragraph("comment-words")}</w:comment></w:comments>")),
        ("word/footnotes.xml", Encoding.UTF8.GetBytes($"<w:footnotes {Word}><w:footnote>{Paragraph("foot-words")}</w:footnote></w:footnotes>")),
        ("word/header1.xml", Encoding.UTF8.GetBytes($"<w:hdr {Word}>{Paragraph("header-words")}</w:hdr>")),
        ("docProps/core.xml", Encoding.UTF8.GetBytes("<coreProperties><creator>author-words</creator></coreProperties>")),
        ("customXml/item1.xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><data><x>custom-words</x></data>")),
        ("word/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3, 0]),
        ("word/embeddings/object1.txt", Encoding.UTF8.GetBytes("embedded-words and more")),
        ("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes("<Relationships><Relationship Id=\"r1\" Type=\"urn:x/hyperlink\" Target=\"https://link.example/\" TargetMode=\"External\"/></Relationships>")));

    [Fact]
    public void A_new_document_has_what_shows_and_nothing_of_what_does_not()
    {
        Extracted made = Extracted.Of(File, """{"remove":[{"categories":["iban"]}]}""");
        string read = Extracted.Read(made.Bytes), unpacked = Unpacked(made.Bytes);
        foreach (string shown in (string[])["Statement of Mr Jonas Feldmann", "He was seen inserted", "page 7 chosen", "In a control", "Signed\tA & B\nend", "[IBAN 1]"])
            Assert.Contains(shown, read, StringComparison.Ordinal);
        Assert.DoesNotContain("\tHe was", read, StringComparison.Ordinal);
        Assert.All(Gone, gone => Assert.DoesNotContain(gone, unpacked, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("DE89", unpacked, StringComparison.Ordinal);
        Assert.Equal("docx", made.Made.Format);
        Assert.Null(made.Made.Kind);
        foreach (string kind in (string[])["hidden", "changes", "comments", "footnotes", "images", "parts"])
            Assert.True(made.Made.Removed.ContainsKey(kind), kind);
    }

    [Fact]
    public void The_new_package_has_the_parts_that_the_format_demands_and_no_others()
    {
        using var archive = new ZipArchive(new MemoryStream(Extracted.Of(File, """{"keep":[{"lines":"1-2"}]}""").Bytes));
        Assert.Equal(["[Content_Types].xml", "_rels/.rels", "word/document.xml"], archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        using Stream part = archive.GetEntry("word/document.xml")!.Open();
        Assert.Equal(word + "document", XDocument.Load(part).Root!.Name);
    }

    [Fact]
    public void Paragraphs_are_lines_and_a_cell_that_loses_its_own_is_empty()
    {
        Extracted made = Extracted.Of(File, """{"keep":[{"lines":"1,5-7"}]}""");
        string read = Extracted.Read(made.Bytes);
        Assert.Contains("Statement", read, StringComparison.Ordinal);
        Assert.DoesNotContain("He was", read, StringComparison.Ordinal);
        Assert.DoesNotContain("DE89", read, StringComparison.Ordinal);
        Assert.Equal(8, made.Made.Removed["lines"]);
    }

    [Fact]
    public void A_name_has_one_mark_in_text_and_table()
    {
        string read = Extracted.Read(Extracted.Of(File, """{"remove":[{"categories":["person-name","iban"]}]}""").Bytes);
        Assert.Equal(3, read.Split("[NAME 1]").Length);
    }

    [Fact]
    public void A_span_of_whole_words_is_followed_and_one_within_a_word_is_refused()
    {
        string text = Extracted.Read(File);
        int start = text.IndexOf("In a control", StringComparison.Ordinal);
        Assert.Contains("In [REMOVED 1]", Extracted.Read(Extracted.Of(File, $$"""{"remove":[{"spans":[[{{start + 3}},{{start + 12}}]]}]}""").Bytes), StringComparison.Ordinal);
        Extracted.Refuses("extract-not-possible", File, $$"""{"remove":[{"spans":[[{{start + 6}},{{start + 10}}]]}]}""");
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Extracted.Refuses("extract-not-possible", File, """{"keep":[{"rows":"1"}]}""");
        Extracted.Refuses("extract-empty", File, """{"keep":[{"lines":"999"}]}""");
        Extracted.Refuses("extract-nothing-removed", File, """{"remove":[{"categories":["crypto-address"]}]}""");
        Extracted.Refuses("extract-not-possible", Document("<w:p><w:r><w:t>torn</w:t></w:p>"), """{"keep":[{"lines":"1"}]}""");
        Extracted.Refuses("extract-not-possible", Presentation(""), """{"keep":[{"pages":"1"}]}""");
        Extracted.Refuses("extract-not-possible", ZipFile.Of(("a.txt", "words")), """{"keep":[{"lines":"1"}]}""");
        Extracted.Refuses("extract-not-possible", ZipFile.Of(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<!DOCTYPE a [<!ENTITY e 'v'>]><w:document><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")), """{"keep":[{"lines":"1"}]}""");
    }

    internal static string Unpacked(byte[] package)
    {
        var all = new StringBuilder();
        using var archive = new ZipArchive(new MemoryStream(package));
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            all.Append(entry.FullName).Append('\n').Append(reader.ReadToEnd()).Append('\n');
        }
        return all.ToString();
    }

    [Fact]
    public void A_span_goes_whole_however_long_it_is()
    {
        string words = string.Join(' ', Enumerable.Range(0, 80).Select(number => $"word{(char)('a' + (number % 26))}{(char)('a' + (number / 26))}"));
        byte[] item = OfficeFile.Document(Paragraph("Before it.") + Paragraph($"{words} one-end") + Paragraph($"{words} other-end"));
        string text = Extracted.Read(item);
        int start = text.IndexOf("worda", StringComparison.Ordinal), other = text.IndexOf("worda", start + words.Length, StringComparison.Ordinal);
        string read = Extracted.Read(Extracted.Of(item, $$"""{"remove":[{"spans":[[{{start}},{{text.IndexOf("one-end", StringComparison.Ordinal) + 7}}],[{{other}},{{text.IndexOf("other-end", StringComparison.Ordinal) + 9}}]]}]}""").Bytes);
        Assert.DoesNotContain("word", read, StringComparison.Ordinal);
        Assert.DoesNotContain("end", read, StringComparison.Ordinal);
        Assert.Contains("[REMOVED 2]", read, StringComparison.Ordinal);
        Extracted.Refuses("extract-left-over", item, $$"""{"remove":[{"spans":[[{{start}},{{text.IndexOf("one-end", StringComparison.Ordinal) + 7}}]]}]}""");
    }

    [Fact]
    public void A_row_is_hidden_with_the_tables_in_it_and_in_any_table()
    {
        string inner = $"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{Paragraph("inner-away")}</w:tc></w:tr><w:tr><w:tc>{Paragraph("inner-stays")}</w:tc></w:tr></w:tbl>";
        byte[] item = OfficeFile.Document($"{Paragraph("Mr Jonas Feldmann")}<w:tbl><w:tr><w:tc>{inner}{Paragraph("outer-stays")}</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{inner}{Paragraph("outer-away")}</w:tc></w:tr></w:tbl>{Paragraph("last-stays")}");
        string read = Extracted.Read(Extracted.Of(item, """{"remove":[{"categories":["person-name"]}]}""").Bytes);
        Assert.DoesNotContain("away", read, StringComparison.Ordinal);
        Assert.Equal(3, read.Split("-stays").Length - 1);
    }

    [Fact]
    public void Text_that_a_document_hides_by_its_defaults_is_hidden()
    {
        byte[] item = OfficeFile.Document(
            Paragraph("by-default-away") + "<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>shown to Mr Jonas Feldmann</w:t></w:r></w:p>",
            ("word/styles.xml", $"<w:styles {Word}><w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>"));
        string read = Extracted.Read(Extracted.Of(item, """{"remove":[{"categories":["person-name"]}]}""").Bytes);
        Assert.Contains("shown to Mr [NAME 1]", read, StringComparison.Ordinal);
        Assert.DoesNotContain("away", read, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_spans_are_followed()
    {
        byte[] item = OfficeFile.Document(string.Concat(Enumerable.Range(0, 10_000).Select(number => Paragraph($"paragraph {number:D6} of many"))));
        string text = Extracted.Read(item);
        var spans = new List<string>();
        for (int at = text.IndexOf("paragraph", StringComparison.Ordinal); at >= 0; at = text.IndexOf("paragraph", at + 1, StringComparison.Ordinal))
            spans.Add($"[{at + 10},{at + 16}]");
        Extracted made = Extracted.Of(item, $$"""{"remove":[{"spans":[{{string.Join(',', spans)}}]}]}""");
        Assert.Equal(10_000, made.Made.Marks["removed"]);
        Assert.Contains("[REMOVED 10000]", Extracted.Read(made.Bytes), StringComparison.Ordinal);
    }
}
