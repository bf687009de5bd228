namespace Rogatory.Core.Classification.Reading;

/// <summary>Makes a name that a stranger gave fit to be shown as the name of a part.</summary>
internal static class PartName
{
    private const int Longest = 120;

    /// <summary>The name in one line, the end of it if it is very long.</summary>
    public static string Of(string name)
    {
        string kept = name.Length <= Longest ? name : string.Concat("…", name.AsSpan(name.Length - Longest));
        return string.Create(kept.Length, kept, static (clean, text) =>
        {
            for (int at = 0; at < text.Length; at++)
                clean[at] = char.IsControl(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.Format ? '?' : text[at];
        });
    }
}
