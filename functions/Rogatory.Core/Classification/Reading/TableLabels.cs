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

    // Two columns are a form as often as a table; more of them have their names at the top.
    private const int MostOfForm = 2;

    private readonly List<string> _row = [];
    private readonly StringBuilder _cell = new();
    private List<string>? _header;
    private int _rows;
    private int _column;

    /// <summary>Whether no row is over.</summary>
    public bool IsInFirstRow => _rows <= 1;

    public void StartRow()
    {
        _row.Clear();
        _column = -1;
        _rows++;
    }

    /// <summary>Begins the next cell, or the one with the index given, and says where it is and what names it. <paramref name="isName"/>: it is known to name others itself.</summary>
    public (string Cell, string? Label) StartCell(int? column = null, bool isName = false)
    {
        _column = column ?? _column + 1;
        _cell.Clear();
        string? above = _header is not null && _column >= 0 && _column < _header.Count ? HeaderRow.Label(_header[_column]) : null;
        string? left = !isName && _column > 0 && _column - 1 < _row.Count && HeaderRow.IsName(_row[_column - 1]) ? HeaderRow.Label(_row[_column - 1]) : null;
        string? label = above is null || left is null ? above ?? left : _header!.Count > MostOfForm ? above : $"{above} / {left}";
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

    /// <summary>Ends the row, and says whether it is one of names, none of which names another.</summary>
    public bool EndRow()
    {
        if (_header is not null || _rows > MostRowsAbove || _row.Count(field => field.Length > 0) < 2 || !HeaderRow.IsLikely(_row)) return false;
        _header = [.. _row];
        return _header.Count > MostOfForm;
    }
}
