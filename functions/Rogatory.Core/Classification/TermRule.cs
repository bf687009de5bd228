namespace Rogatory.Core.Classification;

/// <summary>A detector that begins at words: of the word itself, or of the value that stands after it.</summary>
internal abstract class TermRule : Detector
{
    /// <summary>The words and phrases, written as <see cref="Detector.Context"/>.</summary>
    public abstract IReadOnlyList<string> Terms { get; }

    /// <summary>
    /// Judges the text at the term, looking at most <see cref="Window.Ahead"/> units ahead and in all but rare cases under 100.
    /// Where the term stands in the label, <see cref="TermHit.InLabel"/> is set and start and end are 0: the value is what the place begins with.
    /// </summary>
    public abstract void Find(Window window, TermHit hit);
}
