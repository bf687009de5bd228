namespace Rogatory.Core.Classification.Identity;

/// <summary>Dates inside numbers.</summary>
internal static class BirthDay
{
    /// <summary>No number holds a date of birth before this year, nor one after <see cref="Last"/>.</summary>
    public const int First = 1850, Last = 2035;

    /// <summary>The date is one of the calendar, in a year in which a holder may be born.</summary>
    public static bool Is(int year, int month, int day) =>
        year is >= First and <= Last && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>The date is one of the calendar in the 20th or 21st century, of whose years the last two digits are given.</summary>
    public static bool IsShort(int year, int month, int day) => Is(2000 + year, month, day) || Is(1900 + year, month, day);

    /// <summary>The two digits at this index.</summary>
    public static int Two(ReadOnlySpan<char> compact, int index) => (Digits.At(compact, index) * 10) + Digits.At(compact, index + 1);
}
