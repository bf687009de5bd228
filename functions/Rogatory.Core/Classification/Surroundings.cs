namespace Rogatory.Core.Classification;

/// <summary>Whether a candidate is a part of something longer: of a decimal, a path, another number.</summary>
internal static class Surroundings
{
    /// <summary>Something with digits is joined to it so closely that it is not a number by itself.</summary>
    public static bool Join(ReadOnlySpan<char> text, ReadOnlySpan<Atom> atoms, int first, int last) =>
        JoinsBefore(text, atoms, first) || JoinsAfter(text, atoms, last) || (first < last && text[atoms[first].End] == ':' && Goes(text, atoms, first, last));

    /// <summary>The groups between colons go on before or after.</summary>
    private static bool Goes(ReadOnlySpan<char> text, ReadOnlySpan<Atom> atoms, int first, int last) =>
        (first > 0 && atoms[first - 1].End == atoms[first].Start - 1 && text[atoms[first - 1].End] == ':' && atoms[first - 1].Length == atoms[first].Length)
        || (last + 1 < atoms.Length && atoms[last + 1].Start == atoms[last].End + 1 && text[atoms[last].End] == ':' && atoms[last + 1].Length == atoms[last].Length);

    /// <summary>A group more of digits stands before or after, separated as its own groups are.</summary>
    public static bool Crowd(ReadOnlySpan<char> text, ReadOnlySpan<Atom> atoms, int first, int last)
    {
        if (first == last)
            return false;
        int inside = Shape.SeparatorOf(text[atoms[first].End]);
        return (first > 0 && Crowds(text, atoms[first - 1], atoms[first].Start, atoms[first - 1].End, inside))
            || (last + 1 < atoms.Length && Crowds(text, atoms[last + 1], atoms[last + 1].Start, atoms[last].End, inside));
    }

    private static bool Crowds(ReadOnlySpan<char> text, Atom other, int right, int left, int separator) =>
        right - left == 1 && other.IsDigits && other.Length <= 5 && Shape.SeparatorOf(text[left]) == separator;

    private static bool JoinsBefore(ReadOnlySpan<char> text, ReadOnlySpan<Atom> atoms, int first)
    {
        int start = atoms[first].Start;
        if (start == 0)
            return false;
        char unit = text[start - 1];
        if (unit is '€' or '$' or '£' or '¥' or '_')
            return unit != '_' || (start > 1 && Characters.IsWord(text[start - 2]));
        if (first == 0 || atoms[first - 1].End != start - 1 || !atoms[first - 1].HasDigit)
            return false;
        return unit is '-' or '.' or '/' or '+' or '–' || (unit is ':' && atoms[first - 1].IsDigits);
    }

    private static bool JoinsAfter(ReadOnlySpan<char> text, ReadOnlySpan<Atom> atoms, int last)
    {
        int end = atoms[last].End;
        if (end >= text.Length)
            return false;
        char unit = text[end];
        if (unit is '_' or '%')
            return true;
        if (last + 1 == atoms.Length || atoms[last + 1].Start != end + 1)
            return false;
        Atom next = atoms[last + 1];
        return unit switch
        {
            '-' or '.' or '/' or '+' or '–' => next.HasDigit,
            ',' => next.IsDigits && next.Length <= 2,
            ':' => next.IsDigits,
            _ => false,
        };
    }
}
