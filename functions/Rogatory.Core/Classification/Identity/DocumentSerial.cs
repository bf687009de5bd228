namespace Rogatory.Core.Classification.Identity;

/// <summary>The check digit of travel documents and of the German serial numbers: weights 7, 3, 1; letters from A, which is 10; <c>&lt;</c> is 0.</summary>
internal static class DocumentSerial
{
    /// <summary>ICAO Doc 9303 part 3 section 4.9.</summary>
    public static char CheckDigit(ReadOnlySpan<char> text)
    {
        int sum = 0;
        for (int place = 0; place < text.Length; place++)
            sum += Value(text[place]) * Weight(place);
        return (char)('0' + (sum % 10));
    }

    private static int Value(char unit) => char.IsAsciiDigit(unit) ? unit - '0' : char.IsAsciiLetterUpper(unit) ? unit - 'A' + 10 : 0;

    private static int Weight(int place) => (place % 3) switch { 0 => 7, 1 => 3, _ => 1 };
}
