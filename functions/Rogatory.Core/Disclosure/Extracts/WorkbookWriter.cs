using System.Globalization;
using System.Xml;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The parts of a new workbook with nothing in it but values (ISO/IEC 29500-1, 18).</summary>
internal static class WorkbookWriter
{
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static IEnumerable<(string Name, Action<XmlWriter> Write)> Parts(IReadOnlyList<SheetCells> sheets, string text, IReadOnlyList<ExtractEdit> edits)
    {
        string[] names = [.. sheets.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"sheet{index + 1}.xml"))];
        yield return OfficePackage.Types([("/xl/workbook.xml", $"{Type}.sheet.main+xml"), .. names.Select(name => ($"/xl/worksheets/{name}", $"{Type}.worksheet+xml"))]);
        yield return OfficePackage.Relations("_rels/.rels", [("officeDocument", "xl/workbook.xml")]);
        yield return OfficePackage.Relations("xl/_rels/workbook.xml.rels", names.Select(name => ("worksheet", $"worksheets/{name}")));
        yield return ("xl/workbook.xml", writer => WriteWorkbook(writer, names.Length));
        for (int index = 0; index < names.Length; index++)
        {
            SheetCells sheet = sheets[index];
            yield return ($"xl/worksheets/{names[index]}", writer => WriteSheet(writer, sheet, text, edits));
        }
    }

    private static void WriteWorkbook(XmlWriter writer, int sheets)
    {
        writer.WriteStartElement("workbook", Sheet);
        writer.WriteStartElement("sheets", Sheet);
        for (int number = 1; number <= sheets; number++)
        {
            writer.WriteStartElement("sheet", Sheet);
            writer.WriteAttributeString("name", string.Create(CultureInfo.InvariantCulture, $"Sheet {number}"));
            writer.WriteAttributeString("sheetId", number.ToString(CultureInfo.InvariantCulture));
            writer.WriteAttributeString("r", "id", Relation, string.Create(CultureInfo.InvariantCulture, $"rId{number}"));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteSheet(XmlWriter writer, SheetCells sheet, string text, IReadOnlyList<ExtractEdit> edits)
    {
        writer.WriteStartElement("worksheet", Sheet);
        writer.WriteStartElement("sheetData", Sheet);
        foreach (SheetCells.Row row in sheet.Rows.Where(row => row.Cells.Count > 0))
        {
            writer.WriteStartElement("row", Sheet);
            writer.WriteAttributeString("r", row.Number.ToString(CultureInfo.InvariantCulture));
            foreach (SheetCells.Cell cell in row.Cells)
                WriteCell(writer, cell, WorkbookExtract.Reference(cell.Column, row.Number), text[cell.Start..cell.End], ExtractForms.Marked(text, cell.Start, cell.End, edits));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteCell(XmlWriter writer, SheetCells.Cell cell, string reference, string value, string marked)
    {
        bool isNumber = cell.IsNumber && value == marked;
        writer.WriteStartElement("c", Sheet);
        writer.WriteAttributeString("r", reference);
        if (isNumber)
        {
            writer.WriteElementString("v", Sheet, value);
            writer.WriteEndElement();
            return;
        }
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", Sheet);
        writer.WriteStartElement("t", Sheet);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(marked);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
