namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Which numbers a request keeps of one kind.</summary>
internal sealed class NumberSet(ExtractRequest request, ExtractSelectorKind kind)
{
    private readonly List<ExtractRange> _keep = Merged(request.Ranges(true, kind)), _remove = Merged(request.Ranges(false, kind));
    private readonly bool _keeps = request.Keeps(kind);

    public bool Keeps(long number) => (!_keeps || IsIn(_keep, number)) && !IsIn(_remove, number);

    private static List<ExtractRange> Merged(IEnumerable<ExtractRange> ranges)
    {
        var merged = new List<ExtractRange>();
        foreach (ExtractRange range in ranges.OrderBy(range => range.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1) merged[^1] = new ExtractRange(merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            else merged.Add(range);
        }
        return merged;
    }

    private static bool IsIn(List<ExtractRange> ranges, long number)
    {
        int low = 0, high = ranges.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ranges[middle].Last < number) low = middle + 1;
            else high = middle;
        }
        return low < ranges.Count && ranges[low].First <= number;
    }
}
