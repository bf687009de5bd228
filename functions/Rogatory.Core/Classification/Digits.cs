namespace Rogatory.Core.Classification;

/// <summary>The sums that check digits are made of. All take texts whose shape is known.</summary>
internal static class Digits
{
    public static int At(ReadOnlySpan<char> compact, int index) => compact[index] - '0';

    public static bool Are(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>The number that these digits (at most 18) are.</summary>
    public static long Number(ReadOnlySpan<char> digits)
    {
        long number = 0;
        foreach (char digit in digits)
            number = unchecked((number * 10) + digit - '0');
        return number;
    }

    /// <summary>The digits times their weights; there may be more digits than weights.</summary>
    public static int Weighted(ReadOnlySpan<char> compact, ReadOnlySpan<int> weights)
    {
        int sum = 0;
        for (int index = 0; index < weights.Length; index++)
            sum = unchecked(sum + ((compact[index] - '0') * weights[index]));
        return sum;
    }

    /// <summary>ISO/IEC 7812-1 annex B: the last digit is the check digit.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        bool twice = false;
        for (int index = digits.Length - 1; index >= 0; index--)
        {
            int digit = digits[index] - '0';
            if (twice && (digit *= 2) > 9)
                digit -= 9;
            sum = unchecked(sum + digit);
            twice = !twice;
        }

        return sum % 10 == 0;
    }

    /// <summary>ISO/IEC 7064 mod 97-10 over digits and capital letters (A is 10): the remainder.</summary>
    public static int Mod97(ReadOnlySpan<char> compact, int remainder = 0)
    {
        foreach (char unit in compact)
        {
            remainder = unchecked(char.IsAsciiDigit(unit)
                ? ((remainder * 10) + unit - '0') % 97
                : ((remainder * 100) + unit - 'A' + 10) % 97);
        }

        return remainder;
    }

    /// <summary>ISO/IEC 7064 mod 11,10 over digits: the last is the check digit.</summary>
    public static bool Mod11And10(ReadOnlySpan<char> digits)
    {
        int product = 10;
        foreach (char digit in digits[..^1])
        {
            int sum = unchecked(product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (product + digits[^1] - '0') % 10 == 1;
    }

    /// <summary>J. Verhoeff, Error Detecting Decimal Codes (1969): the last digit is the check digit.</summary>
    public static bool Verhoeff(ReadOnlySpan<char> digits)
    {
        int check = 0;
        for (int place = 0; place < digits.Length; place++)
        {
            int digit = digits[digits.Length - 1 - place] - '0';
            for (int times = place % 8; times > 0; times--)
                digit = "1576283094"[digit] - '0';
            check = Dihedral(check, digit);
        }

        return check == 0;
    }

    /// <summary>The product in the group of the turns and reflections of a pentagon.</summary>
    private static int Dihedral(int one, int other) => (one < 5, other < 5) switch
    {
        (true, true) => (one + other) % 5,
        (true, false) => 5 + ((one + other) % 5),
        (false, true) => 5 + ((one - other) % 5),
        (false, false) => (one - other + 5) % 5,
    };

    /// <summary>All digits are the same: a filler, whatever its check digits are.</summary>
    public static bool AllSame(ReadOnlySpan<char> compact) => !compact.ContainsAnyExcept(compact[0]);
}
