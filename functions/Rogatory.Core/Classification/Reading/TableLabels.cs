using System.Globalization;
using System.Text;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading;

/// <summary>
/// Names the cells of a table as it is read: by the row of names at its top, and by what stands to the left where that is a name, as in a
/// form.
/// </summary>
internal sealed class TableLabels(string name)
{
    // A table may have a title or two above its names.
    private const int MostRowsAbove = 10;
    private const int MostColumns = 16_384;

    private readonly List<string> _row = [];
    private readonly StringBuilder _cell = new();
    private List<string>? _header;
    private int _rows;
    private int _column;

    public void StartRow()
    {
        _row.Clear();
        _column = -1;
        _rows++;
    }

    /// <summary>Begins the next cell, or the one with the index given, and says where it is and what names it.</summary>
    public (string Cell, string? Label) StartCell(int? column = null)
    {
        _column = column ?? _column + 1;
        _cell.Clear();
        string? above = _header is not null && _column >= 0 && _column < _header.Count ? HeaderRow.Label(_header[_column]) : null;
        string? left = _column > 0 && _column - 1 < _row.Count && HeaderRow.IsName(_row[_column - 1]) ? HeaderRow.Label(_row[_column - 1]) : null;
        // Two columns are a form as often as a table; more of them have their names at the top.
        string? label = above is null || left is null ? above ?? left : _header!.Count > 2 ? above : $"{above} / {left}";
        return (string.Create(CultureInfo.InvariantCulture, $"{name}row {_rows}, column {_column + 1}"), label);
    }

    /// <summary>More text of the cell.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (_cell.Length < HeaderRow.LongestLabel) _cell.Append(text[..Math.Min(text.Length, HeaderRow.LongestLabel)]);
    }

    public void EndCell()
    {
        if (_column is < 0 or >= MostColumns) return;
        while (_row.Count < _column) _row.Add("");
        if (_row.Count == _column) _row.Add(_cell.ToString().Trim());
    }

    public void EndRow()
    {
        if (_header is null && _rows <= MostRowsAbove && _row.Count(field => field.Length > 0) > 1 && HeaderRow.IsLikely(_row)) _header = [.. _row];
    }
}
