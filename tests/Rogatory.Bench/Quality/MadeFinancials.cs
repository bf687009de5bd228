using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Rogatory.Bench.Quality;

/// <summary>Accounts, cards and codes that belong to nobody, made by their standards.</summary>
internal sealed class MadeFinancials(Random random)
{
    private const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>Country and BBAN: n a digit, a a letter.</summary>
    private static readonly string[] Ibans =
    [
        "DE 18n", "FR 23n", "ES 20n", "IT 1a22n", "NL 4a10n", "BE 12n", "PT 21n", "PL 24n", "AT 16n", "CH 17n", "GB 4a14n", "IE 4a14n", "LU 16n", "DK 14n", "SE 20n", "NO 11n", "FI 14n", "CZ 20n", "RO 4a16n", "MT 4a23n",
    ];

    private static readonly (string Prefix, int Length)[] Cards =
        [("4", 16), ("51", 16), ("55", 16), ("2221", 16), ("34", 15), ("37", 15), ("6011", 16), ("36", 14), ("3530", 16), ("62", 16), ("6759", 16)];

    public string Iban()
    {
        string row = Ibans[random.Next(Ibans.Length)], body = Fill(row[3..]);
        BigInteger number = BigInteger.Parse(string.Concat((body + row[..2] + "00").Select(Value)), CultureInfo.InvariantCulture);
        return $"{row[..2]}{98 - (int)(number % 97):00}{body}";
    }

    public string Card()
    {
        (string prefix, int length) = Cards[random.Next(Cards.Length)];
        return Luhn(prefix + Digits(length - 1 - prefix.Length));
    }

    public string Imei() => Luhn("35" + Digits(12));

    public string Lei()
    {
        string body = Digits(4) + "00" + string.Concat(Enumerable.Range(0, 12).Select(_ => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[random.Next(36)]));
        BigInteger number = BigInteger.Parse(string.Concat((body + "00").Select(Value)), CultureInfo.InvariantCulture);
        return $"{body}{98 - (int)(number % 97):00}";
    }

    public string Bic() => $"{Letters(4)}{Ibans[random.Next(Ibans.Length)][..2]}{random.Next(2, 10)}{(char)('A' + random.Next(14))}XXX";

    public string Bitcoin()
    {
        byte[] bytes = new byte[25];
        random.NextBytes(bytes.AsSpan(1, 20));
        SHA256.HashData(SHA256.HashData(bytes.AsSpan(0, 21))).AsSpan(0, 4).CopyTo(bytes.AsSpan(21));
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        string text = "";
        for (; number > 0; number /= 58)
            text = Base58[(int)(number % 58)] + text;
        return new string('1', bytes.TakeWhile(one => one == 0).Count()) + text;
    }

    public string Ethereum()
    {
        byte[] bytes = new byte[20];
        random.NextBytes(bytes);
        return "0x" + Convert.ToHexStringLower(bytes);
    }

    /// <summary>VAT numbers of some states, by the rules that VIES refers to.</summary>
    public string Vat() => random.Next(7) switch
    {
        0 => Until("DE", 9, digits => digits[0] != '0' && Iso7064(digits)),
        1 => Until("BE0", 9, digits => digits[0] != '0' && int.Parse(digits[..7], CultureInfo.InvariantCulture) % 97 is var rest && 97 - rest == int.Parse(digits[7..], CultureInfo.InvariantCulture)),
        2 => Until("PL", 10, digits => digits[0] != '0' && Sum(digits, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digits[9] - '0'),
        3 => Until("DK", 8, digits => digits[0] != '0' && Sum(digits, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
        4 => "IT" + Luhn(Digits(7) + "015"),
        5 => "LU" + (Digits(6) is var six ? $"{six}{int.Parse(six, CultureInfo.InvariantCulture) % 89:00}" : ""),
        _ => "FR" + (Luhn(Digits(8)) is var siren ? $"{((12 + (3 * (int.Parse(siren, CultureInfo.InvariantCulture) % 97))) % 97):00}{siren}" : ""),
    };

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(at => random.Next(at == 0 ? 1 : 0, 10)));

    private static string Value(char unit) => (char.IsDigit(unit) ? unit - '0' : unit - 'A' + 10).ToString(CultureInfo.InvariantCulture);

    private static int Sum(string digits, params int[] weights) => weights.Select((weight, at) => weight * (digits[at] - '0')).Sum();

    private static string Luhn(string digits)
    {
        int sum = digits.Reverse().Select((digit, at) => (digit - '0') * (at % 2 == 0 ? 2 : 1)).Sum(value => (value / 10) + (value % 10));
        return digits + ((10 - (sum % 10)) % 10);
    }

    private static bool Iso7064(string digits)
    {
        int product = digits[..^1].Aggregate(10, (left, digit) => ((left + digit - '0') % 10 is 0 ? 10 : (left + digit - '0') % 10) * 2 % 11);
        return (11 - product) % 10 == digits[^1] - '0';
    }

    private string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('A' + random.Next(26))));

    private string Fill(string kinds)
    {
        string text = "";
        foreach (string part in kinds.Replace("n", "n ", StringComparison.Ordinal).Replace("a", "a ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            text += int.Parse(part[..^1], CultureInfo.InvariantCulture) is var count && part[^1] == 'n' ? Digits(count) : Letters(count);
        return text;
    }

    private string Until(string prefix, int length, Func<string, bool> fits)
    {
        string digits = Digits(length);
        while (!fits(digits))
            digits = Digits(length);
        return prefix + digits;
    }
}
