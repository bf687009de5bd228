namespace Rogatory.Core.Classification.Legal;

/// <summary>A phrase that marks a document, or speaks of what marks it; a marking for certain where it is written in capitals or alone in its line.</summary>
internal abstract class MarkingPhrase : TermRule
{
    /// <summary>How likely the phrase in running text says that this very text is of its kind.</summary>
    protected abstract double InProse { get; }

    public sealed override void Find(Window window, TermHit hit)
    {
        if (hit.InLabel)
            return;
        bool isMark = !MarkingText.HasSmall(window.Text[hit.Start..hit.End]) || MarkingText.FillsLine(window.Text, hit.Start, hit.End);
        window.Report(this, hit.Start, hit.End, isMark ? 0.95 : InProse, isMark ? "a marking as such are written" : "a phrase of a marking");
    }
}
