using System.Text;
using Rogatory.Core.Classification;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>All that a reader reads, with a mark between places, so that nothing is found across them.</summary>
internal sealed class ReadText : ITextSink
{
    private readonly StringBuilder _text = new();

    public void MoveTo(Locator place, string? label)
    {
        if (_text.Length > 0) _text.Append('\uFFFF');
    }

    public void Write(ReadOnlySpan<char> text) => _text.Append(text);

    public override string ToString() => _text.ToString();
}
