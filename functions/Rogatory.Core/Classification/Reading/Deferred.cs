using System.Text;

namespace Rogatory.Core.Classification.Reading;

/// <summary>Values that stand in the middle of running text but are no part of it, kept until the text comes to a rest.</summary>
internal sealed class Deferred(ReadingSession session)
{
    private const int MostCharacters = 64 * 1024;
    private const int MostValues = 1024;

    private readonly List<(Locator Place, string? Label, StringBuilder Text)> _values = [];
    private int _characters;

    /// <summary>Whether so much is kept that it must be written, text or no text.</summary>
    public bool IsFull => _characters > MostCharacters || _values.Count > MostValues;

    public void Add(Locator place, string? label, ReadOnlySpan<char> text, bool continues = false)
    {
        if (!continues || _values.Count == 0 || _values[^1].Place.Part != place.Part) _values.Add((place, label, new StringBuilder()));
        _values[^1].Text.Append(text);
        _characters += text.Length;
    }

    public void Write()
    {
        foreach ((Locator place, string? label, StringBuilder text) in _values)
        {
            if (text.Length == 0) continue;
            session.MoveTo(place, label);
            foreach (ReadOnlyMemory<char> piece in text.GetChunks())
                session.Write(piece.Span);
        }
        _values.Clear();
        _characters = 0;
    }
}
