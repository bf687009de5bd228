using System.Text;
using Rogatory.Core.Classification.Reading;
using static Rogatory.Core.Tests.Classification.Reading.PdfMaker;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class PdfTests
{
    private const string Image = "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode";

    [Fact]
    public void Pages_are_read_each_with_its_number_and_lines_are_told_apart()
    {
        byte[] pdf = OnePage(Line("Dear Ada,") + Line("FR76 3000", 680))
            .Set(2, "<</Type/Pages/Kids[3 0 R 10 0 R]/Count 2>>").Set(10, "<</Type/Page/Parent 2 0 R/Contents[11 0 R 12 0 R]/Resources<</Font<</F1 5 0 R>>>>>>")
            .Stream(11, "", "BT /F1 12 Tf 72 700 Td [(second) 1").Stream(12, "", "( page)] TJ ET").Make();
        ReadItem read = ReadItem.Of(pdf);
        Assert.Equal("pdf", read.Report.Format);
        read.Holds("Dear Ada,\nFR76 3000", new("page", Page: 1, Line: 1), null);
        Assert.Equal(2, read.Find("second").Place.Page);
        read.IsWhole();
    }

    [Theory]
    [InlineData("[(FR76 3) 20 (000)] TJ", "FR76 3000")]
    [InlineData("[(FR76) -250 (3000)] TJ", "FR76 3000")]
    [InlineData("(FR) Tj 14.66 0 Td (76) Tj", "FR76")]
    [InlineData("(name) Tj 200 0 Td (Ada) Tj", "name\tAda")]
    [InlineData("14 TL (one) ' (two) '", "one\ntwo")]
    [InlineData("1 2 (three) \" T* (four) Tj", "three\nfour")]
    [InlineData("(a\\(b\\)\\101\\\nc) Tj <6465 6> Tj", "a(b)Acde`")]
    public void Words_and_lines_are_told_by_where_glyphs_stand(string shown, string text)
    {
        ReadItem read = ReadItem.Of(OnePage($"BT /F1 12 Tf 72 700 Td {shown} ET").Make());
        Assert.Equal(text, read.Text);
    }

    [Fact]
    public void Turned_and_scaled_text_and_text_in_forms_is_read()
    {
        ReadItem read = ReadItem.Of(OnePage("q 0 1 -1 0 100 100 cm BT /F1 1 Tf 12 0 0 12 0 0 Tm (up) Tj (wards) Tj ET Q /X1 Do", "/XObject<</X1 10 0 R>>")
            .Stream(10, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0 0 1 5 5]/Resources<</Font<</F1 5 0 R>>>>", Line("in a form")).Make());
        Assert.Equal("upwards\nin a form", read.Text);
        read.IsWhole();
    }

    [Fact]
    public void Fonts_say_what_their_codes_are_by_map_encoding_names_of_glyphs_or_the_name_of_a_cmap()
    {
        const string Map = "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0003> <0046> endbfchar 2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<D83DDE00> <00660069>] endbfrange";
        ReadItem read = ReadItem.Of(OnePage(
            "BT 0 700 Td /F1 9 Tf (\u00DCber) Tj 0 -20 Td /C1 9 Tf <0003001000120020 0021> Tj 0 -20 Td /D1 9 Tf (\x01\x02\x03\x04\x05\x06) Tj 0 -20 Td /M1 9 Tf (\x8E) Tj 0 -20 Td /U1 9 Tf <0416> Tj 0 -20 Td /S1 9 Tf (\xAE) Tj ET",
            "/Font<</F1 5 0 R/C1 10 0 R/D1 12 0 R/M1 13 0 R/U1 14 0 R/S1<</Subtype/Type1/BaseFont/X>>>>")
            .Set(10, "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/DW 500/W[3[250] 16 18 300]>>]/ToUnicode 11 0 R>>")
            .Deflated(11, "", Encoding.ASCII.GetBytes(Map))
            .Set(12, "<</Type/Font/Subtype/Type1/Encoding<</Differences[1/Eacute/Lslash/uni20AC/f_i/afii10017/scaron.alt]>>>>")
            .Set(13, "<</Type/Font/Subtype/TrueType/Encoding/MacRomanEncoding>>")
            .Set(14, "<</Type/Font/Subtype/Type0/Encoding/UniJIS-UTF16-H/DescendantFonts[<<>>]>>").Make());
        Assert.Equal("Über\nFAC😀fi\nÉŁ€fiАš\né\nЖ\nﬁ", read.Text);
        read.IsWhole();
    }

    [Fact]
    public void An_embedded_type_1_font_brings_its_own_encoding()
    {
        ReadItem read = ReadItem.Of(OnePage("BT /T1 9 Tf (\x0F\x01) Tj ET", "/Font<</T1<</Subtype/Type1/BaseFont/ABCDEF+CMSY10/FontDescriptor<</Flags 4/FontFile 10 0 R>>>>>>")
            .Stream(10, "", "%!PS-AdobeFont-1.0\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 15 /bullet put\ndup 1 /Zcaron put\nreadonly def\ncurrentfile eexec dup 15 /x put").Make());
        Assert.Equal("•Ž", read.Text);
        read.IsWhole();
    }

    [Fact]
    public void Glyphs_that_nothing_explains_are_reported()
    {
        ReadItem read = ReadItem.Of(OnePage("BT /C1 9 Tf <00030010> Tj ET", "/Font<</C1<</Subtype/Type0/Encoding/Identity-H>>>>").Make());
        read.IsUnread("page", UnreadReason.Glyphs, 1);
        ReadItem symbol = ReadItem.Of(OnePage("BT /S1 9 Tf (abc) Tj ET", "/Font<</S1<</Subtype/Type1/BaseFont/ABCDEF+Odd/FontDescriptor<</Flags 4>>>>>>").Make());
        symbol.IsUnread("page", UnreadReason.Glyphs, 1);
    }

    [Fact]
    public void A_page_that_is_an_image_is_a_scan_and_one_with_text_beside_has_an_image()
    {
        PdfMaker Page(string content) => OnePage(content, "/XObject<</I1 10 0 R>>").Stream(10, Image[2..], "\xFF\xD8");
        ReadItem.Of(Page("q 600 0 0 800 0 0 cm /I1 Do Q").Make()).IsUnread("page", UnreadReason.Scan, 1);
        ReadItem.Of(Page("/I1 Do " + Line("words")).Make()).IsUnread("page", UnreadReason.Image, 1);
        ReadItem inline = ReadItem.Of(OnePage("BI /W 1 /H 1 ID \x01 EI\x02\x03 EI " + Line("words after")).Make());
        inline.IsUnread("page", UnreadReason.Image, 1);
        Assert.Contains("words after", inline.Text, StringComparison.Ordinal);
        ReadItem.Of(OnePage(string.Concat(Enumerable.Repeat("1 1 m 2 2 l ", 200)) + "f").Make()).IsUnread("page", UnreadReason.Scan, 1);
    }

    [Theory]
    [InlineData("/Filter/ASCIIHexDecode", "42542F46312031322054662854657874295470 >")]
    [InlineData("/Filter[/AHx]", "42 54 2f 46 31 20 31 32 20 54 66 28 54 65 78 74 29 54 6A>")]
    [InlineData("/Filter/ASCII85Decode", "6<#'\\7PQ#A=]mpS+>>,~>")]
    public void Content_is_read_out_of_its_filters(string filter, string content)
    {
        PdfMaker made = OnePage("");
        made.Stream(4, filter, content.Replace("5470 ", "546A", StringComparison.Ordinal));
        if (filter.Contains("85", StringComparison.Ordinal)) made.Stream(4, filter, Ascii85("BT /F1 12 Tf (Text) Tj ET"));
        Assert.Equal("Text", ReadItem.Of(made.Make()).Text);
    }

    [Fact]
    public void Lzw_run_lengths_and_predictors_are_undone()
    {
        byte[] content = Encoding.ASCII.GetBytes(Line("aaaaaaaabababababababcabcabcabc"));
        Assert.Contains("aaaaaaaababababababab", ReadItem.Of(OnePage("").Stream(4, "/Filter/LZWDecode", Lzw(content)).Make()).Text, StringComparison.Ordinal);
        Assert.Contains("cabcabc", ReadItem.Of(OnePage("").Stream(4, "/Filter/RunLengthDecode", [(byte)(content.Length - 1), .. content, 128]).Make()).Text, StringComparison.Ordinal);
        Assert.Contains("cabcabc", ReadItem.Of(OnePage("").Deflated(4, "/DecodeParms<</Predictor 12/Columns 1>>", [.. content.SelectMany(one => new byte[] { 0, one })]).Make()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_may_be_in_compressed_streams_and_the_cross_reference_too()
    {
        ReadItem read = ReadItem.Of(OnePage(Line("compressed words"), page: "/Annots[<</Subtype/Text/Rect[0 0 1 1]/Contents(noted words)>>]").MakeCompressed());
        Assert.Equal("page", read.Find("compressed words").Place.Part);
        read.Holds("noted words", new("annotation", Page: 1), "Contents");
        read.IsWhole();
    }

    [Fact]
    public void Properties_metadata_annotations_fields_bookmarks_links_and_scripts_are_read()
    {
        ReadItem read = ReadItem.Of(OnePage(Line("x"), page: "/Annots[10 0 R 11 0 R 12 0 R 15 0 R]", catalog: "/Outlines 13 0 R/Metadata 16 0 R/AcroForm<</XFA[(data)18 0 R]>>/OpenAction<</S/JavaScript/JS(app.alert('script words'))>>")
            .Set(10, "<</Type/Annot/Subtype/Text/Rect[0 0 1 1]/T(Ada Byron)/Contents<FEFF005A006F00EB>>>")
            .Set(11, "<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(mailto:ada@x.example)>>>>")
            .Set(12, "<</Type/Annot/Subtype/Widget/FT/Tx/Rect[0 0 1 1]/T(IBAN)/TU(Your account)/V(DE89370400440532013000)/AP<</N 17 0 R>>>>")
            .Set(13, "<</Type/Outlines/First 14 0 R>>").Set(14, "<</Title(Chapter on Alan)/Parent 13 0 R>>")
            .Set(15, "<</Type/Annot/Subtype/Stamp/Rect[0 0 1 1]/AP<</N 17 0 R>>>>")
            .Deflated(16, "/Type/Metadata/Subtype/XML", "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><dc:creator>XMP person</dc:creator></x:xmpmeta>"u8.ToArray())
            .Stream(17, "/Subtype/Form/Resources<</Font<</F1 5 0 R>>>>", Line("stamped words"))
            .Stream(18, "", "<xfa><name>form person</name></xfa>")
            .Set(19, "<</Author(Grace)/Custom(own \x8D words)>>").Set(20, "<</S/Figure/P 1 0 R/Alt(portrait)>>").Make("/Info 19 0 R"));
        read.Holds("Zoë", new("annotation", Page: 1), "Contents");
        read.Holds("Ada Byron", new("annotation", Page: 1), "author");
        read.Holds("mailto:ada@x.example", new("link", Page: 1), "URI");
        read.Holds("DE89370400440532013000", new("form field", Page: 1), "IBAN");
        read.Holds("Your account", new("form field", Page: 1), "TU");
        read.Holds("Chapter on Alan", new("bookmarks"), "Title");
        read.Holds("XMP person", new("metadata", Line: 1), "creator");
        read.Holds("form person", new("form data", Line: 1), "name");
        Assert.Equal(1, read.Find("stamped words").Place.Page);
        read.Holds("Grace", new("properties"), "Author");
        read.Holds("own “ words", new("properties"), "Custom");
        read.Holds("portrait", new("alternative text"), "Alt");
        Assert.Contains("script words", read.Text, StringComparison.Ordinal);
        read.IsWhole();
    }

    [Fact]
    public void Attachments_are_read_by_their_content()
    {
        ReadItem read = ReadItem.Of(OnePage(Line("x"))
            .Set(10, "<</Type/Filespec/F(list.bin)/UF(list.bin)/EF<</F 11 0 R>>>>")
            .Deflated(11, "/Type/EmbeddedFile", "name,iban\nAda,DE89370400440532013000\n"u8.ToArray()).Make());
        read.Holds("DE89370400440532013000", new("list.bin", Line: 2, Cell: "column 2"), "iban");
        read.IsWhole();
    }

    [Fact]
    public void What_an_update_replaced_is_still_read()
    {
        byte[] first = OnePage(Line("old words")).Set(10, "<</Subtype/Text/Rect[0 0 1 1]/Contents(old note)>>").Make();
        int table = Encoding.Latin1.GetString(first).LastIndexOf("xref\n0 1", StringComparison.Ordinal);
        byte[] second = new PdfMaker().Stream(4, "", Line("new words")).Set(10, "<</Subtype/Text/Rect[0 0 1 1]/Contents(new note)>>").Make(before: first, previous: table);
        ReadItem read = ReadItem.Of(second);
        read.Holds("new words", new("page", Page: 1, Line: 1), null);
        read.Holds("old words", new("earlier page", Page: 1, Line: 1), null);
        Assert.Equal("earlier annotation", read.Find("old note").Place.Part);
        Assert.Equal("annotation", read.Find("new note").Place.Part);
        read.IsWhole();
    }

    [Fact]
    public void Pages_that_were_taken_out_of_the_tree_are_read_and_reported_as_not_shown()
    {
        ReadItem read = ReadItem.Of(OnePage(Line("shown")).Set(10, "<</Type/Page/Contents 11 0 R/Resources<</Font<</F1 5 0 R>>>>>>").Stream(11, "", Line("taken out")).Make());
        read.Holds("taken out", new("page not shown", Page: 2, Line: 1), null);
    }

    [Fact]
    public void An_encrypted_file_is_unread()
    {
        ReadItem read = ReadItem.Of(OnePage(Line("x")).Make("/Encrypt<</Filter/Standard/V 2>>"));
        read.IsUnread("pdf", UnreadReason.Encrypted);
        Assert.Empty(read.Text);
    }

    [Fact]
    public void A_broken_cross_reference_is_done_without_and_reported()
    {
        byte[] pdf = OnePage(Line("found words")).Make();
        string text = Encoding.Latin1.GetString(pdf);
        foreach (string broken in (string[])[text[..text.LastIndexOf("xref\n0 1", StringComparison.Ordinal)], text.Replace("startxref\n", "startxref\n9", StringComparison.Ordinal), text.Replace("%PDF-1.7\n", "%PDF-1.7\n% moved\n", StringComparison.Ordinal)])
        {
            ReadItem read = ReadItem.Of(Encoding.Latin1.GetBytes(broken));
            Assert.Contains("found words", read.Text, StringComparison.Ordinal);
            read.IsUnread("pdf", UnreadReason.Damaged);
        }
        ReadItem compressed = ReadItem.Of([.. OnePage(Line("found words")).MakeCompressed().SkipLast(20)]);
        Assert.Contains("found words", compressed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_before_the_header_are_allowed_for()
    {
        ReadItem read = ReadItem.Of([.. "some junk\n"u8, .. OnePage(Line("words")).Make()]);
        Assert.Equal("words", read.Text);
        read.IsWhole();
    }

    private static byte[] Ascii85(string text)
    {
        var made = new StringBuilder();
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        for (int at = 0; at < bytes.Length; at += 4)
        {
            int count = Math.Min(4, bytes.Length - at);
            uint value = 0;
            for (int index = 0; index < 4; index++) value = (value << 8) | (index < count ? bytes[at + index] : 0u);
            char[] digits = new char[5];
            for (int index = 4; index >= 0; index--, value /= 85) digits[index] = (char)('!' + (int)(value % 85));
            made.Append(digits, 0, count + 1);
        }
        return Encoding.ASCII.GetBytes(made.Append("~>").ToString());
    }

    /// <summary>Codes of nine bits: enough for what is short.</summary>
    private static byte[] Lzw(byte[] content)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int code = 0; code < 256; code++) table[((char)code).ToString()] = code;
        var codes = new List<int> { 256 };
        string word = "";
        foreach (char one in Encoding.Latin1.GetString(content))
        {
            if (table.ContainsKey(word + one))
            {
                word += one;
                continue;
            }
            codes.Add(table[word]);
            table[word + one] = table.Count + 2;
            word = one.ToString();
        }
        codes.AddRange([table[word], 257]);
        string bits = string.Concat(codes.Select(code => Convert.ToString(code, 2).PadLeft(9, '0')));
        bits = bits.PadRight((bits.Length + 7) / 8 * 8, '0');
        return [.. Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2))];
    }
}
