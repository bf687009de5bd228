namespace Rogatory.Core.Classification.Reading;

/// <summary>
/// Running text of one part: paragraphs and lines of one stretch, so that a value that wraps is found. Table cells and other values
/// interrupt it; it then goes on in a new stretch, at the line it had come to.
/// </summary>
internal sealed class TextFlow(ReadingSession session, string part, int? page = null)
{
    private long _line = 1;
    private long _moves = -1;
    private string? _cell;
    private string? _label;
    private bool _atSpace = true;

    /// <summary>How many characters were written.</summary>
    public long Length { get; private set; }

    public Locator Place => new(part, page, _line, _cell);

    /// <summary>Goes on in a table's cell, or with nothing outside of one.</summary>
    public void Enter(string? cell, string? label)
    {
        (_cell, _label) = (cell, label);
        Break();
    }

    /// <summary>Ends the stretch: what follows is not the same text.</summary>
    public void Break()
    {
        _moves = -1;
        _atSpace = true;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        if (_moves != session.Moves)
        {
            session.MoveTo(Place, _label);
            _moves = session.Moves;
        }
        session.Write(text);
        Length += text.Length;
        _line += text.Count('\n');
        _atSpace = char.IsWhiteSpace(text[^1]);
    }

    /// <summary>Writes text in which any white space is one space.</summary>
    public void WriteCollapsed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int word = text.IndexOfAnyExcept(" \t\r\n\f");
            if (word != 0) Space();
            if (word < 0) return;
            text = text[word..];
            int end = text.IndexOfAny(" \t\r\n\f");
            Write(end < 0 ? text : text[..end]);
            text = end < 0 ? default : text[end..];
        }
    }

    public void Space()
    {
        if (!_atSpace) Write(" ");
    }

    /// <summary>Ends the line, unless nothing stands in it yet.</summary>
    public void EndLine()
    {
        if (!_atSpace || _moves == session.Moves) Write("\n");
    }
}
