namespace Rogatory.Core.Classification.Identity;

/// <summary>The check digits of a machine-readable zone, where ICAO Doc 9303 puts them.</summary>
internal static class TravelDocument
{
    /// <summary>All rows, one behind the other.</summary>
    public static bool IsRight(ReadOnlySpan<char> zone, int width) => width switch
    {
        30 => IsCard(zone[..30], zone[30..60], zone[60..90]),
        _ => IsName(zone[5..width]) && IsState(zone[2..5]) && IsSecondRow(zone[width..(2 * width)], composite: zone[0] != 'V'),
    };

    /// <summary>A row of 36 or 44 with number, nationality, dates and optional data; a visa's has no check digit over all.</summary>
    public static bool IsSecondRow(ReadOnlySpan<char> row, bool composite)
    {
        bool isPassport = composite && row.Length == 44;
        ReadOnlySpan<char> optional = isPassport ? row[28..42] : composite ? row[28..35] : row[28..];
        return IsState(row[10..13])
            && IsNumber(row[..9], row[9], optional)
            && IsDate(row[13..19], row[19])
            && row[20] is 'M' or 'F' or 'X' or '<'
            && IsDate(row[21..27], row[27])
            && (!isPassport || row[42] == DocumentSerial.CheckDigit(optional) || (row[42] == '<' && !optional.ContainsAnyExcept('<')))
            && (!composite || row[^1] == DocumentSerial.CheckDigit([.. row[..10], .. row[13..20], .. row[21..^1]]));
    }

    private static bool IsCard(ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> third) =>
        IsState(first[2..5])
        && IsNumber(first[5..14], first[14], first[15..])
        && IsDate(second[..6], second[6])
        && second[7] is 'M' or 'F' or 'X' or '<'
        && IsDate(second[8..14], second[14])
        && IsState(second[15..18])
        && IsName(third)
        && second[29] == DocumentSerial.CheckDigit([.. first[5..], .. second[..7], .. second[8..15], .. second[18..29]]);

    /// <summary>A number too long for its nine places goes on in the optional data, and its check digit is the last there.</summary>
    private static bool IsNumber(ReadOnlySpan<char> number, char check, ReadOnlySpan<char> optional)
    {
        if (check != '<')
            return number[0] != '<' && check == DocumentSerial.CheckDigit(number);
        int length = optional.IndexOf('<') is >= 0 and int found ? found : optional.Length;
        return length >= 2 && optional[length - 1] == DocumentSerial.CheckDigit([.. number, .. optional[..(length - 1)]]);
    }

    private static bool IsDate(ReadOnlySpan<char> date, char check)
    {
        if (check != DocumentSerial.CheckDigit(date))
            return false;
        if (date.Contains('<'))
            return !date.ContainsAnyInRange('A', 'Z');
        return Digits.Are(date) && BirthDay.IsShort(BirthDay.Two(date, 0), BirthDay.Two(date, 2), BirthDay.Two(date, 4));
    }

    private static bool IsState(ReadOnlySpan<char> code) => char.IsAsciiLetterUpper(code[0]) && !code.ContainsAnyInRange('0', '9');

    private static bool IsName(ReadOnlySpan<char> name) => char.IsAsciiLetterUpper(name[0]) && !name.ContainsAnyInRange('0', '9');
}
