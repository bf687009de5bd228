using System.Globalization;
using System.Text;
using Rogatory.Core.Classification;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>What of a text counts when values are compared: letters without case and diacritics, digits and marks, but no spaces and dashes.</summary>
internal static class FoldedText
{
    public const byte Letter = 1;
    public const byte Digit = 2;

    /// <summary>Counts for nothing: a space, a dash.</summary>
    public const byte Ignored = 4;

    /// <summary>Counts for nothing, and does not even part what stands around it: a combining mark, a zero-width space, the null of a wide character.</summary>
    public const byte Transparent = 8;

    private static readonly byte[] Table = Make();

    public static ReadOnlySpan<byte> Kinds => Table;

    /// <summary>The text folded.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char unit in text)
        {
            if ((Table[unit] & (Ignored | Transparent)) != 0) continue;
            folded.Append(Fold(unit, out char second));
            if (second != 0) folded.Append(second);
        }
        return folded.ToString();
    }

    /// <summary>What a unit is compared as; a second one, where it is two letters, else 0.</summary>
    public static char Fold(char unit, out char second)
    {
        char fold = Characters.Folds[unit];
        second = '\0';
        // A character for private use folds to itself, and may look like a sign for two.
        if (fold == unit || !Characters.IsTwo(fold)) return fold;
        (fold, second) = Characters.Split(fold);
        return fold;
    }

    private static byte[] Make()
    {
        byte[] kinds = new byte[char.MaxValue + 1];
        for (int unit = 0; unit < kinds.Length; unit++)
        {
            char one = (char)unit;
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(one);
            kinds[unit] = category is UnicodeCategory.DashPunctuation || (one != 0 && (char.IsWhiteSpace(one) || one < ' ')) ? Ignored
                : one == 0 || category is UnicodeCategory.Format || Characters.Folds[one] == 0 ? Transparent
                : char.IsDigit(one) ? Digit
                : char.IsLetter(one) || char.IsSurrogate(one) ? Letter
                : (byte)0;
        }
        // U+2212 is a sign of mathematics, and stands for a dash.
        kinds['\u2212'] = Ignored;
        return kinds;
    }
}
