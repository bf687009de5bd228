using System.Globalization;

namespace Rogatory.Core.Classification.Reading.Text;

/// <summary>
/// Comma-separated values (RFC 4180) and the like, character for character: each field is a stretch under its column's name, and what
/// parts the fields, quotes around them too, stands in stretches of its own. A doubled quote in a field stays doubled.
/// </summary>
internal sealed class TableReader(ReadingSession session, string part, TableShape shape)
{
    private const int MostNamed = 4096;

    private readonly Locator _between = new(part);
    private readonly List<string> _cells = [];
    private State _state;
    private bool _isBetween;
    private bool _isOpen;
    private bool _afterReturn;
    private long _line = 1;
    private long _row;
    private int _column;

    private enum State
    {
        Start,
        Plain,
        Quoted,
        QuoteSeen,
    }

    public void Read(DecodedText text)
    {
        for (ReadOnlySpan<char> next = text.Next(); !next.IsEmpty; next = text.Next())
        {
            session.CancellationToken.ThrowIfCancellationRequested();
            while (!next.IsEmpty)
                next = next[Step(next)..];
        }
        if (_state == State.QuoteSeen) Between("\"");
    }

    /// <summary>Handles the beginning of the text, and says how much of it.</summary>
    private int Step(ReadOnlySpan<char> text)
    {
        switch (_state)
        {
            case State.Start:
                _state = text[0] == '"' ? State.Quoted : State.Plain;
                if (_state == State.Plain) return 0;
                Between("\"");
                _afterReturn = false;
                return 1;
            case State.Plain:
                int end = text.IndexOfAny(shape.Delimiter, '\n', '\r');
                if (end < 0) end = text.Length;
                if (end > 0)
                {
                    Field(text[..end]);
                    return end;
                }
                EndField(text[0]);
                return 1;
            case State.Quoted:
                int quote = text.IndexOf('"');
                ReadOnlySpan<char> value = quote < 0 ? text : text[..quote];
                Field(value);
                _line += value.Count('\n');
                if (quote < 0) return text.Length;
                _state = State.QuoteSeen;
                return quote + 1;
            default:
                if (text[0] == '"')
                {
                    Field("\"\"");
                    _state = State.Quoted;
                    return 1;
                }
                Between("\"");
                _state = State.Plain;
                return 0;
        }
    }

    private void EndField(char mark)
    {
        Between([mark]);
        _isOpen = false;
        _state = State.Start;
        if (mark == shape.Delimiter)
        {
            _column++;
            _afterReturn = false;
            return;
        }
        if (mark == '\r' || !_afterReturn)
        {
            _line++;
            _row++;
        }
        _column = 0;
        _afterReturn = mark == '\r';
    }

    private void Field(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        if (!_isOpen || _isBetween)
            session.MoveTo(new Locator(part, Line: _line, Cell: Cell()), _row > 0 && _column < shape.Labels?.Count ? HeaderRow.Label(shape.Labels[_column]) : null);
        _isOpen = true;
        _isBetween = false;
        _afterReturn = false;
        session.Write(text);
    }

    private void Between(ReadOnlySpan<char> text)
    {
        if (!_isBetween) session.MoveTo(_between, label: null);
        _isBetween = true;
        session.Write(text);
    }

    private string Cell()
    {
        if (_column >= MostNamed) return "a column past 4096";
        while (_cells.Count <= _column)
            _cells.Add(string.Create(CultureInfo.InvariantCulture, $"column {_cells.Count + 1}"));
        return _cells[_column];
    }
}
