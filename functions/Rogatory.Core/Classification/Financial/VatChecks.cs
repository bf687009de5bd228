namespace Rogatory.Core.Classification.Financial;

/// <summary>The check rules of VAT numbers, each on what follows the prefix.</summary>
internal static class VatChecks
{
    public static bool Austria(ReadOnlySpan<char> body)
    {
        if (body[0] != 'U')
            return false;
        int sum = 0;
        for (int at = 1; at < 8; at++)
        {
            int product = Digits.At(body, at) * (at % 2 == 1 ? 1 : 2);
            sum += product > 9 ? product - 9 : product;
        }

        return Digits.At(body, 8) == (96 - sum) % 10;
    }

    public static bool Belgium(ReadOnlySpan<char> body) =>
        body[0] is '0' or '1' && body[1..] is not "000000000" && 97 - (Digits.Number(body[..8]) % 97) == Digits.Number(body[8..]);

    public static bool Bulgaria(ReadOnlySpan<char> body)
    {
        if (body.Length == 10)
        {
            int foreigner = Digits.Weighted(body, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10;
            int other = (11 - (Digits.Weighted(body, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
            int person = Digits.Weighted(body, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10;
            int month = (Digits.At(body, 2) * 10) + Digits.At(body, 3);
            bool born = month % 20 is >= 1 and <= 12 && month <= 52;
            int last = Digits.At(body, 9);
            return last == foreigner || last == other || (born && last == person);
        }

        int first = Digits.Weighted(body, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
        if (first == 10)
            first = Digits.Weighted(body, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10;
        return first == Digits.At(body, 8);
    }

    public static bool Cyprus(ReadOnlySpan<char> body)
    {
        ReadOnlySpan<int> even = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
        int sum = 0;
        for (int at = 0; at < 8; at++)
            sum += at % 2 == 0 ? even[Digits.At(body, at)] : Digits.At(body, at);
        return !body.StartsWith("12", StringComparison.Ordinal) && body[8] == 'A' + (sum % 26);
    }

    public static bool Czechia(ReadOnlySpan<char> body)
    {
        if (body.Length == 8)
        {
            int rest = Digits.Weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11;
            return body[0] != '9' && Digits.At(body, 7) == (rest == 0 ? 1 : rest == 1 ? 0 : 11 - rest);
        }

        if (body.Length == 9 && body[0] == '6')
        {
            int rest = (10 - (Digits.Weighted(body[1..], [8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
            return Digits.At(body, 8) == (18 - rest) % 10;
        }

        int month = (Digits.At(body, 2) * 10) + Digits.At(body, 3), day = (Digits.At(body, 4) * 10) + Digits.At(body, 5);
        if ((month > 50 ? month - 50 : month) % 20 is < 1 or > 12 || day is < 1 or > 31)
            return false;
        return body.Length == 10 ? Digits.Number(body) % 11 == 0 || (Digits.Number(body[..9]) % 11 == 10 && body[9] == '0') : body[..2] is not "00" && Digits.Number(body[..2]) <= 53;
    }

    public static bool Germany(ReadOnlySpan<char> body) => body[0] != '0' && Digits.Mod11And10(body);

    public static bool Denmark(ReadOnlySpan<char> body) => body[0] != '0' && Digits.Weighted(body, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;

    public static bool Estonia(ReadOnlySpan<char> body) =>
        body.StartsWith("10", StringComparison.Ordinal) && Digits.Weighted(body, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0;

    public static bool Greece(ReadOnlySpan<char> body) =>
        !Digits.AllSame(body) && Digits.Weighted(body, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == Digits.At(body, 8);

    public static bool Spain(ReadOnlySpan<char> body) => SpanishTaxNumber.IsValid(body);

    public static bool Finland(ReadOnlySpan<char> body) => Digits.Weighted(body, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0;

    public static bool France(ReadOnlySpan<char> body)
    {
        const string Letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        ReadOnlySpan<char> siren = body[2..];
        int first = Letters.IndexOf(body[0], StringComparison.Ordinal), second = Letters.IndexOf(body[1], StringComparison.Ordinal);
        // Monaco's numbers begin with 000 and are no SIREN.
        if (first < 0 || second < 0 || !(siren.StartsWith("000", StringComparison.Ordinal) || Digits.Luhn(siren)) || Digits.AllSame(siren))
            return false;
        if (first < 10 && second < 10)
            return ((Digits.Number(siren) * 100) + 12) % 97 == (first * 10) + second;
        int key = first < 10 ? (first * 24) + second - 10 : (first * 34) + second - 100;
        return (Digits.Number(siren) + 1 + (key / 11)) % 11 == key % 11;
    }

    public static bool UnitedKingdom(ReadOnlySpan<char> body)
    {
        if (body.Length == 5)
            return body[0] == 'G' ? Digits.Number(body[2..]) < 500 : Digits.Number(body[2..]) >= 500;
        if (Digits.Number(body[..7]) == 0)
            return false;
        long sum = Digits.Weighted(body, [8, 7, 6, 5, 4, 3, 2]) + Digits.Number(body[7..9]);
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    public static bool Croatia(ReadOnlySpan<char> body) => Digits.Mod11And10(body);

    public static bool Hungary(ReadOnlySpan<char> body) =>
        Digits.Weighted(body, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0 && body[..8] is not "00000000"
        && (body.Length == 8 || (body[8] is >= '1' and <= '5' && Digits.Number(body[9..]) is >= 2 and <= 51));

    public static bool Ireland(ReadOnlySpan<char> body)
    {
        const string Letters = "WABCDEFGHIJKLMNOPQRSTUV";
        if (body.Length == 8 && char.IsAsciiLetter(body[1]))
        {
            ReadOnlySpan<char> turned = ['0', body[2], body[3], body[4], body[5], body[6], body[0]];
            return body[7] == Letters[Digits.Weighted(turned, [8, 7, 6, 5, 4, 3, 2]) % 23];
        }

        int sum = Digits.Weighted(body, [8, 7, 6, 5, 4, 3, 2]);
        if (body.Length == 9)
        {
            if (body[8] is not (>= 'A' and <= 'I' or 'W'))
                return false;
            sum += 9 * Letters.IndexOf(body[8], StringComparison.Ordinal);
        }

        return body[7] == Letters[sum % 23];
    }

    public static bool Italy(ReadOnlySpan<char> body) =>
        body[..7] is not "0000000" && Digits.Number(body.Slice(7, 3)) is (>= 1 and <= 121) or 888 or 999 && Digits.Luhn(body);

    public static bool Lithuania(ReadOnlySpan<char> body)
    {
        int last = body.Length - 1;
        if (body[last - 1] != '1')
            return false;
        int sum = 0, again = 0;
        for (int at = 0; at < last; at++)
        {
            sum += Digits.At(body, at) * (1 + (at % 9));
            again += Digits.At(body, at) * (1 + ((at + 2) % 9));
        }

        return Digits.At(body, last) == (sum % 11 == 10 ? again % 11 % 10 : sum % 11);
    }

    public static bool Luxembourg(ReadOnlySpan<char> body) => body[..6] is not "000000" && Digits.Number(body[..6]) % 89 == Digits.Number(body[6..]);

    public static bool Latvia(ReadOnlySpan<char> body)
    {
        if (body[0] > '3')
            return Digits.Weighted(body, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3;
        int day = (int)Digits.Number(body[..2]), month = (int)Digits.Number(body.Slice(2, 2));
        return day == 32 || (day is >= 1 and <= 31 && month is >= 1 and <= 12 && body[6] is >= '0' and <= '2'
            && Digits.At(body, 10) == (1 + Digits.Weighted(body, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10);
    }

    public static bool Malta(ReadOnlySpan<char> body) => Digits.Number(body[..6]) > 100000 && Digits.Weighted(body, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 == 0;

    public static bool Netherlands(ReadOnlySpan<char> body)
    {
        if (body[9] != 'B' || Digits.Number(body[10..]) == 0 || Digits.Number(body[..9]) == 0)
            return false;
        int sum = Digits.Weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]);
        return sum % 11 == Digits.At(body, 8) || Digits.Mod97(body, Digits.Mod97("NL")) == 1;
    }

    public static bool Poland(ReadOnlySpan<char> body) =>
        Digits.Weighted(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == Digits.At(body, 9) && body[..3] is not "000";

    public static bool Portugal(ReadOnlySpan<char> body)
    {
        int check = 11 - (Digits.Weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
        return body[0] != '0' && Digits.At(body, 8) == (check > 9 ? 0 : check);
    }

    public static bool Romania(ReadOnlySpan<char> body)
    {
        if (body[0] == '0')
            return false;
        ReadOnlySpan<int> weights = [7, 5, 3, 2, 1, 7, 5, 3, 2];
        int sum = Digits.Weighted(body, weights[(10 - body.Length)..]);
        return sum * 10 % 11 % 10 == Digits.At(body, body.Length - 1);
    }

    public static bool Sweden(ReadOnlySpan<char> body) => body.EndsWith("01", StringComparison.Ordinal) && body[0] != '0' && Digits.Luhn(body[..10]);

    public static bool Slovenia(ReadOnlySpan<char> body)
    {
        int check = 11 - (Digits.Weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11);
        return body[0] != '0' && check != 11 && Digits.At(body, 7) == check % 10;
    }

    public static bool Slovakia(ReadOnlySpan<char> body) => body[0] != '0' && body[2] is ('2' or '3' or '4' or '7' or '8' or '9') && Digits.Number(body) % 11 == 0;

    public static bool Switzerland(ReadOnlySpan<char> body)
    {
        int check = (11 - (Digits.Weighted(body, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11;
        return check == Digits.At(body, 8);
    }

    public static bool Norway(ReadOnlySpan<char> body)
    {
        int check = (11 - (Digits.Weighted(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
        return body[0] is '8' or '9' && check == Digits.At(body, 8);
    }
}
