using System.Text;
using Rogatory.Core.Classification;

namespace Rogatory.Bench.Quality;

/// <summary>Keeps what a reader writes, which is what findings' offsets are of.</summary>
internal sealed class RecordedText(Classifier classifier) : ITextSink
{
    private readonly StringBuilder text = new();

    public string Text => text.ToString();

    public void MoveTo(Locator place, string? label) => classifier.MoveTo(place, label);

    public void Write(ReadOnlySpan<char> more)
    {
        text.Append(more);
        classifier.Write(more);
    }
}
