namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Counts what goes whole, by kind.</summary>
internal sealed class ExtractTally
{
    public SortedDictionary<string, long> Removed { get; } = new(StringComparer.Ordinal);

    public void Add(string kind, long count = 1)
    {
        if (count > 0) Removed[kind] = Removed.GetValueOrDefault(kind) + count;
    }
}
