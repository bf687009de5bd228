using System.Globalization;
using Rogatory.Core.Classification.Reading.Text;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Comma-separated values and the like, by rows and columns. What stays as it is stays byte for byte, quotes and line ends too.</summary>
internal sealed class TableExtract(SourceText source, TableShape shape) : TextExtract(source, isTextOnly: false)
{
    private readonly List<(int Start, int End)> _rows = [];
    private HashSet<int>? _keptColumns;
    private HashSet<int> _removedColumns = [];
    private bool _hasHeader;

    public override string Format => "csv";

    public override string MediaType => shape.Delimiter == '\t' ? "text/tab-separated-values" : "text/csv";

    public override string Extension => shape.Delimiter == '\t' ? "tsv" : "csv";

    public override BlockKind? Kind => Source.HasBlocks ? BlockKind.Rows : null;

    public override bool PartsLines => true;

    public override void Choose(ExtractRequest request, ExtractTally tally)
    {
        foreach (ExtractSelectorKind kind in (ReadOnlySpan<ExtractSelectorKind>)[ExtractSelectorKind.Fields, ExtractSelectorKind.Pages, ExtractSelectorKind.Lines])
        {
            if (request.Has(kind)) throw ExtractRefusals.NotThere(ExtractRequest.NameOf(kind), Format, "Name rows, columns, spans or categories, or ask for lines of it as text.");
        }
        _hasHeader = shape.Labels is not null;
        int width = Width();
        ChooseColumns(request, width);
        ChooseRows(request, tally, width);
        if (ChangesColumns) tally.Add("columns", Enumerable.Range(0, width).Count(column => !Stays(column)));
    }

    public override IEnumerable<(int Start, int End)> Units()
    {
        foreach ((int start, int end) in _rows)
        {
            int column = 0;
            foreach (TableField field in Fields(start, end))
            {
                if (Stays(column++) && field.Start < field.End) yield return (field.Start, field.End);
            }
        }
    }

    public override bool IsEmpty() => _rows.Count == (HasHeader ? 1 : 0) || base.IsEmpty();

    public override IEnumerable<(int Start, int End)> Dropped()
    {
        if (_removedColumns.Count == 0) yield break;
        bool isHeader = HasHeader;
        foreach ((int start, int end) in _rows)
        {
            int column = 0;
            foreach (TableField field in Fields(start, end))
            {
                if (!isHeader && _removedColumns.Contains(column) && field.Start < field.End) yield return (field.Start, field.End);
                column++;
            }
            isHeader = false;
        }
    }

    public override RenderedExtract Render(IReadOnlyList<ExtractEdit> edits, ExtractLimits limits)
    {
        using var writer = new ExtractWriter(Source, limits);
        int next = 0;
        foreach ((int start, int end) in _rows)
        {
            if (ChangesColumns) WriteFields(writer, start, end, edits, ref next);
            else WriteRow(writer, start, end, edits, ref next);
        }
        return writer.Finish();
    }

    /// <summary>Whether the row of names is among those that stay.</summary>
    private bool HasHeader => _hasHeader && _rows.Count > 0 && _rows[0].Start == 0;

    private bool ChangesColumns => _keptColumns is not null || _removedColumns.Count > 0;

    private bool Stays(int column) => _keptColumns?.Contains(column) != false && !_removedColumns.Contains(column);

    private void ChooseColumns(ExtractRequest request, int width)
    {
        if (request.Keeps(ExtractSelectorKind.Columns)) _keptColumns = [.. Columns(request, keep: true, width)];
        _removedColumns = [.. Columns(request, keep: false, width)];
    }

    private IEnumerable<int> Columns(ExtractRequest request, bool keep, int width)
    {
        int at = 0;
        foreach (string name in request.Names(keep, ExtractSelectorKind.Columns))
        {
            int column = TableColumns.Find(shape.Labels, name, width);
            if (column < 0) throw TableColumns.NotThere(keep, at);
            at++;
            yield return column;
        }
    }

    private int Width()
    {
        foreach ((int start, int end) in Rows())
            return Fields(start, end).Count();
        return 0;
    }

    private void ChooseRows(ExtractRequest request, ExtractTally tally, int width)
    {
        var numbers = new NumberSet(request, ExtractSelectorKind.Rows);
        bool dropsHeader = request.Has(ExtractSelectorKind.Header);
        if (dropsHeader && !_hasHeader) throw ExtractRefusals.NotThere("row of column names", Format, "Name its first row by number.");
        long number = _hasHeader ? -1 : 0;
        foreach ((int start, int end) in Rows())
        {
            number++;
            if (number == 0 ? dropsHeader : !numbers.Keeps(number)) tally.Add(number == 0 ? "header" : "rows");
            else
            {
                if (ChangesColumns) CheckWidth(start, end, number, width);
                _rows.Add((start, end));
            }
        }
    }

    /// <summary>In a row with a field too many or too few, what stands in a column may be another column's.</summary>
    private void CheckWidth(int start, int end, long number, int width)
    {
        if (Fields(start, end).Count() != width && !Text.AsSpan(start, end - start).IsWhiteSpace())
        {
            throw ExtractRefusals.NotPossible(
                string.Create(CultureInfo.InvariantCulture, $"Row {number} has more fields than the first row of the table, or fewer, so that it can't be said which of them are of which column."),
                "Remove that row too, or ask for spans or categories.");
        }
    }

    /// <summary>As the reader counts them: a row ends at a line end outside quotes.</summary>
    private IEnumerable<(int Start, int End)> Rows()
    {
        for (int at = 0; at < Text.Length;)
        {
            int start = at;
            at = TableField.RowEnd(Text, start, shape.Delimiter);
            yield return (start, at);
        }
    }

    private IEnumerable<TableField> Fields(int start, int end)
    {
        for (int at = start; ;)
        {
            TableField field = TableField.Read(Text, at, end, shape.Delimiter);
            yield return field;
            if (field.After >= end || Text[field.After] != shape.Delimiter) yield break;
            at = field.After + 1;
        }
    }

    /// <inheritdoc/>
    public override (int Start, int End) Snap(int unitStart, int unitEnd, int start, int end)
    {
        // A field that is quoted in part only: what is quoted in it would be another part.
        bool isQuoted = unitStart > 0 && Text[unitStart - 1] == '"';
        if (!isQuoted) return Text[unitStart] == '"' ? (unitStart, unitEnd) : (start, end);
        if (start > unitStart && Text[start] == '"' && QuotesBefore(unitStart, start) % 2 == 1) start--;
        if (end < unitEnd && Text[end] == '"' && QuotesBefore(unitStart, end) % 2 == 1) end++;
        return (start, end);
    }

    public override string ValueOf(int start, int end) => base.ValueOf(start, end).Replace("\"\"", "\"", StringComparison.Ordinal);

    private int QuotesBefore(int least, int at)
    {
        int count = 0;
        while (at - count > least && Text[at - count - 1] == '"') count++;
        return count;
    }

    private static void WriteRow(ExtractWriter writer, int start, int end, IReadOnlyList<ExtractEdit> edits, ref int next)
    {
        while (next < edits.Count && edits[next].Start < end)
        {
            ExtractEdit edit = edits[next++];
            writer.Copy(start, edit.Start);
            writer.Write(edit.Mark);
            start = edit.End;
        }
        writer.Copy(start, end);
    }

    private void WriteFields(ExtractWriter writer, int start, int end, IReadOnlyList<ExtractEdit> edits, ref int next)
    {
        int column = 0, after = start;
        bool any = false;
        foreach (TableField field in Fields(start, end))
        {
            after = field.After;
            if (!Stays(column++)) continue;
            if (any) writer.Write([shape.Delimiter]);
            any = true;
            writer.Copy(field.Outside, field.After, edits, ref next);
        }
        writer.Copy(after, end);
    }
}
