namespace Rogatory.Core.Classification;

/// <summary>
/// Lets one explanation of each stretch of text stand, or several of different categories where none is much likelier, and hands on what stands in
/// the order of the text.
/// </summary>
internal sealed class Overlaps(Action<Finding> found)
{
    /// <summary>However text is made, no more than this is compared at once.</summary>
    private const int MostCompared = 4096;

    private const int MostOthers = 3;

    private readonly List<RawFinding> cluster = [];
    private readonly List<RawFinding> kept = [];
    private List<RawFinding> held = [], left = [];
    private long[] starts = new long[64];
    private int[] order = new int[64];

    public void Add(in RawFinding finding) => held.Add(finding);

    /// <summary>Decides on all that no later finding can overlap: those that end by this limit, and all that overlap none that end later.</summary>
    public void Settle(long limit)
    {
        if (held.Count == 0)
            return;
        Sort();
        int from = 0;
        while (from < held.Count)
        {
            long end = held[order[from]].End;
            int to = from + 1;
            while (to < held.Count && starts[to] < end && to - from < MostCompared)
                end = Math.Max(end, held[order[to++]].End);
            if (end > limit)
                break;
            if (to - from == 1)
                Hand(held[order[from]], null);
            else
                Decide(order.AsSpan(from, to - from));
            from = to;
        }

        left.Clear();
        foreach (int index in order.AsSpan(from, held.Count - from))
            left.Add(held[index]);
        (held, left) = (left, held);
    }

    private void Sort()
    {
        if (starts.Length < held.Count)
        {
            starts = new long[held.Count * 2];
            order = new int[held.Count * 2];
        }

        for (int index = 0; index < held.Count; index++)
            (starts[index], order[index]) = (held[index].Start, index);
        Array.Sort(starts, order, 0, held.Count);
    }

    private void Decide(ReadOnlySpan<int> indexes)
    {
        cluster.Clear();
        kept.Clear();
        foreach (int index in indexes)
            cluster.Add(held[index]);
        cluster.Sort((one, other) => one.Against(other));
        foreach (RawFinding finding in cluster)
        {
            int place = PlaceOf(finding.Start);
            bool free = place == 0 || kept[place - 1].End <= finding.Start;
            for (; free && place < kept.Count && kept[place].Start < finding.End; place++)
                free = kept[place].LeavesOpen(finding);
            if (free)
                kept.Insert(place, finding);
        }

        cluster.Sort((one, other) => one.Start.CompareTo(other.Start));
        foreach (RawFinding finding in kept)
            Hand(finding, OthersOf(finding));
    }

    /// <summary>How many of the kept, which are in order and apart but for readings of the same text, begin before this.</summary>
    private int PlaceOf(long start)
    {
        int low = 0, high = kept.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (kept[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private bool IsKept(in RawFinding finding)
    {
        for (int at = PlaceOf(finding.Start); at < kept.Count && kept[at].Start == finding.Start; at++)
        {
            if (kept[at] == finding)
                return true;
        }

        return false;
    }

    /// <summary>What else just the same text could be, or null.</summary>
    private string? OthersOf(in RawFinding finding)
    {
        var others = new SortedSet<string>(StringComparer.Ordinal);
        int low = 0;
        for (int high = cluster.Count; low < high;)
        {
            int middle = (low + high) >>> 1;
            if (cluster[middle].Start < finding.Start)
                low = middle + 1;
            else
                high = middle;
        }

        for (int at = low; at < cluster.Count && cluster[at].Start == finding.Start; at++)
        {
            if (cluster[at].End == finding.End && cluster[at].Detector != finding.Detector && !IsKept(cluster[at]))
                others.Add(cluster[at].Detector.Id);
        }

        return others.Count == 0 ? null : $"less likely: {string.Join(", ", others.Take(MostOthers))}";
    }

    private void Hand(in RawFinding finding, string? others)
    {
        string[] reasons = (finding.Context, others) switch
        {
            (null, null) => [finding.Reason],
            ({ } context, null) => [finding.Reason, context],
            (null, { } more) => [finding.Reason, more],
            var (context, more) => [finding.Reason, context, more],
        };
        Locator place = finding.Place.Line is { } line && finding.LinesIn > 0 ? finding.Place with { Line = line + finding.LinesIn } : finding.Place;
        found(new Finding(
            finding.Detector.Category, finding.Detector.Id, finding.Start, finding.End, Math.Round(finding.Confidence, 2), reasons, place));
    }
}
