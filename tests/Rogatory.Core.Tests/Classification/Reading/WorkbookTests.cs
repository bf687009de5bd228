using System.Globalization;
using System.Text;
using Rogatory.Core.Classification.Reading;
using static Rogatory.Core.Tests.Classification.Reading.OfficeFile;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class WorkbookTests
{
    private const string Rows =
        """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Born</t></is></c></row>
        <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="n"><v>8.6095742719E10</v></c><c r="C2" s="1"><v>-1</v></c></row>
        <row r="3"><c r="A3" t="str"><f>CONCAT("ada@x.example",A2)</f><v>Alan</v></c><c r="C3" s="1"><v>29221</v></c></row>
        """;

    private const string Styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-407]d. mmm yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    private const string Strings = "<sst><si><t>Name</t></si><si><r><t>Steuer</t></r><r><t>nummer</t></r></si><si><t>Ada Byron</t></si><si><t>never shown</t></si></sst>";

    [Fact]
    public void Cells_stand_at_their_references_under_their_columns_names()
    {
        ReadItem read = ReadItem.Of(Workbook(
            "<sheet name=\"Accounts\" sheetId=\"1\" state=\"hidden\" r:id=\"r7\"/>",
            Relations("xl/_rels/workbook.xml.rels", ("r7", "worksheets/data.xml", false)),
            ("xl/worksheets/data.xml", $"<worksheet {Sheet}><sheetData>{Rows}</sheetData><hyperlinks><hyperlink ref=\"A1\" tooltip=\"tool words\"/></hyperlinks><headerFooter><oddHeader>header words</oddHeader></headerFooter></worksheet>"),
            ("xl/sharedStrings.xml", Strings), ("xl/styles.xml", Styles),
            ("xl/comments1.xml", "<comments><authors><author>Alan T.</author></authors><commentList><comment ref=\"B2\"><text><r><t>comment </t></r><r><t>words</t></r></text></comment></commentList></comments>"),
            ("xl/drawings/vmlDrawing1.vml", "<xml xmlns:v=\"urn:v\"><v:shape id=\"_x0000_s1025\" alt=\"alt words\"><v:textbox><div>boxed words</div></v:textbox></v:shape></xml>"),
            ("xl/pivotCache/pivotCacheDefinition1.xml", "<pivotCacheDefinition><sharedItems><s v=\"cached words\"/></sharedItems></pivotCacheDefinition>")));
        Assert.Equal("xlsx", read.Report.Format);
        read.Holds("Ada Byron", new("sheet Accounts (hidden)", Cell: "A2"), "Name");
        read.Holds("86095742719", new("sheet Accounts (hidden)", Cell: "B2"), "Steuernummer");
        read.Holds("1980-01-01", new("sheet Accounts (hidden)", Cell: "C3"), "Born");
        read.Holds("CONCAT(\"ada@x.example\",A2)", new("sheet Accounts (hidden)", Cell: "A3"), "formula");
        read.Holds("header words", new("sheet Accounts (hidden)"), "oddHeader");
        Assert.Equal("tooltip", read.Find("tool words").Label);
        Assert.Equal(("comments1", "B2"), (read.Find("comment words").Place.Part, read.Find("comment words").Place.Cell));
        Assert.Equal("comments1 > author", read.Find("Alan T.").Place.Part);
        read.Holds("never shown", new("shared strings", Line: 4), null);
        Assert.Equal("pivotCacheDefinition1", read.Find("cached words").Place.Part);
        Assert.Equal("drawing > alternative text", read.Find("alt words").Place.Part);
        Assert.Equal("drawing > div", read.Find("boxed words").Place.Part);
        Assert.DoesNotContain("_s1025", read.Text, StringComparison.Ordinal);
        Assert.Equal("workbook", read.Stretches.First(stretch => stretch.Text == "Accounts").Place.Part);
        read.IsWhole();
    }

    [Fact]
    public void Days_may_be_counted_from_1904()
    {
        ReadItem read = ReadItem.Of(ZipFile.Of(
            ("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", $"<workbook {Sheet}><workbookPr date1904=\"1\"/></workbook>"),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c r=\"A1\" s=\"1\"><v>1</v></c></row></sheetData></worksheet>"), ("xl/styles.xml", Styles)));
        Assert.Contains("1904-01-02", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_strings_that_may_not_be_held_are_written_without_their_cells()
    {
        var strings = new StringBuilder("<sst>");
        for (int index = 0; index < 5000; index++)
            strings.Append(CultureInfo.InvariantCulture, $"<si><t>string number {index} of many</t></si>");
        ReadItem read = ReadItem.Of(
            Workbook("", ("xl/sharedStrings.xml", strings.Append("</sst>").ToString()), ("xl/worksheets/sheet1.xml", "<worksheet><row><c r=\"A1\" t=\"s\"><v>1</v></c></row></worksheet>")),
            new ReadingLimits { PartSize = 100_000 });
        Assert.Contains("string number 4999 of many", read.Text, StringComparison.Ordinal);
        Assert.Equal("A1", read.Find("string number 1 of").Place.Cell);
        read.Breaches(BreachKind.PartSize);
        Assert.Empty(read.Report.Unread);
    }

    [Fact]
    public void One_long_string_shown_by_very_many_cells_is_a_breach()
    {
        string cells = string.Concat(Enumerable.Range(1, 2000).Select(row => $"<row><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"));
        ReadItem read = ReadItem.Of(
            Workbook("", ("xl/sharedStrings.xml", $"<sst><si><t>{new string('x', 30_000)}</t></si></sst>"), ("xl/worksheets/sheet1.xml", $"<worksheet>{cells}</worksheet>")),
            new ReadingLimits { Expanded = 10_000_000 });
        read.Breaches(BreachKind.Expanded);
        read.IsUnread("item", UnreadReason.Limit);
    }

    [Fact]
    public void Names_of_columns_do_not_name_each_other()
    {
        ReadItem read = ReadItem.Of(Workbook("<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>", Relations("xl/_rels/workbook.xml.rels", ("r1", "worksheets/sheet1.xml", false)),
            ("xl/worksheets/sheet1.xml", $"<worksheet {Sheet}><sheetData><row r=\"1\">{Cell("A1", "Name")}{Cell("B1", "Amount")}{Cell("C1", "City")}</row><row r=\"2\">{Cell("A2", "Jonas Feldmann")}{Cell("B2", "Twelve")}{Cell("C2", "Ghent")}</row></sheetData></worksheet>")));
        Assert.Equal([null, null, null], new[] { "Name", "Amount", "City" }.Select(name => read.Find(name).Label));
        Assert.Equal(["Name", "Amount", "City"], new[] { "Jonas Feldmann", "Twelve", "Ghent" }.Select(value => read.Find(value).Label));
    }

    [Fact]
    public void In_a_form_of_two_columns_the_first_row_is_named_too()
    {
        ReadItem read = ReadItem.Of(Workbook("<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>", Relations("xl/_rels/workbook.xml.rels", ("r1", "worksheets/sheet1.xml", false)),
            ("xl/worksheets/sheet1.xml", $"<worksheet {Sheet}><sheetData><row r=\"1\">{Cell("A1", "Name")}{Cell("B1", "Jonas Feldmann")}</row></sheetData></worksheet>")));
        Assert.Equal("Name", read.Find("Jonas Feldmann").Label);
    }

    private static string Cell(string reference, string value) => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{value}</t></is></c>";
}
