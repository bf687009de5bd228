namespace Rogatory.Core.Classification;

/// <summary>Follows the words of a text through the phrases of a lexicon. At most a few paths are open at a time, so each word costs little.</summary>
internal sealed class PhraseMatcher(Lexicon lexicon)
{
    private const int MostPaths = 16;
    private const int MostGap = 4;

    private (int Node, int Start)[] open = new (int, int)[MostPaths];
    private (int Node, int Start)[] next = new (int, int)[MostPaths];
    private int openCount;
    private int lastEnd;

    /// <summary>Terms found since <see cref="Clear"/>, in the order of their ends.</summary>
    public List<TermHit> Hits { get; } = [];

    public void Clear()
    {
        Hits.Clear();
        openCount = 0;
        lastEnd = 0;
    }

    /// <summary>A word of the text in which these words of the lexicon were found (a word and stems of it). Others need not be told of.</summary>
    public void Add(ReadOnlySpan<int> found, int start, int end, ReadOnlySpan<char> text)
    {
        if (!Follows(text, start))
            openCount = 0;
        int count = 0;
        foreach (int word in found)
        {
            for (int path = 0; path < openCount; path++)
                Advance(lexicon.Next(open[path].Node, word), open[path].Start, end, ref count);
            Advance(lexicon.First(word), start, end, ref count);
        }

        (open, next) = (next, open);
        openCount = count;
        lastEnd = end;
    }

    /// <summary>Nothing but a few separators, and no word, stands between the last word and this one.</summary>
    private bool Follows(ReadOnlySpan<char> text, int start)
    {
        if (openCount == 0 || start - lastEnd > MostGap)
            return false;
        foreach (char unit in text[lastEnd..start])
        {
            if (Characters.IsWord(unit))
                return false;
        }

        return true;
    }

    private void Advance(int reached, int start, int end, ref int count)
    {
        if (reached < 0)
            return;
        if (lexicon.TermAt(reached) is >= 0 and int term)
            Hits.Add(new TermHit(term, start, end));
        if (count < MostPaths)
            next[count++] = (reached, start);
    }
}
