using Rogatory.Core.Classification;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Tests.Classification.Reading;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class PagesExtractTests
{
    private const string Secret = "Jonas Feldmann";

    /// <summary>Three pages; a note, a property and an attachment's name beside them.</summary>
    private static byte[] Pdf { get; } = PdfMaker.OnePage(PdfMaker.Line("Dear Mr Jonas Feldmann,") + PdfMaker.Line("your account DE89370400440532013000", 680), page: "/Annots[<</Subtype/Text/Rect[0 0 1 1]/Contents(note of a clerk)>>]")
        .Set(2, "<</Type/Pages/Kids[3 0 R 20 0 R 22 0 R]/Count 3>>")
        .Set(20, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 21 0 R/Resources<</Font<</F1 5 0 R>>>>>>")
        .Stream(21, "", PdfMaker.Line("Second page \\(of three\\)"))
        .Set(22, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 23 0 R/Resources<</Font<</F1 5 0 R>>>>>>")
        .Stream(23, "", PdfMaker.Line("Third page, \\351t\\351 " + new string('w', 300)))
        .Set(30, "<</Author(Clerk Maier)>>").Make("/Info 30 0 R");

    [Fact]
    public void Pages_as_text_are_the_blocks_of_the_original()
    {
        Extracted made = Extracted.Of(Pdf, """{"keep":[{"pages":"2-3"}],"as":"text"}""");
        Assert.StartsWith("Second page (of three)\f", made.Text.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("\f", made.Text, StringComparison.Ordinal);
        using var original = new MemoryStream();
        Assert.Equal(BlockKind.Pages, ItemBlocks.KindOf(new MemoryStream(Pdf)));
        ItemBlocks.WritePages(new MemoryStream(Pdf), original, CancellationToken.None);
        made.IsProvenBy(original.ToArray(), BlockKind.Pages);
        Assert.Equal([new BlockRange(1, 2)], made.Made.Kept);
        Assert.Equal(("text", 1L), (made.Made.Format, made.Made.Removed["pages"]));
    }

    [Fact]
    public void A_marked_page_is_a_changed_block()
    {
        Extracted made = Extracted.Of(Pdf, """{"remove":[{"categories":["iban","person-name"]}],"as":"text"}""");
        Assert.Contains("[NAME 1]", made.Text, StringComparison.Ordinal);
        Assert.Contains("account [IBAN 1]", made.Text, StringComparison.Ordinal);
        Assert.Equal([new BlockRange(1, 2)], made.Made.Kept);
        Assert.Equal([new BlockRange(0, 1)], made.Made.Changed);
    }

    [Fact]
    public void A_new_PDF_has_the_text_alone_and_says_that_it_is_an_extract()
    {
        Extracted made = Extracted.Of(Pdf, """{"keep":[{"pages":"1,3"}],"remove":[{"categories":["person-name"]}]}""");
        string read = Extracted.Read(made.Bytes);
        Assert.Contains("EXTRACT - page 1 of the original", read, StringComparison.Ordinal);
        Assert.Contains("Dear Mr [NAME 1],", read, StringComparison.Ordinal);
        Assert.Contains("Third page, été", read, StringComparison.Ordinal);
        foreach (string gone in (string[])[Secret, "Second", "clerk", "Maier"])
            Assert.DoesNotContain(gone, read + Encoding.Latin1.GetString(made.Bytes), StringComparison.Ordinal);
        Assert.Equal(("pdf", "application/pdf"), (made.Made.Format, made.Made.MediaType));
        Assert.Null(made.Made.Kind);
    }

    [Fact]
    public void The_cross_reference_of_a_new_PDF_leads_to_each_object()
    {
        string file = Encoding.Latin1.GetString(Extracted.Of(Pdf, """{"keep":[{"pages":"1-2"}]}""").Bytes);
        int table = int.Parse(Regex.Match(file, @"startxref\n(\d+)\n%%EOF\n$").Groups[1].Value, CultureInfo.InvariantCulture);
        string[] lines = file[table..].Split('\n');
        Assert.Equal("xref", lines[0]);
        int count = int.Parse(lines[1].Split(' ')[1], CultureInfo.InvariantCulture);
        for (int number = 1; number < count; number++)
        {
            Assert.Equal(19, lines[2 + number].Length);
            Assert.StartsWith($"{number} 0 obj\n", file[int.Parse(lines[2 + number][..10], CultureInfo.InvariantCulture)..], StringComparison.Ordinal);
        }
        foreach (Match stream in Regex.Matches(file, @"<</Length (\d+)>>\nstream\n"))
            Assert.StartsWith("\nendstream", file[(stream.Index + stream.Length + int.Parse(stream.Groups[1].Value, CultureInfo.InvariantCulture))..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_is_the_readers_text()
    {
        int start = Extracted.Read(Pdf).IndexOf("account", StringComparison.Ordinal);
        Assert.Contains("your [REMOVED 1] DE", Extracted.Of(Pdf, $$"""{"remove":[{"spans":[[{{start}},{{start + 7}}]]}],"as":"text"}""").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_that_no_common_font_has_are_refused_and_can_be_had_as_text()
    {
        byte[] greek = PdfMaker.OnePage("BT /C1 9 Tf <00030004> Tj ET", "/Font<</F1 5 0 R/C1 10 0 R>>")
            .Set(10, "<</Type0/Type/Subtype/Type0/Encoding/Identity-H/ToUnicode 11 0 R/DescendantFonts[<</DW 500>>]>>".Replace("/Type0/Type/Subtype", "/Subtype", StringComparison.Ordinal))
            .Stream(11, "", "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0003> <0009> <03B1> endbfrange").Make();
        RefusedException refused = Extracted.Refuses("extract-not-possible", greek, """{"keep":[{"pages":"1"}]}""");
        Assert.Contains("as text", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PDF_that_is_encrypted_damaged_or_a_scan_is_refused()
    {
        string request = """{"keep":[{"pages":"1"}]}""";
        Extracted.Refuses("extract-not-possible", PdfMaker.OnePage(PdfMaker.Line("words")).Set(40, "<</Filter/Standard>>").Make("/Encrypt 40 0 R"), request);
        Extracted.Refuses("extract-not-possible", PdfMaker.OnePage("q /X1 Do Q", "/XObject<</X1 12 0 R>>").Stream(12, "/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "x").Make(), request);
        Extracted.Refuses("extract-not-possible", Pdf[..700], request);
        Extracted.Refuses("extract-empty", Pdf, """{"keep":[{"pages":"9"}]}""");
        Extracted.Refuses("extract-not-possible", Pdf, """{"keep":[{"rows":"1"}]}""");
    }
}
