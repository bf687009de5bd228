using Rogatory.Core.Classification.Reading;
using static Rogatory.Core.Tests.Classification.Reading.OfficeFile;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class DocumentTests
{
    [Fact]
    public void Paragraphs_are_lines_of_the_body_and_runs_are_joined()
    {
        ReadItem read = ReadItem.Of(Document("<w:p><w:r><w:t>FR76</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> 3000</w:t><w:tab/><w:t>x</w:t><w:br/><w:noBreakHyphen/></w:r></w:p>" + Paragraph("second")));
        Assert.Equal("docx", read.Report.Format);
        read.Holds("FR76 3000\tx\n-\nsecond\n", new("body", Line: 1), null);
        read.IsWhole();
    }

    [Fact]
    public void Tables_are_read_cell_by_cell_under_their_headers_and_the_body_goes_on_after_them()
    {
        string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{Paragraph(cell)}</w:tc>"))}</w:tr>";
        ReadItem read = ReadItem.Of(Document(Paragraph("before") + $"<w:tbl>{Row("Name", "Account", "Born")}{Row("Ada", "DE89", "1815")}</w:tbl>" + $"<w:tbl>{Row("Passport", "C01X00T47")}</w:tbl>" + Paragraph("after")));
        read.Holds("DE89", new("body", Line: 6, Cell: "table 1, row 2, column 2"), "Account");
        Assert.Equal("Passport", read.Find("C01X00T47").Label);
        read.Holds("after", new("body", Line: 10), null);
    }

    [Fact]
    public void Tracked_changes_are_read_as_the_text_is_and_as_it_was()
    {
        ReadItem read = ReadItem.Of(Document(
            "<w:p><w:r><w:t>pay FR76</w:t></w:r><w:del w:author=\"Ada Byron\"><w:r><w:delText>1111</w:delText></w:r></w:del><w:ins w:author=\"Ada Byron\"><w:r><w:t>2222</w:t></w:r></w:ins><w:r><w:t>3333</w:t></w:r></w:p>"
            + "<w:p><w:moveFrom><w:r><w:t>moved words</w:t></w:r></w:moveFrom></w:p>"));
        read.Holds("pay FR7622223333\n", new("body", Line: 1), null);
        read.Holds("pay FR7611113333", new("body > before changes", Line: 1), null);
        Assert.Equal("body > before changes", read.Find("moved words").Place.Part);
        read.Holds("Ada Byron", new("body > author"), "author");
    }

    [Fact]
    public void Hidden_text_headers_footers_notes_comments_and_text_boxes_are_read()
    {
        string Part(string root, string body) => $"<w:{root} {Word}>{body}</w:{root}>";
        ReadItem read = ReadItem.Of(Document(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden words</w:t></w:r></w:p><w:p><w:r><w:pict><w:txbxContent>" + Paragraph("boxed words") + "</w:txbxContent></w:pict><w:t>around</w:t></w:r></w:p>"
            + "<w:p><w:r><w:drawing><wp:docPr id=\"1\" name=\"x\" descr=\"portrait of Ada\"/><wp:posOffset>1234567</wp:posOffset></w:drawing><w:instrText> HYPERLINK \"mailto:</w:instrText><w:instrText>ada@x.example\" </w:instrText></w:r></w:p>",
            ("word/header1.xml", Part("hdr", Paragraph("header words"))),
            ("word/footer2.xml", Part("ftr", Paragraph("footer words"))),
            ("word/footnotes.xml", Part("footnotes", $"<w:footnote w:id=\"1\">{Paragraph("footnote words")}</w:footnote>")),
            ("word/endnotes.xml", Part("endnotes", $"<w:endnote>{Paragraph("endnote words")}</w:endnote>")),
            ("word/comments.xml", Part("comments", $"<w:comment w:author=\"Alan\" w:initials=\"AT\">{Paragraph("comment words")}</w:comment>")),
            ("word/glossary/document.xml", Part("glossaryDocument", Paragraph("glossary words"))),
            ("word/settings.xml", Part("settings", "<w:rsids><w:rsid w:val=\"00A77427\"/></w:rsids>")),
            ("customXml/item1.xml", "<data xmlns=\"urn:x\"><client id=\"77\">custom words</client></data>")));
        Assert.Equal("body", read.Find("hidden words").Place.Part);
        Assert.Contains("boxed words\naround\n", read.Text, StringComparison.Ordinal);
        Assert.Equal(("body > alternative text", "descr"), (read.Find("portrait").Place.Part, read.Find("portrait").Label));
        Assert.Equal(" HYPERLINK \"mailto:ada@x.example\" ", read.Find("mailto").Text);
        read.Holds("header words", new("header1", Line: 1), null);
        read.Holds("footer words", new("footer2", Line: 1), null);
        read.Holds("footnote words", new("footnotes", Line: 1), null);
        read.Holds("endnote words", new("endnotes", Line: 1), null);
        Assert.Equal("comments", read.Find("comment words").Place.Part);
        Assert.Equal("comments > author", read.Find("Alan").Place.Part);
        Assert.Equal("document", read.Find("glossary words").Place.Part);
        read.Holds("custom words", new("item1", Line: 1), "client");
        read.Holds("77", new("item1", Line: 1), "id");
        Assert.DoesNotContain("00A77427", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567", read.Text, StringComparison.Ordinal);
        read.IsWhole();
    }

    [Fact]
    public void Properties_of_all_kinds_stand_under_their_names_and_links_are_read()
    {
        ReadItem read = ReadItem.Of(Document(Paragraph("x"),
            ("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"urn:cp\" xmlns:dc=\"urn:dc\"><dc:creator>Ada Byron</dc:creator><cp:lastModifiedBy>Alan</cp:lastModifiedBy></cp:coreProperties>"),
            ("docProps/app.xml", "<Properties xmlns=\"urn:e\"><Company>Engines Ltd</Company></Properties>"),
            ("docProps/custom.xml", "<Properties xmlns=\"urn:c\" xmlns:vt=\"urn:vt\"><property name=\"Case number\"><vt:lpwstr>4711/26</vt:lpwstr></property></Properties>"),
            Relations("word/_rels/document.xml.rels", ("rId1", "mailto:ada@x.example", true))));
        read.Holds("Ada Byron", new("properties", Cell: "creator"), "creator");
        read.Holds("Engines Ltd", new("properties", Cell: "Company"), "Company");
        read.Holds("4711/26", new("properties", Cell: "Case number"), "Case number");
        read.Holds("mailto:ada@x.example", new("links"), "link");
    }

    [Fact]
    public void Embedded_files_are_read_by_their_content_and_images_are_unread()
    {
        byte[] document = ZipFile.Of(
            ("[Content_Types].xml", "<Types/>"u8.ToArray()),
            ("word/document.xml", System.Text.Encoding.UTF8.GetBytes($"<w:document {Word}>{Paragraph("outer")}</w:document>")),
            ("word/embeddings/sheet.xlsx", Document(Paragraph("inner words"))),
            ("word/media/image1.png", [0x89, .. "PNG\r\n\x1a\n"u8]),
            ("word/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]));
        ReadItem read = ReadItem.Of(document);
        read.Holds("inner words", new("word/embeddings/sheet.xlsx > body", Line: 1), null);
        read.IsUnread("word/media/image1.png", UnreadReason.Image);
        read.IsUnread("word/vbaProject.bin", UnreadReason.Format);
        Assert.Equal(2, read.Report.Unread.Count);
    }

    [Fact]
    public void Text_that_breaks_off_in_the_middle_is_read_to_there()
    {
        ReadItem read = ReadItem.Of(ZipFile.Of(("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<w:document {Word}><w:body><w:p><w:r><w:t>last wor")));
        Assert.Contains("last wor", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_of_paragraphs_and_tables_is_a_breach_and_no_crash()
    {
        ReadItem read = ReadItem.Of(Document(string.Concat(Enumerable.Repeat("<w:p><w:tbl><w:tr><w:tc>", 3000)) + "<w:t>deep words</w:t>"));
        read.Breaches(BreachKind.Nesting);
        Assert.Contains("deep words", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Slides_are_pages_in_the_order_shown_with_notes_tables_and_alternative_texts()
    {
        string Words(string text) => $"<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title 1\" descr=\"alt {text}\"/></p:nvSpPr><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>";
        ReadItem read = ReadItem.Of(Presentation("<p:sldId id=\"256\" r:id=\"r2\"/><p:sldId id=\"257\" r:id=\"r1\"/>",
            Relations("ppt/_rels/presentation.xml.rels", ("r1", "slides/slide1.xml", false), ("r2", "slides/slide2.xml", false)),
            ("ppt/slides/slide1.xml", $"<p:sld {Slide} show=\"0\">{Words("first file")}</p:sld>"),
            ("ppt/slides/slide2.xml", $"<p:sld {Slide}>{Words("second file")}<a:tbl><a:tr><a:tc><a:p><a:t>Name</a:t></a:p></a:tc><a:tc><a:p><a:t>Ada</a:t></a:p></a:tc></a:tr></a:tbl></p:sld>"),
            ("ppt/notesSlides/notesSlide1.xml", $"<p:notes {Slide}>{Words("spoken words")}</p:notes>"),
            Relations("ppt/notesSlides/_rels/notesSlide1.xml.rels", ("r1", "../slides/slide1.xml", false)),
            ("ppt/comments/comment1.xml", "<p:cmLst xmlns:p=\"urn:p\"><p:cm><p:text>comment words</p:text></p:cm></p:cmLst>"),
            ("ppt/slideMasters/slideMaster1.xml", $"<p:sldMaster {Slide}>{Words("master words")}</p:sldMaster>")));
        Assert.Equal("pptx", read.Report.Format);
        Assert.Contains(read.Stretches, stretch => stretch.Place is { Part: "slide", Page: 1 } && stretch.Text.Contains("second file", StringComparison.Ordinal));
        Assert.Contains(read.Stretches, stretch => stretch.Place is { Part: "hidden slide", Page: 2 } && stretch.Text.Contains("first file", StringComparison.Ordinal));
        Assert.Contains(read.Stretches, stretch => stretch.Place is { Part: "speaker notes", Page: 2 } && stretch.Text.Contains("spoken words", StringComparison.Ordinal));
        read.Holds("alt second file", new("slide > alternative text", Page: 1), "descr");
        Assert.Equal("Name", read.Find("Ada").Label);
        Assert.Contains("comment words", read.Text, StringComparison.Ordinal);
        Assert.Contains("master words", read.Text, StringComparison.Ordinal);
        read.IsWhole();
    }
}
