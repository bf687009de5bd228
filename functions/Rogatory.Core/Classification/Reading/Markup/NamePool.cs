namespace Rogatory.Core.Classification.Reading.Markup;

/// <summary>Keeps one string for each name, and not more names than a sane document has.</summary>
internal sealed class NamePool
{
    /// <summary>What of a name is kept.</summary>
    public const int Longest = 128;

    private const int Most = 4096;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public string this[ReadOnlySpan<char> name]
    {
        get
        {
            ReadOnlySpan<char> kept = name.Length <= Longest ? name : name[..Longest];
            HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
            if (lookup.TryGetValue(kept, out string? known)) return known;
            string made = kept.ToString();
            if (_names.Count < Most) _names.Add(made);
            return made;
        }
    }
}
