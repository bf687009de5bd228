namespace Rogatory.Core.Classification;

/// <summary>What readers of files give their text to, piece by piece, so that a text of any length is never held whole.</summary>
public interface ITextSink
{
    /// <summary>What follows stands at this place. Nothing that is found ever crosses this call. A page of a document is named even if nothing follows.</summary>
    /// <param name="place">Where the text stands.</param>
    /// <param name="label">The column's header, the field's name, or null: it counts as context.</param>
    void MoveTo(Locator place, string? label);

    /// <summary>More text of the same place, in order. Offsets count UTF-16 units over everything written, from 0.</summary>
    void Write(ReadOnlySpan<char> text);

    /// <summary>All of the item is written. What follows of it was written before as it stands in the file, and comes once more, in clear.</summary>
    void BeginRepetition()
    {
    }
}
