namespace Rogatory.Core.Classification.Financial;

/// <summary>The check rules of a Spanish tax number (NIF) of a person (DNI, NIE, K, L, M) or of a legal person (Orden EHA/451/2008).</summary>
internal static class SpanishTaxNumber
{
    private const string PersonLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string EntityLetters = "JABCDEFGHI";

    /// <summary>Nine letters and digits.</summary>
    public static bool IsValid(ReadOnlySpan<char> number)
    {
        char first = number[0], last = number[8];
        if (!Digits.Are(number[1..8]))
            return false;
        long middle = Digits.Number(number[1..8]);
        return first switch
        {
            >= '0' and <= '9' => last == PersonLetters[(int)(((first - '0') * 10_000_000L + middle) % 23)],
            'X' or 'Y' or 'Z' => last == PersonLetters[(int)(((first - 'X') * 10_000_000L + middle) % 23)],
            'K' or 'L' or 'M' => last == PersonLetters[(int)(middle % 23)],
            'A' or 'B' or 'C' or 'D' or 'E' or 'F' or 'G' or 'H' or 'J' or 'N' or 'P' or 'Q' or 'R' or 'S' or 'U' or 'V' or 'W' => IsEntity(number),
            _ => false,
        };
    }

    private static bool IsEntity(ReadOnlySpan<char> number)
    {
        int sum = 0;
        for (int at = 1; at < 8; at++)
        {
            int digit = Digits.At(number, at) * (at % 2 == 1 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        int control = (10 - (sum % 10)) % 10;
        bool asDigit = number[8] == '0' + control, asLetter = number[8] == EntityLetters[control];
        return number[0] switch
        {
            'A' or 'B' or 'E' or 'H' => asDigit,
            'N' or 'P' or 'Q' or 'R' or 'S' or 'W' => asLetter,
            _ => asDigit || asLetter,
        };
    }
}
