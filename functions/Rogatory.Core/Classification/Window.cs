namespace Rogatory.Core.Classification;

/// <summary>The stretch of text that detectors look at, with its words and what they say.</summary>
internal sealed class Window(DetectorPack pack, Overlaps overlaps)
{
    /// <summary>How many units before a mark, or a candidate, are there if the place has them.</summary>
    public const int Behind = 1024;

    /// <summary>How many units after the beginning of a mark, term or candidate are there if the place has them.</summary>
    public const int Ahead = 2560;

    private const int Reach = 100;
    private const int ReachOfLineAbove = 60;
    private const int ReachAfter = 32;
    private const int Nearest = 2;
    private const int ReachInSentence = 80, MostLookedAt = 24, ReachOfPhrase = 40;

    private char[] text = [];
    private int length;
    /// <summary>What speaks for something is worked out for so much text at a time.</summary>
    private const int Block = 512;

    private const int LongestTerm = Lexicon.MostWords * (Atom.MostLength + 1);

    /// <summary>The detectors that terms near by speak for, and for which blocks of the text that is so.</summary>
    private readonly ulong[] near = pack.NewSet();
    private int nearFrom, nearTo;
    private int countedTo;
    private long lines;

    public ReadOnlySpan<char> Text => text.AsSpan(0, length);

    public Tokens Tokens { get; } = new(pack.Lexicon, pack.Kinds, pack.Shapes.LetterLengths);

    public LabelTerms Labels { get; } = new(pack);

    /// <summary>The offset of the window's first unit over everything written.</summary>
    public long Base { get; private set; }

    /// <summary>The place's text is all in the window.</summary>
    public bool IsWhole { get; private set; }

    public Locator Place { get; set; } = new("body");

    /// <summary>Shows a stretch of text. <paramref name="lineFeeds"/>: how many stand between the place's beginning and it.</summary>
    public void Show(char[] buffer, int used, long start, long lineFeeds, bool cut, bool whole)
    {
        text = buffer;
        length = used;
        Base = start;
        IsWhole = whole;
        countedTo = 0;
        nearFrom = nearTo = -1;
        Labels.Supported.CopyTo(near, 0);
        lines = LinesBefore = lineFeeds;
        Tokens.Read(Text, cut);
    }

    private long LinesBefore { get; set; }

    /// <summary>Whether a stretch is a word or phrase, and no more, that speaks for a detector where it stands near by.</summary>
    public bool IsContext(int start, int end)
    {
        foreach (TermHit hit in Tokens.Hits)
        {
            if (hit.Start <= start && hit.End >= end && pack.IsContext(hit.Term))
                return true;
        }

        return false;
    }

    /// <summary>Reports a finding if it is sure enough. <paramref name="reason"/> must not hold text of the item.</summary>
    public void Report(Detector detector, int start, int end, double confidence, string reason, string? context = null)
    {
        if (confidence < Confidences.Floor)
            return;
        unchecked
        {
            if (start < countedTo)
                (countedTo, lines) = (0, LinesBefore);
            lines += Text[countedTo..start].Count('\n');
            countedTo = start;
            overlaps.Add(new RawFinding(detector, Base + start, Base + end, confidence, reason, context, Place, lines));
        }
    }

    /// <summary>Reports something that is right by its form, as sure as the words around it make it.</summary>
    public void Report(Detector detector, int start, int end, double bare, double inContext, string reason)
    {
        Evidence evidence = EvidenceFor(detector, start, end);
        Report(detector, start, end, evidence.Weigh(bare, inContext), reason, evidence.Reason);
    }

    /// <summary>The place holds no letter or digit but these.</summary>
    public bool IsAlone(int start, int end) =>
        IsWhole && Tokens.AtomCount > 0 && Tokens.Atoms[0].Start >= start && Tokens.Atoms[^1].End <= end;

    /// <summary>As <see cref="IsAlone"/>, and no label says what it is.</summary>
    public bool IsAloneUnlabelled(int start, int end) => !Labels.HasLabel && IsAlone(start, end);

    /// <summary>Whether a word near by, or that nothing but a number and its few letters stands there, may speak for some number.</summary>
    public bool MayBeSupported(int start, int end) =>
        (IsWhole && Tokens.AtomCount <= Atom.MostLength) || SupportedNear(start, end).ContainsAnyExcept(0UL);

    /// <summary>The detectors that some word near by, or the label, may speak for, as bits: which does is looked into afterwards.</summary>
    public ReadOnlySpan<ulong> SupportedNear(int start, int end)
    {
        List<TermHit> hits = Tokens.Hits;
        if (hits.Count == 0)
            return near;
        int from = (start - Reach) / Block, to = (end + ReachAfter + LongestTerm) / Block;
        if (from != nearFrom || to != nearTo)
        {
            (nearFrom, nearTo) = (from, to);
            Labels.Supported.CopyTo(near, 0);
            int last = HitsEndingBy((to + 1) * Block);
            for (int at = HitsEndingBy((from * Block) - 1); at < last; at++)
            {
                if (pack.SupportsNumbers(hits[at].Term))
                    pack.AddSupported(hits[at].Term, near);
            }
        }

        return near;
    }

    /// <summary>What the label and the words around say of this detector's reading of this text.</summary>
    public Evidence EvidenceFor(Detector detector, int start, int end)
    {
        bool alone = !Labels.HasLabel && IsAlone(start, end);
        if (Labels.InLabel(detector) is { } inLabel)
            return inLabel;
        Evidence before = Before(detector, start);
        if (before.Support > 0 || before.Opposed)
            return before;
        Evidence after = After(detector, end);
        if (after.Support > 0)
            return after;
        return (Labels.HasLabel ? null : Labels.Carried(detector, start)) ?? new Evidence(0, false, alone, alone ? "nothing else stands there" : null);
    }

    /// <summary>The term is a part of a phrase that speaks against the detector.</summary>
    public bool IsPartOfOpposing(Detector detector, TermHit hit)
    {
        List<TermHit> hits = Tokens.Hits;
        for (int at = HitsEndingBy(hit.End - 1); at < hits.Count && hits[at].End <= hit.End + ReachOfPhrase; at++)
        {
            if (hits[at].Start <= hit.Start && pack.Opposes(hits[at].Term, detector.Index))
                return true;
        }

        return false;
    }

    /// <summary>Some other word in the sentence, not far off, speaks for the detector; or the label does.</summary>
    public bool IsSupportedInSentence(Detector detector, TermHit hit)
    {
        if (Labels.InLabel(detector) is { Support: > 0 })
            return true;
        List<TermHit> hits = Tokens.Hits;
        int here = HitsEndingBy(hit.End);
        for (int at = here - 1; at >= 0 && here - at <= MostLookedAt && hit.Start - hits[at].End <= ReachInSentence; at--)
        {
            if (IsBeside(detector, hits[at], hit))
                return true;
        }

        for (int at = here; at < hits.Count && at - here < MostLookedAt && hits[at].End - hit.End <= ReachInSentence; at++)
        {
            if (IsBeside(detector, hits[at], hit))
                return true;
        }

        return false;
    }

    private bool IsBeside(Detector detector, TermHit other, TermHit hit)
    {
        if (!pack.Supports(other.Term, detector.Index))
            return false;
        ReadOnlySpan<char> between = other.End <= hit.Start ? Text[other.End..hit.Start] : other.Start >= hit.End ? Text[hit.End..other.Start] : default;
        return between.Length > 0 && between.IndexOf(". ") < 0 && between.IndexOf("\n\n") < 0;
    }

    private Evidence Before(Detector detector, int start)
    {
        List<TermHit> hits = Tokens.Hits;
        int nearer = 0;
        for (int at = HitsEndingBy(start) - 1; at >= 0 && start - hits[at].End <= Reach; at--)
        {
            TermHit hit = hits[at];
            if (!pack.IsContext(hit.Term))
                continue;
            int feeds = Text[hit.End..start].Count('\n');
            bool isNear = feeds == 0 || (feeds == 1 && start - hit.End <= ReachOfLineAbove);
            if (isNear && pack.Supports(hit.Term, detector.Index))
            {
                hit = Closest(detector, at);
                double support = nearer < Nearest && feeds == 0 ? 1 : 0.5;
                return new Evidence(pack.IsBroad(hit.Term, detector.Index) ? support / 2 : support, false, false, pack.Reason(hit.Term, feeds == 0 ? "before it" : "above it"));
            }

            if (feeds == 0 && nearer < Nearest && pack.Opposes(hit.Term, detector.Index))
                return new Evidence(0, true, false, pack.Reason(hit.Term, "before it, which speaks against it"));
            if (feeds == 0 && nearer < Nearest && pack.NamesAnother(hit.Term, detector.Index))
                return new Evidence(0, true, false, pack.Reason(hit.Term, "before it, which names another number"), IsAnother: true);
            nearer++;
        }

        return default;
    }

    /// <summary>Of the terms that end where this one does, and speak for the detector, one that speaks for it alone if there is one.</summary>
    private TermHit Closest(Detector detector, int at)
    {
        List<TermHit> hits = Tokens.Hits;
        for (int other = at; other >= 0 && hits[other].End == hits[at].End; other--)
        {
            if (pack.Supports(hits[other].Term, detector.Index) && !pack.IsBroad(hits[other].Term, detector.Index))
                return hits[other];
        }

        return hits[at];
    }

    private Evidence After(Detector detector, int end)
    {
        List<TermHit> hits = Tokens.Hits;
        for (int at = HitsEndingBy(end); at < hits.Count && hits[at].Start - end <= ReachAfter; at++)
        {
            if (hits[at].Start >= end && pack.Supports(hits[at].Term, detector.Index) && !Text[end..hits[at].Start].Contains('\n'))
                return new Evidence(0.5, false, false, pack.Reason(hits[at].Term, "after it"));
        }

        return default;
    }

    /// <summary>How many of the terms end at or before this.</summary>
    private int HitsEndingBy(int position)
    {
        List<TermHit> hits = Tokens.Hits;
        int low = 0, high = hits.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (hits[middle].End <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
