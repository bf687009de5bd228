using System.Collections.Frozen;

namespace Rogatory.Core.Classification.Identity;

/// <summary>A full date as people write it, in figures in any order or with the month's name in eight languages.</summary>
internal static class WrittenDate
{
    private const int LongestMonth = 14;

    private static readonly FrozenDictionary<string, int> Months = new[]
    {
        "january jan janvier janv januar jänner enero ene gennaio gen janeiro januari styczeń stycznia sty",
        "february feb février févr fév februar febrero febbraio fevereiro fev februari luty lutego lut",
        "march mar mars märz mrz marzo março maart mrt marzec marca",
        "april apr avril avr abril abr aprile kwiecień kwietnia kwi",
        "may mai mayo maggio mag maio mei maj maja",
        "june jun juin juni junio giugno giu junho czerwiec czerwca cze",
        "july jul juillet juil juli julio luglio lug julho lipiec lipca lip",
        "august aug août aoû agosto ago augustus sierpień sierpnia sie",
        "september sept sep septembre septiembre settembre set setembro wrzesień września wrz",
        "october oct octobre oktober okt octubre ottobre ott outubro out październik października paź",
        "november nov novembre noviembre novembro listopad listopada lis",
        "december dec décembre déc dezember dez diciembre dic dicembre dezembro grudzień grudnia gru",
    }.SelectMany((names, index) => names.Split(' ').Select(name => (Name: Characters.Fold(name), Month: index + 1)))
        .DistinctBy(pair => pair.Name).ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.Ordinal);

    /// <summary>How long the date is that begins here; 0 if none does.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        int at = 0;
        if (text.Length == 0)
            return 0;
        if (!char.IsAsciiDigit(text[0]))
            return Month(text, ref at) is > 0 and int named ? AfterMonth(text, at, named) : 0;
        int digits = Number(text, ref at, out int first);
        return digits switch
        {
            8 => Ends(text, at, Is(first / 10_000, first / 100 % 100, first % 100) || Is(first % 10_000, first / 10_000 % 100, first / 1_000_000)),
            4 => YearFirst(text, at, first),
            1 or 2 => DayFirst(text, at, first),
            _ => 0,
        };
    }

    private static bool Is(int year, int month, int day) => BirthDay.Is(year, month, day);

    private static int Ends(ReadOnlySpan<char> text, int at, bool isDate) => isDate && (at == text.Length || !char.IsAsciiDigit(text[at])) ? at : 0;

    private static int YearFirst(ReadOnlySpan<char> text, int at, int year)
    {
        char separator = Separator(text, at++);
        if (separator == '\0' || Number(text, ref at, out int month) is 0 or > 2 || Separator(text, at++) != separator || Number(text, ref at, out int day) is 0 or > 2)
            return 0;
        return Ends(text, at, Is(year, month, day));
    }

    private static int DayFirst(ReadOnlySpan<char> text, int at, int first)
    {
        int after = at;
        char separator = Separator(text, at);
        if (separator != '\0')
        {
            at++;
            Skip(text, ref at);
            if (Number(text, ref at, out int second) is 1 or 2 && Separator(text, at) == separator)
            {
                at++;
                Skip(text, ref at);
                int digits = Number(text, ref at, out int year);
                return Ends(text, at, IsYear(digits, ref year) && (Is(year, second, first) || Is(year, first, second)));
            }
        }

        at = after;
        Ordinal(text, ref at);
        Fill(text, ref at);
        int month = Month(text, ref at);
        if (month == 0)
            return 0;
        if (at < text.Length && text[at] == '.')
            at++;
        Fill(text, ref at);
        int count = Number(text, ref at, out int named);
        return Ends(text, at, IsYear(count, ref named) && Is(named, month, first));
    }

    private static int AfterMonth(ReadOnlySpan<char> text, int at, int month)
    {
        if (at < text.Length && text[at] == '.')
            at++;
        Fill(text, ref at);
        if (Number(text, ref at, out int day) is 0 or > 2)
            return 0;
        Ordinal(text, ref at);
        Fill(text, ref at);
        int count = Number(text, ref at, out int year);
        return Ends(text, at, IsYear(count, ref year) && Is(year, month, day));
    }

    /// <summary>Of two digits, those from 30 on are of the last century.</summary>
    private static bool IsYear(int digits, ref int year)
    {
        if (digits == 2)
            year += year < 30 ? 2000 : 1900;
        return digits is 2 or 4;
    }

    private static char Separator(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] is '.' or '/' or '-' or ' ' or '\u2013' ? text[at] : '\0';

    private static void Skip(ReadOnlySpan<char> text, ref int at)
    {
        if (at < text.Length && text[at] == ' ')
            at++;
    }

    private static void Ordinal(ReadOnlySpan<char> text, ref int at)
    {
        foreach (string ending in new[] { "st", "nd", "rd", "th", "er", ".", "º", "°", "ª", "e" })
        {
            if (text[at..].StartsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                at += ending.Length;
                return;
            }
        }
    }

    /// <summary>Spaces, commas, dashes and the small words between day, month and year.</summary>
    private static void Fill(ReadOnlySpan<char> text, ref int at)
    {
        for (int most = at + 8; at < text.Length && at < most;)
        {
            if (text[at] is ' ' or ',' or '-' or '/' or '\u00A0')
                at++;
            else if (text[at..].StartsWith("de ", StringComparison.OrdinalIgnoreCase) || text[at..].StartsWith("of ", StringComparison.OrdinalIgnoreCase))
                at += 3;
            else if (text[at..].StartsWith("del ", StringComparison.OrdinalIgnoreCase))
                at += 4;
            else
                return;
        }
    }

    private static int Number(ReadOnlySpan<char> text, ref int at, out int value)
    {
        int start = at;
        value = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - start < 9)
            value = (value * 10) + text[at++] - '0';
        return at - start;
    }

    private static int Month(ReadOnlySpan<char> text, ref int at)
    {
        int end = at;
        while (end < text.Length && end - at <= LongestMonth && char.IsLetter(text[end]))
            end++;
        if (end - at < 3 || !Months.TryGetValue(Characters.Fold(text[at..end]), out int month))
            return 0;
        at = end;
        return month;
    }
}
