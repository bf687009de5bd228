namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The values that are removed from one item.</summary>
internal sealed class ExtractValues(int most)
{
    private const int MostWords = 5;
    private const int MostName = 80;
    private static readonly string[] Joints = [".", "_", "+"];

    private readonly Dictionary<string, string> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RemovedValue> _values = new(StringComparer.Ordinal);
    private long _length;

    /// <summary>The values, folded, by other forms of them, folded too.</summary>
    public IReadOnlyDictionary<string, string> Forms => _forms;

    /// <summary>Adds a value, and says whether it is another than those there are.</summary>
    public bool Add(string text, string label, bool everywhere)
    {
        bool isNew = AddOne(text, label, everywhere);
        if (isNew && everywhere && label == "person-name") AddForms(text, label);
        // A number is the same number without the points in it.
        if (text.AsSpan().ContainsAny('.', '/') && text.Count(char.IsAsciiDigit) >= 6 && !text.Any(char.IsLetter))
            isNew |= AddForm(text, text.Replace(".", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal), label, everywhere);
        return isNew;
    }

    /// <summary>Adds what becomes a mark wherever it stands in another part of the extract.</summary>
    public void Add(ExtractValues others)
    {
        foreach (RemovedValue value in others._values.Values.Where(value => value.Everywhere))
            Put(value);
        foreach ((string form, string value) in others._forms)
            _forms.TryAdd(form, value);
    }

    /// <summary>Adds a value that stands where nothing is kept, as long as such do not take the room of others.</summary>
    public void AddElsewhere(string text, string label)
    {
        if (_length < most / 8) Add(text, label, everywhere: true);
    }

    /// <summary>All of them, or those that become marks wherever they stand.</summary>
    public ValueTree Tree(bool everywhere) => new(_values.Values.Where(value => value.Everywhere || !everywhere), most);

    /// <summary>
    /// As names stand in addresses, names of files and queries, and one of two words the other way round: as long as these do not take the room of values.
    /// </summary>
    private void AddForms(string name, string label)
    {
        string[] words = name.Length > MostName ? [] : name.Split((char[])[' ', ',', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is < 2 or > MostWords || words.Any(word => !word.Any(char.IsLetter)) || _length >= most / 4) return;
        foreach (string joint in Joints)
            AddForm(name, string.Join(joint, words), label, everywhere: true);
        if (name.Contains(',', StringComparison.Ordinal)) AddForm(name, string.Join(' ', words), label, everywhere: true);
        // An initial and a name are letters like any others when they change places.
        if (words.Length != 2 || words.Any(word => word.Count(char.IsLetter) < 2)) return;
        foreach (string joint in (ReadOnlySpan<string>)[" ", ", ", .. Joints])
            AddForm(name, $"{words[1]}{joint}{words[0]}", label, everywhere: true);
    }

    private bool AddForm(string value, string form, string label, bool everywhere)
    {
        if (!AddOne(form, label, everywhere)) return false;
        _forms.TryAdd(FoldedText.Of(form), FoldedText.Of(value));
        return true;
    }

    private bool AddOne(string text, string label, bool everywhere)
    {
        return RemovedValue.Of(text, label, everywhere) is { } value && Put(value);
    }

    private bool Put(RemovedValue value)
    {
        if (_values.TryGetValue(value.Folded, out RemovedValue? known) && (known.Everywhere || !value.Everywhere)) return false;
        _values[value.Folded] = value;
        _length += (known is null ? value.Folded.Length : 0) + value.Rest.Length;
        return _length <= most ? true : throw ExtractRefusals.TooManyValues();
    }
}
