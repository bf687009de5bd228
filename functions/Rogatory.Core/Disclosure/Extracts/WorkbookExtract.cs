using System.Globalization;
using System.Text;
using System.Xml;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>An XLSX, by rows and columns of each sheet: a new workbook of the values that show, without formulas, names of sheets, and what is hidden.</summary>
internal sealed class WorkbookExtract : RewrittenExtract
{
    private readonly List<SheetCells> _sheets = [];
    private readonly List<(int Start, int End)> _dropped = [];
    private readonly ExtractTally _left = new();
    private readonly WorkbookValues _values = new();

    private WorkbookExtract(ReadOnlyMemory<byte> item, CancellationToken cancellationToken)
        : base(item, cancellationToken)
    {
    }

    public override string Format => "xlsx";

    public override string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public override string Extension => "xlsx";

    public static WorkbookExtract Open(ReadOnlyMemory<byte> item, CancellationToken cancellationToken)
    {
        CheckReadable(item, "xlsx", cancellationToken);
        var extract = new WorkbookExtract(item, cancellationToken);
        using var package = new OfficePackage(item);
        string main = package.Main("xl/workbook.xml");
        List<(string Id, string Type, string Target)> relations = package.Relations(main);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { main };
        package.Read(Part("sharedStrings", "xl/sharedStrings.xml"), extract._values.ReadStrings);
        package.Read(Part("styles", "xl/styles.xml"), extract._values.ReadStyles);
        var sheets = new List<string>();
        package.Read(main, reader => extract.ReadWorkbook(reader, relations, used, sheets));
        foreach (string sheet in sheets)
            package.Read(sheet, extract.ReadSheet);
        extract.EndStretch();
        extract._left.Add("parts", package.Others(used));
        return extract;

        string Part(string kind, string usual)
        {
            string name = relations.FirstOrDefault(one => one.Type.EndsWith($"/{kind}", StringComparison.Ordinal)).Target ?? usual;
            used.Add(name);
            return name;
        }
    }

    /// <summary>A cell's name, as in C7.</summary>
    public static string Reference(int column, long row)
    {
        var letters = new StringBuilder();
        for (int number = column + 1; number > 0; number = (number - 1) / 26)
            letters.Insert(0, (char)('A' + ((number - 1) % 26)));
        return letters.Append(CultureInfo.InvariantCulture, $"{row}").ToString();
    }

    public override void Choose(ExtractRequest request, ExtractTally tally)
    {
        RefuseSelectors(request, Format, "Name rows, columns, spans or categories.", ExtractSelectorKind.Lines, ExtractSelectorKind.Fields, ExtractSelectorKind.Pages);
        var keep = Columns(request, keep: true);
        var remove = Columns(request, keep: false);
        bool dropsHeader = request.Has(ExtractSelectorKind.Header);
        for (int index = 0; index < _sheets.Count; index++)
        {
            SheetCells sheet = _sheets[index];
            var numbers = new NumberSet(request, ExtractSelectorKind.Rows);
            for (int row = 0; row < sheet.Rows.Count; row++)
            {
                bool isHeader = row == 0 && sheet.Labels is not null;
                if (isHeader ? !dropsHeader : numbers.Keeps(sheet.Rows[row].Number)) ChooseCells(sheet.Rows[row].Cells, keep?[index], remove?[index], isHeader);
                else
                {
                    tally.Add(isHeader ? "header" : "rows");
                    sheet.Rows.RemoveAt(row--);
                    if (isHeader) sheet.Labels = null;
                }
            }
            tally.Add("columns", Enumerable.Range(0, sheet.Width).Count(column => keep?[index].Contains(column) == false || remove?[index].Contains(column) == true));
        }
        foreach ((string kind, long count) in _left.Removed)
            tally.Add(kind, count);
    }

    public override IEnumerable<(int Start, int End)> Units() => _sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells).Select(cell => (cell.Start, cell.End));

    public override IEnumerable<(int Start, int End)> Dropped() => _dropped;

    public override bool IsEmpty() => _sheets.All(sheet => sheet.Rows.Count(row => row.Cells.Count > 0) <= (sheet.Labels is null ? 0 : 1));

    public override RenderedExtract Render(IReadOnlyList<ExtractEdit> edits, ExtractLimits limits) => new(OfficePackage.Make(limits, WorkbookWriter.Parts(_sheets, Text, edits)), []);

    private void ChooseCells(List<SheetCells.Cell> cells, HashSet<int>? keep, HashSet<int>? remove, bool isHeader)
    {
        if (!isHeader) _dropped.AddRange(cells.Where(cell => remove?.Contains(cell.Column) == true).Select(cell => (cell.Start, cell.End)));
        cells.RemoveAll(cell => keep?.Contains(cell.Column) == false || remove?.Contains(cell.Column) == true);
    }

    /// <summary>For each sheet, the columns that are named; nothing if none are.</summary>
    private List<HashSet<int>>? Columns(ExtractRequest request, bool keep)
    {
        List<string> names = [.. request.Names(keep, ExtractSelectorKind.Columns)];
        if (names.Count == 0) return null;
        List<HashSet<int>> columns = [.. _sheets.Select(_ => new HashSet<int>())];
        for (int at = 0; at < names.Count; at++)
        {
            bool isThere = false;
            for (int index = 0; index < _sheets.Count; index++)
            {
                int column = TableColumns.Find(_sheets[index].Labels, names[at], _sheets[index].Width);
                if (column < 0) continue;
                isThere = true;
                columns[index].Add(column);
            }
            if (!isThere) throw TableColumns.NotThere(keep, at);
        }
        return columns;
    }

    private void ReadWorkbook(XmlReader reader, List<(string Id, string Type, string Target)> relations, HashSet<string> used, List<string> sheets)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "workbookPr") _values.IsFrom1904 = HiddenStyles.IsOn(HiddenStyles.Attribute(reader, "date1904"), missing: false);
            if (reader.LocalName == "definedName") _left.Add("parts");
            if (reader.LocalName != "sheet") continue;
            if ((reader.GetAttribute("state") ?? "visible") != "visible")
            {
                _left.Add("hidden");
                continue;
            }
            string? target = relations.FirstOrDefault(one => one.Id == HiddenStyles.Attribute(reader, "id")).Target;
            if (target is null) throw ExtractRefusals.NotPossible("The workbook has a sheet that leads nowhere.", "Ask for it once more, or as PDF.");
            used.Add(target);
            sheets.Add(target);
        }
    }

    private void ReadSheet(XmlReader reader)
    {
        var sheet = new SheetCells();
        var labels = new TableLabels("");
        bool[] hidden = new bool[TableColumns.Most];
        int stretches = Stretches;
        string part = string.Create(CultureInfo.InvariantCulture, $"sheet {_sheets.Count + 1}");
        SheetCells.Row? row = null;
        long number = 0;
        int column = -1;
        while (reader.Read())
        {
            CancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row") EndRow();
            if (reader.NodeType != XmlNodeType.Element) continue;
            switch (reader.LocalName)
            {
                case "col":
                    if (IsHidden(reader, "width") && Int(reader, "min") is { } first && Int(reader, "max") is { } last)
                    {
                        if (first is > 0 and <= TableColumns.Most && last >= first) hidden.AsSpan((first - 1)..Math.Min(last, TableColumns.Most)).Fill(true);
                        _left.Add("hidden");
                    }
                    break;
                case "row":
                    number = long.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out long own) ? own : number + 1;
                    column = -1;
                    row = IsHidden(reader, "ht") ? null : new SheetCells.Row(number, []);
                    if (row is null) _left.Add("hidden");
                    labels.StartRow();
                    break;
                case "c":
                    string reference = (reader.GetAttribute("r") ?? "").TrimEnd("0123456789".ToCharArray());
                    column = TableColumns.Letters(reference) is > 0 and int named ? named - 1 : column + 1;
                    string value = ReadCell(reader, out bool isNumber);
                    if (row is null || value.Length == 0 || (column < hidden.Length && hidden[column])) break;
                    AddCell(value, isNumber);
                    break;
            }
        }
        EndRow();
        FindLabels(sheet);
        if (sheet.Labels is not null) MakeNames(stretches, stretches + sheet.Rows[0].Cells.Count);
        _sheets.Add(sheet);

        void AddCell(string value, bool isNumber)
        {
            (_, string? label) = labels.StartCell(column);
            MoveTo(new Locator(part, Cell: Reference(column, number)), label);
            labels.Add(value);
            labels.EndCell();
            int start = Length;
            Add(value);
            EndStretch();
            row!.Cells.Add(new SheetCells.Cell(column, start, Length, isNumber));
            Add("\n");
            sheet.Width = Math.Max(sheet.Width, column + 1);
        }

        void EndRow()
        {
            labels.EndRow();
            if (row is { Cells.Count: > 0 }) sheet.Rows.Add(row);
            row = null;
        }
    }

    private string ReadCell(XmlReader reader, out bool isNumber)
    {
        isNumber = false;
        string type = reader.GetAttribute("t") ?? "n";
        int style = Int(reader, "s") ?? -1;
        if (reader.IsEmptyElement) return "";
        var value = new StringBuilder();
        int depth = reader.Depth;
        bool more = reader.Read();
        while (more && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "f" or "rPh" or "extLst")
            {
                if (reader.LocalName == "f") _left.Add("formulas");
                reader.Skip();
                more = !reader.EOF;
                continue;
            }
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "v" or "t" && !reader.IsEmptyElement) value.Append(reader.ReadString());
            more = reader.Read();
        }
        (string text, isNumber) = _values.Show(type, style, value.ToString());
        return text;
    }

    private void FindLabels(SheetCells sheet)
    {
        if (sheet.Rows.Count == 0) return;
        var labels = new List<string>();
        foreach (SheetCells.Cell cell in sheet.Rows[0].Cells)
        {
            while (labels.Count < cell.Column) labels.Add("");
            if (labels.Count == cell.Column) labels.Add(Built(cell.Start, cell.End));
        }
        if (labels.Count > 1 && HeaderRow.IsLikely([.. labels.Where(label => label.Length > 0)])) sheet.Labels = labels;
    }

    private static bool IsHidden(XmlReader reader, string size) =>
        HiddenStyles.IsOn(reader.GetAttribute("hidden"), missing: false)
        || (double.TryParse(reader.GetAttribute(size), NumberStyles.Float, CultureInfo.InvariantCulture, out double length) && length == 0);

    private static int? Int(XmlReader reader, string name) => int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
