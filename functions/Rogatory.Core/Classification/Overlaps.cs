namespace Rogatory.Core.Classification;

/// <summary>
/// Lets one explanation of each stretch of text stand, or several of different categories where none is much likelier, and hands on what stands in
/// the order of the text.
/// </summary>
internal sealed class Overlaps(Action<Finding> found)
{
    /// <summary>However text is made, no more than this is held back to be compared.</summary>
    private const int MostHeld = 4096;

    private readonly List<RawFinding> held = [];
    private readonly List<RawFinding> kept = [];

    public void Add(in RawFinding finding) => held.Add(finding);

    /// <summary>Decides on all that no later finding can overlap: those before <paramref name="limit"/>.</summary>
    public void Settle(long limit)
    {
        if (held.Count == 0)
            return;
        held.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.Against(other));
        int start = 0;
        while (start < held.Count)
        {
            long end = held[start].End;
            int next = start + 1;
            while (next < held.Count && held[next].Start < end && next - start < MostHeld)
                end = Math.Max(end, held[next++].End);
            if (end > limit)
                break;
            Decide(start, next);
            start = next;
        }

        held.RemoveRange(0, start);
    }

    private void Decide(int from, int to)
    {
        if (to - from == 1)
        {
            Hand(held[from], []);
            return;
        }

        kept.Clear();
        List<RawFinding> cluster = held.GetRange(from, to - from);
        cluster.Sort((one, other) => one.Against(other));
        foreach (RawFinding finding in cluster)
        {
            if (!kept.Exists(other => other.Overlaps(finding) && !other.LeavesOpen(finding)))
                kept.Add(finding);
        }

        kept.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.Against(other));
        foreach (RawFinding finding in kept)
        {
            Hand(finding, [.. cluster
                .Where(other => other.Start == finding.Start && other.End == finding.End && other.Detector != finding.Detector && !kept.Contains(other))
                .Select(other => other.Detector.Id).Distinct().Take(3)]);
        }
    }

    private void Hand(in RawFinding finding, List<string> others)
    {
        List<string> reasons = [finding.Reason];
        if (finding.Context is { } context)
            reasons.Add(context);
        if (others.Count > 0)
            reasons.Add($"less likely: {string.Join(", ", others)}");
        Locator place = finding.Place.Line is { } line && finding.LinesIn > 0 ? finding.Place with { Line = line + finding.LinesIn } : finding.Place;
        found(new Finding(
            finding.Detector.Category, finding.Detector.Id, finding.Start, finding.End, Math.Round(finding.Confidence, 2), reasons, place));
    }
}
