using System.Globalization;
using System.Text;
using Rogatory.Core.Classification.Reading;
using static Rogatory.Core.Tests.Classification.Reading.PdfMaker;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class PdfBombTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("<</A ")]
    [InlineData("(")]
    [InlineData("<< /A [ ")]
    public void Objects_too_deep_in_each_other_are_no_crash(string opening)
    {
        ReadItem inFile = ReadItem.Of(OnePage(Line("words")).Set(10, string.Concat(Enumerable.Repeat(opening, 300_000))).Make());
        Assert.Contains("words", inFile.Text, StringComparison.Ordinal);
        ReadItem inContent = ReadItem.Of(OnePage(Line("words") + string.Concat(Enumerable.Repeat(opening, 300_000))).Make());
        Assert.Contains("words", inContent.Text, StringComparison.Ordinal);
        if (opening != "(") inFile.Breaches(BreachKind.Nesting);
    }

    [Fact]
    public void A_page_tree_that_leads_back_to_itself_ends()
    {
        ReadItem read = ReadItem.Of(OnePage(Line("words")).Set(2, "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R 3 0 R]/Count 9/Parent 2 0 R>>").Make());
        Assert.Equal("words", read.Text);
    }

    [Fact]
    public void References_in_circles_and_in_long_chains_end()
    {
        PdfMaker made = OnePage(Line("words")).Set(10, "11 0 R").Set(11, "10 0 R").Set(12, "<</Length 12 0 R>>\nstream\nabc\nendstream");
        for (int number = 20; number < 40_000; number++)
            made.Set(number, $"<</Length {number + 1} 0 R>>\nstream\nabc\nendstream");
        Assert.Contains("words", ReadItem.Of(made.Make("/Info 10 0 R")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cross_reference_that_leads_back_to_itself_ends()
    {
        byte[] pdf = OnePage(Line("words")).Make();
        int table = Encoding.Latin1.GetString(pdf).LastIndexOf("xref\n0 1", StringComparison.Ordinal);
        Assert.Equal("words", ReadItem.Of(OnePage(Line("words")).Make(previous: table)).Text);
    }

    [Fact]
    public void A_form_that_draws_itself_is_a_breach()
    {
        ReadItem read = ReadItem.Of(OnePage("/X1 Do", "/XObject<</X1 10 0 R>>").Stream(10, "/Subtype/Form/Resources<</XObject<</X1 10 0 R>>/Font<</F1 5 0 R>>>>", Line("words") + "/X1 Do").Make());
        read.Breaches(BreachKind.Nesting);
        read.IsUnread("page", UnreadReason.Limit, 1);
    }

    [Fact]
    public void Forms_that_each_draw_the_next_ten_times_are_a_breach()
    {
        PdfMaker made = OnePage("/X Do", "/XObject<</X 10 0 R>>");
        for (int number = 10; number < 30; number++)
            made.Stream(number, $"/Subtype/Form/Resources<</XObject<</X {number + 1} 0 R>>>>", string.Concat(Enumerable.Repeat("/X Do ", 10)));
        ReadItem read = ReadItem.Of(made.Make());
        read.Breaches(BreachKind.Entries);
        read.IsUnread("page", UnreadReason.Limit, 1);
    }

    [Fact]
    public void A_stream_that_grows_too_much_is_a_breach()
    {
        byte[] bomb = Deflate(new byte[30_000_000]);
        ReadItem once = ReadItem.Of(OnePage("").Stream(4, "/Filter/FlateDecode", bomb).Make());
        once.Breaches(BreachKind.Ratio);
        once.IsUnread("page", UnreadReason.Limit, 1);
        ReadItem twice = ReadItem.Of(OnePage("").Stream(4, "/Filter[/FlateDecode/FlateDecode]", Deflate(bomb)).Make());
        twice.Breaches(BreachKind.Ratio);
    }

    [Fact]
    public void Very_many_pages_are_a_breach()
    {
        PdfMaker made = OnePage("").Set(2, $"<</Type/Pages/Kids[{string.Concat(Enumerable.Range(0, 300).Select(index => $"<</Type/Page/N {index}>>"))}]>>");
        ReadItem read = ReadItem.Of(made.Make(), new ReadingLimits { Entries = 100 });
        read.Breaches(BreachKind.Entries);
        read.IsUnread("item", UnreadReason.Limit);
    }

    [Fact]
    public void Objects_that_overlap_are_not_read_without_end()
    {
        var file = new StringBuilder("%PDF-1.4\n");
        for (int number = 1; number < 60_000; number++)
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj (");
        ReadItem read = ReadItem.Of(file.ToString());
        Assert.NotEmpty(read.Report.Unread);
    }

    [Fact]
    public void Maps_and_widths_that_repeat_themselves_without_end_end()
    {
        string ranges = string.Concat(Enumerable.Repeat("<0000> <FFFF> <0041> ", 20_000));
        string widths = string.Concat(Enumerable.Repeat("0 65535 5 ", 20_000));
        ReadItem read = ReadItem.Of(OnePage("BT /C1 9 Tf <0001> Tj ET", "/Font<</C1 10 0 R>>")
            .Set(10, $"<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[{widths}]>>]/ToUnicode 11 0 R>>")
            .Stream(11, "", string.Concat(Enumerable.Repeat($"1 beginbfrange {ranges} endbfrange ", 5))).Make());
        Assert.Equal("B", read.Text);
    }

    [Fact]
    public void A_file_too_large_to_be_held_is_unread()
    {
        ReadItem read = ReadItem.Of(OnePage(Line("words")).Stream(10, "", new byte[200_000]).Make(), new ReadingLimits { PartSize = 100_000 });
        read.Breaches(BreachKind.PartSize);
        read.IsUnread("pdf", UnreadReason.Limit);
    }
}
