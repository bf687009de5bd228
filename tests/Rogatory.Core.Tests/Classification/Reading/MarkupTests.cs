using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class MarkupTests
{
    [Fact]
    public void Xml_elements_and_attributes_stand_under_their_names()
    {
        ReadItem read = ReadItem.Of("<?xml version=\"1.0\"?>\n<p:people xmlns:p=\"urn:x\">\n <person id='4711'><name>Ada &amp; Co</name><born>1815</born></person>\n <!-- old: Alan -->\n <n><![CDATA[<FR76>]]></n></p:people>");
        Assert.Equal("xml", read.Report.Format);
        read.Holds("4711", new("xml", Line: 3), "id");
        read.Holds("Ada & Co", new("xml", Line: 3), "name");
        read.Holds("1815", new("xml", Line: 3), "born");
        read.Holds("<FR76>", new("xml", Line: 5), "n");
        Assert.Equal("xml > comment", read.Find("old: Alan").Place.Part);
        Assert.DoesNotContain("urn:x", read.Text, StringComparison.Ordinal);
        read.IsWhole();
    }

    [Fact]
    public void Text_that_runs_through_elements_is_one_stretch_and_text_of_siblings_is_not()
    {
        ReadItem read = ReadItem.Of("<doc><p>FR76 <hi x='1'>3000</hi> 6000 <w>0112</w> 34</p><p><span>AB</span><span>CD</span></p><r><a>first</a><b>second</b></r></doc>");
        Assert.Equal("FR76 3000 6000 0112 34", read.Find("FR76").Text);
        Assert.Equal("ABCD", read.Find("AB").Text);
        Assert.Equal("first", read.Find("first").Text);
    }

    [Fact]
    public void Entities_of_the_documents_own_are_never_expanded_but_what_they_say_is_read()
    {
        string laughs = string.Concat(Enumerable.Range(1, 20).Select(level => $"<!ENTITY l{level} \"{string.Concat(Enumerable.Repeat($"&l{level - 1};", 10))}\">"));
        ReadItem read = ReadItem.Of($"<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\" [<!ENTITY l0 \"hidden@x.example\">{laughs}<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&l20;&f;</a>");
        Assert.Equal("&l20;&f;", read.Find("&f;").Text);
        Assert.Equal("xml > declaration", read.Find("hidden@x.example").Place.Part);
        Assert.InRange(read.Text.Length, 1, 5000);
    }

    [Fact]
    public void Deep_xml_is_a_breach_and_all_of_it_is_still_read()
    {
        ReadItem read = ReadItem.Of(string.Concat(Enumerable.Repeat("<a>", 100_000)) + "deep@x.example" + string.Concat(Enumerable.Repeat("</a>", 100_000)));
        Assert.Equal("deep@x.example", read.Find("deep@").Text);
        read.Breaches(BreachKind.Nesting);
    }

    [Fact]
    public void Broken_xml_is_read_to_its_end()
    {
        ReadItem read = ReadItem.Of("<?xml version='1.0'?><a><b x=1 y>one</c>two & three < four</a></a><d>five@x.example");
        Assert.Contains("two & three < four", read.Text, StringComparison.Ordinal);
        read.Holds("five@x.example", new("xml", Line: 1), "d");
    }

    [Fact]
    public void A_very_long_attribute_is_read_whole_in_pieces_of_one_stretch()
    {
        string value = string.Concat(Enumerable.Repeat("0123456789 &lt;", 20_000));
        ReadItem read = ReadItem.Of($"<a v=\"{value}\"/>");
        Assert.Contains(value.Replace("&lt;", "<", StringComparison.Ordinal), read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_is_read_as_it_shows_and_what_it_hides_besides()
    {
        ReadItem read = ReadItem.Of("""
            <!DOCTYPE html><html><head><title>About&nbsp;Ada</title><meta name="author" content="Alan T.">
            <style>p { color: red; /* styled */ }</style><script>var mail = "js@x.example"; if (a < b) {}</script></head>
            <body><p>Write to <a href="mailto:ada@x.example" title="her desk">Ada
              Byron</a> today, FR76&#32;<b>3000</b>&#x32;</p><!-- call 555 -->
            <img src="x.png" alt="Portrait of Ada"><form><input name="iban" value="DE89370400440532013000"></form>
            <p style="display:none">unseen words</p><p>caf&eacute;&commat;x</p></body></html>
            """);
        Assert.Equal("html", read.Report.Format);
        Assert.Contains("Write to Ada Byron today, FR76 30002\n", read.Find("Write to").Text, StringComparison.Ordinal);
        Assert.Contains("unseen words", read.Find("Write to").Text, StringComparison.Ordinal);
        Assert.Contains("café@x", read.Text, StringComparison.Ordinal);
        Assert.Contains("About\u00a0Ada", read.Text, StringComparison.Ordinal);
        foreach ((string value, string label) in ((string, string)[])[("mailto:ada@x.example", "href"), ("her desk", "title"), ("Portrait of Ada", "alt"), ("Alan T.", "author"), ("DE89370400440532013000", "iban")])
        {
            Assert.Equal(("html > attribute", label), (read.Find(value).Place.Part, read.Find(value).Label));
            Assert.Equal(value, read.Find(value).Text);
        }
        Assert.Equal("html > script", read.Find("js@x.example").Place.Part);
        Assert.Equal("html > style", read.Find("styled").Place.Part);
        Assert.Equal("html > comment", read.Find("call 555").Place.Part);
        read.IsWhole();
    }

    [Fact]
    public void Cells_of_an_html_table_are_named_by_its_headers()
    {
        ReadItem read = ReadItem.Of("<table><tr><th>Name<th>Account<th>Born</tr><tr><td>Ada<td>DE89<b>3704</b><td>1815</table><p>after");
        Assert.Equal(("Account", "table 1, row 2, column 2"), (read.Find("DE893704").Label, read.Find("DE893704").Place.Cell));
        Assert.Equal((null, null), (read.Find("after").Label, read.Find("after").Place.Cell));
    }

    [Theory]
    [InlineData("<john@x.example> wrote: no\n")]
    [InlineData("a < b and b > c\n")]
    [InlineData("<<<<<\n")]
    public void What_only_begins_like_markup_is_text(string text)
    {
        ReadItem read = ReadItem.Of(text);
        Assert.Equal("text", read.Report.Format);
        Assert.Equal(text, read.Text);
    }

    [Fact]
    public void A_rich_text_file_is_read_as_plain_text_and_reported()
    {
        ReadItem read = ReadItem.Of("{\\rtf1 Ada Byron\\par}");
        Assert.Contains("Ada Byron", read.Text, StringComparison.Ordinal);
        read.IsUnread("text", UnreadReason.Format);
    }

    [Fact]
    public void Header_cells_do_not_name_each_other_and_name_the_cell_beside_them()
    {
        ReadItem read = ReadItem.Of("<table><tr><th>Name<th>Amount</tr><tr><th>Owner<td>Ada</tr></table>");
        Assert.Null(read.Find("Amount").Label);
        Assert.Contains("Owner", read.Find("Ada").Label, StringComparison.Ordinal);
    }
}
