namespace Rogatory.Core.Classification.Special;

/// <summary>A word or phrase of a lexicon, and what stands in the same sentence.</summary>
internal abstract class SpecialTerm(LexiconEntry entry) : TermRule
{
    private readonly IReadOnlyList<string> counter = LexiconEntry.Words(entry.Against);

    public override string Category => entry.Category;

    public override string Citation => entry.Citation;

    public override IReadOnlyList<string> Counter => counter;

    /// <summary>These are common words: they would push the words that numbers need out of reach.</summary>
    public sealed override bool HasCommonContext => true;

    public sealed override void Find(Window window, TermHit hit)
    {
        if (hit.InLabel || window.IsPartOfOpposing(this, hit))
            return;
        bool supported = window.IsSupportedInSentence(this, hit) || IsOfSomebody(window.Text, hit.Start);
        double confidence = Confidence(supported);
        window.Report(this, hit.Start, hit.End, confidence, "a word of the lexicon", supported ? "words of its kind in the sentence" : null);
    }

    /// <summary>Whether the words right before say that it is somebody's.</summary>
    protected abstract bool IsOfSomebody(ReadOnlySpan<char> text, int start);

    /// <summary>How likely it is what it seems, with and without a word that speaks for it in its sentence.</summary>
    protected abstract double Confidence(bool supported);
}
