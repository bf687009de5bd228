namespace Rogatory.Core.Classification.Reading.Text;

/// <summary>Tells a table's row of column names from a row of values.</summary>
internal static class HeaderRow
{
    /// <summary>The longest label that is handed on; a longer one is cut.</summary>
    public const int LongestLabel = 128;

    private const int LongestName = 64;

    /// <summary>Whether these are names: short, different from each other, of letters, and without long numbers.</summary>
    public static bool IsLikely(IReadOnlyList<string> fields)
    {
        int named = 0;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string field in fields)
        {
            string name = field.Trim();
            if (name.Length == 0) continue;
            if (!IsName(name) || !seen.Add(name)) return false;
            named++;
        }
        return named > 0 && named * 2 >= fields.Count;
    }

    /// <summary>Whether a text can be the name of what stands beside or below it.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestName || text.Contains('@')) return false;
        int digits = 0, letters = 0;
        foreach (char one in text)
        {
            if (char.IsAsciiDigit(one)) digits++;
            else if (char.IsLetter(one)) letters++;
        }
        return letters > 0 && digits < 4;
    }

    /// <summary>The label made of a name.</summary>
    public static string? Label(string? name) =>
        string.IsNullOrWhiteSpace(name) ? null : name.Length <= LongestLabel ? name.Trim() : name[..LongestLabel].Trim();
}
