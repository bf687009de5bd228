using System.Globalization;
using System.Text;

namespace Rogatory.Core.Classification;

/// <summary>Kinds and foldings of all UTF-16 units, made once.</summary>
internal static class Characters
{
    /// <summary>Foldings from here on stand for two letters: see <see cref="Split"/>.</summary>
    private const char Two = '\uE000';

    private static readonly (char From, string To)[] Special =
    [
        ('ß', "ss"), ('ẞ', "ss"), ('æ', "ae"), ('Æ', "ae"), ('œ', "oe"), ('Œ', "oe"), ('þ', "th"), ('Þ', "th"),
        ('ø', "o"), ('Ø', "o"), ('ł', "l"), ('Ł', "l"), ('đ', "d"), ('Đ', "d"), ('ð', "d"), ('Ð', "d"), ('ı', "i"), ('ħ', "h"), ('Ħ', "h"), ('ς', "σ"),
    ];

    private static readonly CharacterKinds[] KindOf = MakeKinds();
    private static readonly char[] FoldOf = MakeFolds();

    /// <summary>A copy that a pack adds its marks to.</summary>
    public static CharacterKinds[] Kinds() => [.. KindOf];

    /// <summary>By unit: lower case without diacritics; 0 for a combining mark, which counts for nothing.</summary>
    public static ReadOnlySpan<char> Folds => FoldOf;

    /// <summary>A folding of two letters: its first and second.</summary>
    public static bool IsTwo(char fold) => fold is >= Two and < (char)(Two + 64);

    public static (char First, char Second) Split(char fold) => (Special[fold - Two].To[0], Special[fold - Two].To[1]);

    /// <summary>The text as words are looked up: folded, and nothing but letters and digits.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char unit in text)
            Append(folded, FoldOf[unit]);
        return folded.ToString();
    }

    public static bool IsWord(char unit) => (KindOf[unit] & CharacterKinds.Word) != CharacterKinds.None;

    /// <summary>A mark that is part of the letter before it, whatever the script.</summary>
    public static bool IsMark(char unit) =>
        CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void Append(StringBuilder folded, char fold)
    {
        if (IsTwo(fold))
            folded.Append(Special[fold - Two].To);
        else if (fold != 0)
            folded.Append(fold);
    }

    private static CharacterKinds[] MakeKinds()
    {
        var kinds = new CharacterKinds[char.MaxValue + 1];
        for (int unit = 0; unit < kinds.Length; unit++)
            kinds[unit] = Kind((char)unit);
        return kinds;
    }

    private static CharacterKinds Kind(char unit)
    {
        if (char.IsAsciiDigit(unit))
            return CharacterKinds.Word | CharacterKinds.Digit;
        if (char.IsAsciiLetter(unit))
            return CharacterKinds.Word | (char.IsAsciiLetterUpper(unit) ? CharacterKinds.Upper : CharacterKinds.Lower);
        return CharUnicodeInfo.GetUnicodeCategory(unit) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                => CharacterKinds.Word | CharacterKinds.OtherLetter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => CharacterKinds.Word | CharacterKinds.OtherLetter,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber => unit is 'ª' or 'º'
                ? CharacterKinds.None
                : CharacterKinds.Word | CharacterKinds.OtherScript,
            _ => CharacterKinds.None,
        };
    }

    private static char[] MakeFolds()
    {
        char[] folds = new char[char.MaxValue + 1];
        for (int unit = 0; unit < folds.Length; unit++)
            folds[unit] = char.IsSurrogate((char)unit) ? (char)unit : Base((char)unit);
        for (int index = 0; index < Special.Length; index++)
            folds[Special[index].From] = Special[index].To.Length == 2 ? (char)(Two + index) : Special[index].To[0];
        return folds;
    }

    private static char Base(char unit)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.NonSpacingMark)
            return '\0';
        if (unit < 0x80)
            return char.ToLowerInvariant(unit);
        // Beyond the alphabets with case, decomposition would take syllables and presentation forms apart.
        if (unit >= 0x2000)
            return unit;
        foreach (char part in unit.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                return char.ToLowerInvariant(part);
        }

        return unit;
    }
}
