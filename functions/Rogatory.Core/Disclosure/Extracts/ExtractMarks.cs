using System.Globalization;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The marks of one extract: the same value has the same mark, and two values have two.</summary>
internal sealed class ExtractMarks
{
    public const string Removed = "removed";

    /// <summary>More units than any mark has.</summary>
    public const int Longest = 48;

    private readonly Dictionary<(string Label, string Value), string> _marks;
    private readonly Dictionary<string, int> _numbers;
    private readonly HashSet<string> _all;
    private readonly IReadOnlyDictionary<string, string> _forms;

    public ExtractMarks()
        : this([], new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal), new Dictionary<string, string>())
    {
    }

    private ExtractMarks(
        Dictionary<(string Label, string Value), string> marks, Dictionary<string, int> numbers, HashSet<string> all, SortedDictionary<string, int> counts, IReadOnlyDictionary<string, string> forms) =>
        (_marks, _numbers, _all, Counts, _forms) = (marks, numbers, all, counts, forms);

    /// <summary>How many stand in the extract, by label.</summary>
    public SortedDictionary<string, int> Counts { get; }

    /// <summary>The words in the marks, folded.</summary>
    public IEnumerable<string> Words => _numbers.Keys.Select(label => FoldedText.Of(Word(label)));

    /// <summary>Marks that go on from these, which stay as they are.</summary>
    /// <param name="forms">The value, folded, that a text is another form of, folded too.</param>
    public ExtractMarks Continue(IReadOnlyDictionary<string, string> forms) =>
        new(new(_marks), new(_numbers, StringComparer.Ordinal), new(_all, StringComparer.Ordinal), new(Counts, StringComparer.Ordinal), forms);

    /// <summary>The mark of a value, counted once more.</summary>
    public string Of(string label, string folded)
    {
        folded = _forms.GetValueOrDefault(folded, folded);
        Counts[label] = Counts.GetValueOrDefault(label) + 1;
        if (_marks.TryGetValue((label, folded), out string? mark)) return mark;
        int number = _numbers[label] = _numbers.GetValueOrDefault(label) + 1;
        mark = string.Create(CultureInfo.InvariantCulture, $"[{Word(label)} {number}]");
        _marks.Add((label, folded), mark);
        _all.Add(mark);
        return mark;
    }

    /// <summary>How long the mark is that a text begins with; 0 if it begins with none.</summary>
    public int LengthAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '[') return 0;
        int end = text[..Math.Min(Longest, text.Length)].IndexOf(']') + 1;
        return end > 0 && _all.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..end]) ? end : 0;
    }

    /// <summary>What of a text is no mark, nor of a mark.</summary>
    public IEnumerable<string> Without(string text, string before, string after)
    {
        string whole = $"{before}{text}{after}";
        int from = before.Length, to = from + text.Length, start = from;
        for (int at = whole.IndexOf('[', StringComparison.Ordinal); at >= 0 && at < to; at = whole.IndexOf('[', at + 1))
        {
            int length = LengthAt(whole.AsSpan(at));
            if (length == 0 || at + length <= from) continue;
            if (at > start) yield return whole[start..at];
            start = Math.Max(start, at + length);
        }
        if (start < to) yield return whole[start..to];
    }

    private static string Word(string label) => label == "person-name" ? "NAME" : label.Replace('-', ' ').ToUpperInvariant();
}
