using System.Numerics;

namespace Rogatory.Core.Classification;

/// <summary>One way a number is written, as <see cref="NumberRule.Shapes"/> says it.</summary>
internal sealed class Shape
{
    /// <summary>What stands between groups; a group's separator is its place here, and 0 none.</summary>
    private const string Separators = "\0 -./:+";

    private readonly string pattern;
    private readonly ulong literals;

    /// <exception cref="ArgumentException">It is no shape.</exception>
    public Shape(NumberRule rule, string written)
    {
        Rule = rule;
        FoldsCase = rule.FoldsCase;
        Bare = rule.BareOf(written);
        NeedsWord = rule.NeedsContext || Bare < Confidences.Floor;
        var groups = new List<(int Separator, int Length)>();
        int separator = 0, length = 0;
        var compact = new System.Text.StringBuilder();
        foreach (char unit in written)
        {
            if (SeparatorOf(unit) is > 0 and int found)
            {
                groups.Add((separator, length));
                (separator, length) = (found, 0);
                continue;
            }

            if (unit is not ('#' or '@' or '*') && !char.IsAsciiDigit(unit) && !char.IsAsciiLetterUpper(unit))
                throw new ArgumentException($"'{written}' of {rule.Id} is no shape.", nameof(written));
            ulong bit = 1UL << compact.Length;
            MayBeDigits |= unit is '#' or '*' || char.IsAsciiDigit(unit) ? bit : 0;
            MayBeLetters |= unit is '@' or '*' || char.IsAsciiLetter(unit) ? bit : 0;
            literals |= char.IsAsciiLetterOrDigit(unit) ? bit : 0;
            compact.Append(unit);
            length++;
        }

        groups.Add((separator, length));
        pattern = compact.ToString();
        Groups = groups;
        if (groups.Count > MostGroups || groups.Exists(group => group.Length == 0) || compact.Length > Atom.MostLength)
            throw new ArgumentException($"'{written}' of {rule.Id} is no shape.", nameof(written));
    }

    /// <summary>No number is written in more groups.</summary>
    public const int MostGroups = 10;

    /// <summary>How many separators there are, and none.</summary>
    public const int SeparatorKinds = 7;

    public NumberRule Rule { get; }

    /// <summary>As <see cref="NumberRule.FoldsCase"/>.</summary>
    public bool FoldsCase { get; }

    /// <summary>The most that <see cref="NumberRule.BareFor"/> says of a number in this shape.</summary>
    public double Bare { get; }

    /// <summary>In this shape it is reported only where a word speaks for it, or where nothing else stands.</summary>
    public bool NeedsWord { get; }

    public IReadOnlyList<(int Separator, int Length)> Groups { get; }

    /// <summary>Bit n: the n-th of the compact text may be a digit.</summary>
    public ulong MayBeDigits { get; }

    /// <summary>Bit n: the n-th of the compact text may be a letter.</summary>
    public ulong MayBeLetters { get; }

    /// <summary>Without its separators.</summary>
    public string Compact => pattern;

    /// <summary>The number of a separator, hard and narrow spaces and all dashes among them; 0 if it is none.</summary>
    public static int SeparatorOf(char unit) => unit switch
    {
        ' ' or '\u00A0' or '\u2009' or '\u202F' or '\u2007' => 1,
        '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' => 2,
        '.' => 3,
        '/' => 4,
        ':' => 5,
        '+' => 6,
        _ => 0,
    };

    /// <summary>Whether letters and digits stand where they must. The masks are of the compact text, of the shape's length.</summary>
    public bool Fits(ulong digitsThere, ulong lettersThere, ReadOnlySpan<char> upper)
    {
        if (((digitsThere & ~MayBeDigits) | (lettersThere & ~MayBeLetters)) != 0)
            return false;
        for (ulong left = literals; left != 0; left &= unchecked(left - 1))
        {
            int at = BitOperations.TrailingZeroCount(left);
            if (upper[at] != pattern[at])
                return false;
        }

        return true;
    }
}
