using Rogatory.Core.Classification;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Classifies a text as it is read, and hands over each finding with its words and what stands around them.</summary>
internal sealed class FoundText : ITextSink
{
    /// <summary>How much is given of what stands before and after a finding.</summary>
    public const int Around = 64;

    // A finding comes soon after its text: the classifier holds less than half of this.
    private const int Held = 256 * 1024;

    private readonly Classifier _classifier;
    private readonly char[] _recent = new char[Held];
    private readonly Action<Finding, string, string, string> _found;
    private long _written;

    /// <param name="pack">The detectors.</param>
    /// <param name="found">Takes the finding, its words, and what stands before and after them.</param>
    public FoundText(DetectorPack pack, Action<Finding, string, string, string> found)
    {
        _found = found;
        _classifier = new Classifier(pack, Find);
    }

    public void MoveTo(Locator place, string? label) => _classifier.MoveTo(place, label);

    public void Write(ReadOnlySpan<char> text)
    {
        // In pieces, so that what is held is ahead of the classifier by little.
        while (!text.IsEmpty)
        {
            int length = (int)Math.Min(Math.Min(text.Length, 16 * 1024), Held - (_written % Held));
            text[..length].CopyTo(_recent.AsSpan((int)(_written % Held)));
            _written += length;
            _classifier.Write(text[..length]);
            text = text[length..];
        }
    }

    public void Complete() => _classifier.Complete();

    private void Find(Finding finding) => _found(finding, Text(finding.Start, finding.End), Text(finding.Start - Around, finding.Start), Text(finding.End, finding.End + Around));

    private string Text(long start, long end)
    {
        start = Math.Max(start, Math.Max(0, _written - Held));
        end = Math.Min(end, _written);
        return end <= start ? "" : string.Create((int)(end - start), (start, _recent), static (text, from) =>
        {
            for (int at = 0; at < text.Length; at++)
                text[at] = from._recent[(from.start + at) % Held];
        });
    }
}
