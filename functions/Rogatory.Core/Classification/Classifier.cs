namespace Rogatory.Core.Classification;

/// <summary>
/// Finds what is sensitive in a text that is given to it piece by piece. Holds a window of it and no more, takes time in proportion to its
/// length whatever it is, and finds the same however it was cut into pieces. Not safe for use by two at once.
/// </summary>
public sealed class Classifier : ITextSink
{
    /// <summary>So much, that a window always moves on.</summary>
    internal const int LeastCapacity = Window.Ahead + Window.Behind + (4 * Atom.MostLength);

    private const int Capacity = 32 * 1024;

    private readonly DetectorPack pack;
    private readonly Overlaps overlaps;
    private readonly Window window;
    private readonly NumberMatcher numbers;
    private readonly char[] buffer;
    private int used, from;
    private long start, lineFeeds;
    private bool cut, first = true;

    /// <summary>Looks with these detectors, and hands over each finding, in the order of the text, soon after its text was written.</summary>
    public Classifier(DetectorPack pack, Action<Finding> found)
        : this(pack, found, Capacity)
    {
    }

    internal Classifier(DetectorPack pack, Action<Finding> found, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, LeastCapacity);
        this.pack = pack;
        overlaps = new Overlaps(found);
        window = new Window(pack, overlaps);
        numbers = new NumberMatcher(pack.Shapes);
        buffer = new char[capacity];
    }

    /// <inheritdoc/>
    public void MoveTo(Locator place, string? label)
    {
        ArgumentNullException.ThrowIfNull(place);
        Complete();
        window.Place = place;
        window.Labels.Set(label);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (used == buffer.Length)
                Look(last: false);
            int taken = Math.Min(text.Length, buffer.Length - used);
            text[..taken].CopyTo(buffer.AsSpan(used));
            used += taken;
            text = text[taken..];
        }
    }

    /// <summary>The place's text is at its end: hands over what is left to find in it. After the last text this must be called.</summary>
    public void Complete()
    {
        if (used > 0)
            Look(last: true);
        start += used;
        used = from = 0;
        lineFeeds = 0;
        cut = false;
        first = true;
    }

    private void Look(bool last)
    {
        window.Show(buffer, used, start, lineFeeds, cut, whole: first && last);
        int limit = last ? used : used - Window.Ahead;
        numbers.Find(window, from, limit);
        foreach (int mark in window.Tokens.Marks)
        {
            if (mark >= from && mark < limit)
            {
                foreach (MarkRule rule in pack.MarkRules(buffer[mark]))
                    rule.Find(window, mark);
            }
        }

        FindTerms(limit);
        first = false;
        if (last)
        {
            overlaps.Settle(long.MaxValue);
            window.Labels.Carry(window, window.IsWhole);
        }
        else
        {
            overlaps.Settle(start + limit - Window.Behind);
            Keep(limit);
        }
    }

    private void FindTerms(int limit)
    {
        if (first)
        {
            foreach (TermHit hit in window.Labels.Hits)
                FindTerm(hit);
        }

        foreach (TermHit hit in window.Tokens.Hits)
        {
            if (hit.Start >= from && hit.Start < limit)
                FindTerm(hit);
        }
    }

    private void FindTerm(TermHit hit)
    {
        foreach (TermRule rule in pack.TermRules(hit.Term))
            rule.Find(window, hit);
    }

    /// <summary>Lets go of what no detector will look back to, at the beginning of a word where there is one.</summary>
    private void Keep(int limit)
    {
        int keep = limit - Window.Behind;
        int back = keep;
        while (back > keep - Atom.MostLength && back > 0 && Characters.IsWord(buffer[back]) && Characters.IsWord(buffer[back - 1]))
            back--;
        cut = back > 0 && Characters.IsWord(buffer[back]) && Characters.IsWord(buffer[back - 1]);
        keep = back;
        lineFeeds += buffer.AsSpan(0, keep).Count('\n');
        buffer.AsSpan(keep, used - keep).CopyTo(buffer);
        from = limit - keep;
        start += keep;
        used -= keep;
    }
}
