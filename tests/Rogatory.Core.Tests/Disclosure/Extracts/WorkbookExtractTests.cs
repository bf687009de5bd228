using Rogatory.Core.Tests.Classification.Reading;
using static Rogatory.Core.Tests.Classification.Reading.OfficeFile;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class WorkbookExtractTests
{
    private static readonly string[] Gone =
        ["hidden-sheet", "Secret name", "hidden-row", "flat-row", "hidden-column", "comment-words", "SUM(", "pivot-words", "never shown", "phonetic-words", "header-words", "validation-words", "defined-words", "creator-words"];

    private static byte[] File { get; } = Workbook(
        "<sheet name=\"Accounts\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Secret name\" sheetId=\"2\" state=\"veryHidden\" r:id=\"r2\"/><sheet name=\"More\" sheetId=\"3\" r:id=\"r3\"/>",
        Relations("xl/_rels/workbook.xml.rels", ("r1", "worksheets/sheet1.xml", false), ("r2", "worksheets/sheet2.xml", false), ("r3", "worksheets/sheet3.xml", false)),
        ("xl/worksheets/sheet1.xml", $"""
            <worksheet {Sheet}><cols><col min="5" max="6" hidden="1"/></cols><sheetData>
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Born</t></is></c><c r="D1" t="inlineStr"><is><t>Sum</t></is></c></row>
            <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="inlineStr"><is><t>DE89370400440532013000</t></is></c><c r="C2" s="1"><v>29221</v></c><c r="D2"><f>SUM(1,2)</f><v>8.6095742719E10</v></c><c r="E2" t="inlineStr"><is><t>hidden-column</t></is></c></row>
            <row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>hidden-row</t></is></c></row>
            <row r="4" ht="0"><c r="A4" t="inlineStr"><is><t>flat-row</t></is></c></row>
            <row r="5"><c r="A5" t="inlineStr"><is><t>Maria Keller</t></is></c><c r="B5" t="inlineStr"><is><t>GB82WEST12345698765432</t></is></c><c r="D5"><v>12.5</v></c></row>
            </sheetData><dataValidations><dataValidation prompt="validation-words"/></dataValidations><headerFooter><oddHeader>header-words</oddHeader></headerFooter></worksheet>
            """),
        ("xl/worksheets/sheet2.xml", $"<worksheet {Sheet}><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>hidden-sheet</t></is></c></row></sheetData></worksheet>"),
        ("xl/worksheets/sheet3.xml", $"<worksheet {Sheet}><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>paid by Jonas Feldmann &amp; co</t></is></c><c r=\"B1\" t=\"b\"><v>1</v></c></row></sheetData></worksheet>"),
        ("xl/sharedStrings.xml", "<sst><si><t>Name</t></si><si><t>IBAN</t></si><si><t>Jonas Feldmann</t><rPh sb=\"0\" eb=\"1\"><t>phonetic-words</t></rPh></si><si><t>never shown</t></si></sst>"),
        ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
        ("xl/comments1.xml", "<comments><commentList><comment ref=\"B2\"><text><t>comment-words</t></text></comment></commentList></comments>"),
        ("xl/pivotCache/pivotCacheDefinition1.xml", "<pivotCacheDefinition><sharedItems><s v=\"pivot-words\"/></sharedItems></pivotCacheDefinition>"),
        ("docProps/core.xml", "<coreProperties><creator>creator-words</creator></coreProperties>"));

    [Fact]
    public void A_new_workbook_has_the_values_that_show()
    {
        Extracted made = Extracted.Of(File, """{"remove":[{"categories":["iban"]}]}""");
        ReadItem read = ReadItem.Of(made.Bytes);
        read.Holds("[IBAN 1]", new("sheet Sheet 1", Cell: "B2"), "IBAN");
        read.Holds("1980-01-01", new("sheet Sheet 1", Cell: "C2"), "Born");
        read.Holds("86095742719", new("sheet Sheet 1", Cell: "D2"), "Sum");
        read.Holds("12.5", new("sheet Sheet 1", Cell: "D5"), "Sum");
        read.Holds("[IBAN 2]", new("sheet Sheet 1", Cell: "B5"), "IBAN");
        Assert.Equal("B1", read.Find("TRUE").Place.Cell);
        read.IsWhole();
        string unpacked = DocumentExtractTests.Unpacked(made.Bytes);
        Assert.All(Gone, gone => Assert.DoesNotContain(gone, unpacked, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(("xlsx", 2), (made.Made.Format, made.Made.Marks["iban"]));
        Assert.Equal(4, made.Made.Removed["hidden"]);
    }

    [Fact]
    public void Rows_go_by_the_sheets_own_numbers_and_columns_by_name_or_letter()
    {
        ReadItem read = ReadItem.Of(Extracted.Of(File, """{"keep":[{"rows":"5"},{"columns":["name","D"]}]}""").Bytes);
        Assert.Equal("Name Sum Maria Keller 12.5", string.Join(' ', read.Stretches.Where(stretch => stretch.Place.Cell is not null).Select(stretch => stretch.Text)));
        read.Holds("Maria Keller", new("sheet Sheet 1", Cell: "A5"), "Name");
    }

    [Fact]
    public void A_value_of_a_removed_column_on_another_sheet_is_left_over() =>
        Extracted.Refuses("extract-left-over", File, """{"remove":[{"columns":["Name"]}]}""");

    [Fact]
    public void A_name_of_a_removed_category_is_marked_on_every_sheet()
    {
        string read = Extracted.Read(Extracted.Of(File, """{"remove":[{"categories":["person-name"]}]}""").Bytes);
        Assert.Contains("paid by [NAME 1] & co", read, StringComparison.Ordinal);
        Assert.Contains("NameIBANBornSum", read, StringComparison.Ordinal);
        Assert.Contains("[NAME 2]", read, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Extracted.Refuses("extract-malformed", File, """{"keep":[{"columns":["Nobody"]}]}""");
        Extracted.Refuses("extract-not-possible", File, """{"keep":[{"pages":"1"}]}""");
        Extracted.Refuses("extract-empty", File, """{"keep":[{"rows":"99"}],"remove":[{"header":true}]}""");
        Extracted.Refuses("extract-nothing-removed", File, """{"remove":[{"rows":"99"}]}""");
        Extracted.Refuses("extract-not-possible", Workbook("<sheet name=\"S\" r:id=\"r9\"/>"), """{"keep":[{"rows":"1"}]}""");
    }

    [Fact]
    public void Rows_go_by_their_numbers_in_whatever_order_they_stand()
    {
        byte[] item = Workbook("<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>", Relations("xl/_rels/workbook.xml.rels", ("r1", "worksheets/sheet1.xml", false)),
            ("xl/worksheets/sheet1.xml", $"<worksheet {Sheet}><sheetData><row r=\"9\"><c r=\"A9\"><v>900001</v></c></row><row r=\"2\"><c r=\"A2\"><v>200002</v></c></row></sheetData></worksheet>"));
        string read = Extracted.Read(Extracted.Of(item, """{"remove":[{"rows":"2"}]}""").Bytes);
        Assert.Contains("900001", read, StringComparison.Ordinal);
        Assert.DoesNotContain("200002", read, StringComparison.Ordinal);
    }
}
