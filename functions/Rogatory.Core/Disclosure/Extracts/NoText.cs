using Rogatory.Core.Classification;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Reads to see what can be read.</summary>
internal sealed class NoText : ITextSink
{
    public void MoveTo(Locator place, string? label)
    {
    }

    public void Write(ReadOnlySpan<char> text)
    {
    }
}
