namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>Makes lines and words of glyphs from where they stand on the page.</summary>
internal sealed class TextLayout(TextFlow flow)
{
    // In parts of the size of the text. Kerning stays below the first, the narrowest space is above it; columns are further apart than any space.
    private const double Word = 0.17;
    private const double Column = 1.5;
    private const double Line = 0.45;

    private double _x, _y;
    private bool _isStarted;
    private bool _atSpace = true;

    /// <summary>How many characters were written that show.</summary>
    public long Length { get; private set; }

    /// <summary>Writes a glyph that begins at one point and ends at another, of such a height.</summary>
    public void Write(string text, Matrix place, double endX, double endY, double size)
    {
        if (_isStarted) Move(place, size);
        bool isBlank = text.AsSpan().IsWhiteSpace();
        if (isBlank)
        {
            if (!_atSpace) flow.Write(" ");
            _atSpace = true;
        }
        else
        {
            flow.Write(text);
            Length += text.Length;
            _atSpace = false;
        }
        (_x, _y, _isStarted) = (endX, endY, true);
    }

    /// <summary>Text that stands nowhere on the page: what a mark says is drawn.</summary>
    public void EndLine()
    {
        if (_isStarted) flow.Write("\n");
        _isStarted = false;
        _atSpace = true;
    }

    private void Move(Matrix place, double size)
    {
        double length = Math.Sqrt((place.A * place.A) + (place.B * place.B));
        if (!(length > 0) || !(size > 0)) return;
        (double alongX, double alongY) = (place.A / length, place.B / length);
        (double x, double y) = (place.E - _x, place.F - _y);
        double along = ((x * alongX) + (y * alongY)) / size, across = ((y * alongX) - (x * alongY)) / size;
        if (Math.Abs(across) > Line || along < -Column) Write('\n');
        else if (along > Column) Write('\t');
        else if (along > Word) Write(' ');
    }

    private void Write(char space)
    {
        if (_atSpace && space != '\n') return;
        flow.Write([space]);
        _atSpace = true;
    }
}
