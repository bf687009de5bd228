namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The values that are removed from one item.</summary>
internal sealed class ExtractValues(int most)
{
    private readonly Dictionary<string, RemovedValue> _values = new(StringComparer.Ordinal);
    private long _length;

    /// <summary>Adds a value, and says whether it is another than those there are.</summary>
    public bool Add(string text, string label, bool everywhere)
    {
        bool isNew = AddOne(text, label, everywhere);
        // A number is the same number without the points in it.
        if (text.AsSpan().ContainsAny('.', '/') && text.Count(char.IsAsciiDigit) >= 6 && !text.Any(char.IsLetter))
            isNew |= AddOne(text.Replace(".", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal), label, everywhere);
        return isNew;
    }

    /// <summary>Adds a value that stands where nothing is kept, as long as such do not take the room of others.</summary>
    public void AddElsewhere(string text, string label)
    {
        if (_length < most / 8) Add(text, label, everywhere: true);
    }

    /// <summary>All of them, or those that become marks wherever they stand.</summary>
    public ValueTree Tree(bool everywhere) => new(_values.Values.Where(value => value.Everywhere || !everywhere), most);

    private bool AddOne(string text, string label, bool everywhere)
    {
        if (RemovedValue.Of(text, label, everywhere) is not { } value) return false;
        if (_values.TryGetValue(value.Folded, out RemovedValue? known) && (known.Everywhere || !everywhere)) return false;
        _values[value.Folded] = value;
        _length += known is null ? value.Folded.Length : 0;
        return _length <= most ? true : throw ExtractRefusals.TooManyValues();
    }
}
