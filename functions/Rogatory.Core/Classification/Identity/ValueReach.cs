namespace Rogatory.Core.Classification.Identity;

/// <summary>Where the value of a word may begin: on its line, or, where a form breaks after its label, as the first word of the next.</summary>
internal static class ValueReach
{
    /// <summary>What may still belong to the label, as in <c>number:</c>.</summary>
    private const int RestOfLabel = 14;

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> text, int from, int most)
    {
        ReadOnlySpan<char> reach = text[from..Math.Min(text.Length, from + most)];
        int line = reach.IndexOf('\n');
        if (line < 0)
            return reach;
        if (line > RestOfLabel || reach[..line].ContainsAnyInRange('0', '9'))
            return reach[..line];
        int next = line + 1;
        while (next < reach.Length && reach[next] is ' ' or '\t' or '*' or '|')
            next++;
        return reach[..Math.Min(reach.Length, next + 1)];
    }
}
