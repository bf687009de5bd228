namespace Rogatory.Core.Classification.Legal;

/// <summary>
/// An everyday word that marks a document where it is written as a marking: alone in its line, in capitals in brackets or beside other capitals, or
/// behind a word that says that a marking follows. As the name of a field it marks nothing.
/// </summary>
internal abstract class MarkingWord : TermRule
{
    private const int Reach = 24;

    public sealed override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        if (hit.InLabel || window.Place.IsName)
            return;
        bool capitals = !MarkingText.HasSmall(text[hit.Start..hit.End]);
        if (MarkingText.FillsLine(text, hit.Start, hit.End))
            window.Report(this, hit.Start, hit.End, capitals ? 0.93 : 0.8, "a marking by itself");
        else if (capitals && MarkingText.IsSetOff(text, hit.Start, hit.End))
            window.Report(this, hit.Start, hit.End, 0.85, "a marking in capitals");
        else if (FollowsItsWord(window, hit))
            window.Report(this, hit.Start, hit.End, 0.92, "a marking behind its word");
        else if (capitals)
            window.Report(this, hit.Start, hit.End, 0.5, "a word of markings in capitals");
    }

    private bool FollowsItsWord(Window window, TermHit hit)
    {
        ReadOnlySpan<char> before = window.Text[Math.Max(0, hit.Start - Reach)..hit.Start];
        return before.ContainsAny(':', '=', '"') && window.EvidenceFor(this, hit.Start, hit.End).Support > 0 && !before.Contains('\n');
    }
}
