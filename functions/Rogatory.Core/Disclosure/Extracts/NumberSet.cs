namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Which numbers a request keeps of one kind: asked in rising order.</summary>
internal sealed class NumberSet(ExtractRequest request, ExtractSelectorKind kind)
{
    private readonly List<ExtractRange> _keep = Merged(request.Ranges(true, kind)), _remove = Merged(request.Ranges(false, kind));
    private readonly bool _keeps = request.Keeps(kind);
    private int _kept, _removed;

    public bool Keeps(long number) => (!_keeps || IsIn(_keep, ref _kept, number)) && !IsIn(_remove, ref _removed, number);

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

    private static bool IsIn(List<ExtractRange> ranges, ref int at, long number)
    {
        while (at < ranges.Count && ranges[at].Last < number) at++;
        return at < ranges.Count && ranges[at].First <= number;
    }
}
