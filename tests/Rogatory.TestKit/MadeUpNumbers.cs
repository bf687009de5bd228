using System.Globalization;

namespace Rogatory.TestKit;

/// <summary>Numbers of people who do not exist, made by the rule of each country: by the sums that its law gives, written here a second time.</summary>
public sealed class MadeUpNumbers(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>By the id of the detector that must find it.</summary>
    public static IReadOnlyDictionary<string, Func<MadeUpNumbers, string>> ById { get; } = new Dictionary<string, Func<MadeUpNumbers, string>>(StringComparer.Ordinal)
    {
        ["fr-nir"] = made => Key97($"{made.In(1, 2)}{made.In(0, 99):00}{made.In(1, 12):00}{made.In(1, 19):00}{made.In(1, 989):000}{made.In(1, 999):000}"),
        ["de-steuer-id"] = made => IsoMod11(made.SteuerId()),
        ["de-personalausweis"] = made => Weight731(made.OneOf("LMNPRTVWXY") + made.Of("0123456789CFGHJKLMNPRTVWXYZ", 6) + made.Digits(2)),
        ["de-reisepass"] = made => Weight731(made.OneOf("CFGHJK") + made.Of("0123456789CFGHJKLMNPRTVWXYZ", 6) + made.Digits(2)),
        ["es-dni"] = made => Dni(made.Digits(8)),
        ["es-nie"] = made => $"{"XYZ"[made.seen = made.In(0, 2)]}{Dni(made.seen + made.Digits(7))[1..]}",
        ["it-codice-fiscale"] = made => CodiceFiscale(made.Of("BCDFGLMNPRSTVZ", 6) + $"{made.In(0, 99):00}{made.OneOf("ABCDEHLMPRST")}{made.In(1, 28) + (40 * made.In(0, 1)):00}A{made.In(1, 999):000}"),
        ["nl-bsn"] = made => made.Until(() => made.Digits(9), text => text[0] != '0' && Weighted(text, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0),
        ["be-national-number"] = made => made.Belgian(),
        ["pt-nif"] = made => Check("25"[made.In(0, 1)] + made.Digits(7), text => (11 - (Weighted(text, 9, 8, 7, 6, 5, 4, 3, 2) % 11)) is < 10 and int check ? check : 0),
        ["pl-pesel"] = made => Check(made.Date((century, rest) => $"{rest[..2]}{Two(rest[2..4]) + (century == 20 ? 20 : 0):00}{rest[4..]}") + made.Digits(4),
            text => (10 - (Weighted(text, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10)) % 10),
        ["ro-cnp"] = made => Check(made.Date((century, rest) => $"{(century == 20 ? 5 : 1)}{rest}") + $"{made.In(1, 46):00}{made.In(1, 999):000}",
            text => (Weighted(text, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11) is < 10 and int check ? check : 1),
        ["bg-egn"] = made => Check(made.Date((century, rest) => $"{rest[..2]}{Two(rest[2..4]) + (century == 20 ? 40 : 0):00}{rest[4..]}") + made.Digits(3),
            text => Weighted(text, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10),
        ["cz-birth-number"] = made => made.Until(
            () => $"{made.In(54, 99)}{made.In(1, 12) + (50 * made.In(0, 1)):00}{made.In(1, 28):00}{made.In(1000, 9999)}", text => Number(text) % 11 == 0),
        ["hr-oib"] = made => IsoMod11(made.Digits(10)),
        ["si-emso"] = made => made.Yugoslav(made.In(50, 59)),
        ["yu-jmbg"] = made => made.Yugoslav(made.In(10, 49)),
        ["dk-cpr"] = made => made.Until(
            () => $"{made.In(1, 28):00}{made.In(1, 12):00}{made.In(37, 99)}{made.In(1, 3999):0000}", text => Weighted(text, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
        ["se-personnummer"] = made => Luhn(made.Date((_, rest) => rest) + $"{made.In(1, 999):000}"),
        ["no-fodselsnummer"] = made => made.Norwegian(),
        ["fi-hetu"] = made => made.Finnish(),
        ["ee-isikukood"] = made => made.Baltic(),
        ["lt-asmens-kodas"] = made => made.Baltic(),
        ["lv-personas-kods"] = made => Check($"{made.In(1, 28):00}{made.In(1, 12):00}{made.In(10, 99)}1{made.Digits(3)}",
            text => ((1101 - Weighted(text, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11 + 11) % 11 % 10),
        ["at-svnr"] = made => made.Until(
            () => $"{made.In(1000, 9999)}{made.In(1, 28):00}{made.In(1, 12):00}{made.In(0, 99):00}", text => Weighted(text, 3, 7, 9, -1, 5, 8, 4, 2, 1, 6) % 11 == 0),
        ["ch-ahv"] = made => Check("756" + made.Digits(9), text => (10 - (Weighted(text, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3) % 10)) % 10),
        ["ie-ppsn"] = made => made.Digits(7) is var text ? text + "WABCDEFGHIJKLMNOPQRSTUV"[(Weighted(text, 8, 7, 6, 5, 4, 3, 2) + 9) % 23] + "A" : "",
        ["gr-amka"] = made => Luhn($"{made.In(1, 28):00}{made.In(1, 12):00}{made.In(0, 99):00}{made.In(1, 9999):0000}"),
        ["gr-afm"] = made => Check(made.Digits(8), text => Weighted(text, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10),
        ["hu-personal-number"] = made => made.Until(
            () => $"{made.In(1, 2)}{made.In(30, 96)}{made.In(1, 12):00}{made.In(1, 28):00}{made.Digits(4)}",
            text => Weighted(text, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -1) % 11 == 0),
        ["hu-tax-number"] = made => made.Until(
            () => $"8{made.In(20_000, 55_000)}{made.Digits(4)}", text => Weighted(text, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1) % 11 == 0),
        ["lu-national-number"] = made => made.Luxembourgish(),
        ["gb-nino"] = made => $"{made.OneOf("ABCEGHJKLMNOPRSTWXYZ")}{made.OneOf("ACEHJLMPRSWXY")}{made.Digits(6)}{made.OneOf("ABCD")}",
        ["gb-nhs"] = made => made.Until(() => made.Digits(10), text => text[0] != '0' && Weighted(text, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
        ["ua-rnokpp"] = made => Check($"{made.In(15_000, 40_000)}{made.Digits(4)}", text => (Weighted(text, 10, 5, 7, 9, 4, 6, 10, 5, 7) % 11) % 10),
        ["tr-kimlik"] = made => made.Turkish(),
        ["au-medicare"] = made => Check($"{made.In(2, 6)}{made.Digits(7)}", text => Weighted(text, 1, 3, 7, 9, 1, 3, 7, 9) % 10) + made.In(1, 9),
        ["au-tfn"] = made => made.Until(() => made.Digits(9), text => text[0] != '0' && Weighted(text, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0),
        ["br-cpf"] = made => Check(Check(made.Digits(9), text => Brazilian(text, 11)), text => Brazilian(text, 11)),
        ["br-cnpj"] = made => Check(Check(made.Of("0123456789ABCXYZ", 11) + made.In(0, 9), text => Brazilian(text, 9)), text => Brazilian(text, 9)),
        ["ca-sin"] = made => Luhn(made.In(1, 7) + made.Digits(7)),
        ["cn-resident-id"] = made => made.Chinese(),
        ["hk-id"] = made => made.Until(
            () => made.OneOf("ABCDEGHKZ") + made.Digits(7),
            text => (324 + ((text[0] - 'A' + 10) * 8) + Weighted(text[1..], 7, 6, 5, 4, 3, 2, 1)) % 11 == 0),
        ["in-aadhaar"] = made => Verhoeff(made.In(2, 9) + made.Digits(10)),
        ["in-pan"] = made => $"{made.Of("ABCDEFGHIJ", 2)}KP{made.OneOf("RSTU")}{made.Digits(4)}{made.OneOf("ABCDEF")}",
        ["il-id"] = made => Luhn(made.In(1, 9) + made.Digits(7)),
        ["jp-my-number"] = made => Check(made.Digits(11), text => 11 - (Weighted(text, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) is < 10 and int check ? check : 0),
        ["kr-rrn"] = made => Check(
            $"{made.In(40, 99)}{made.In(1, 12):00}{made.In(1, 28):00}{made.In(1, 2)}{made.Digits(5)}",
            text => (11 - (Weighted(text, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11)) % 10),
        ["mx-curp"] = made => made.Mexican(),
        ["nz-ird"] = made => made.Until(
            () => $"1{made.In(0, 4)}{made.Digits(7)}", text => Weighted(text, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
        ["sg-nric"] = made => made.Digits(7) is var text ? $"T{text}{"JZIHGFEDCBA"[(Weighted(text, 2, 7, 6, 5, 4, 3, 2) + 4) % 11]}" : "",
        ["th-id"] = made => Check(
            made.In(1, 8) + made.Digits(11), text => (11 - (Weighted(text, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11)) % 10),
        ["za-id"] = made => Luhn($"{made.In(0, 99):00}{made.In(1, 12):00}{made.In(1, 28):00}{made.Digits(4)}{made.In(0, 1)}8"),
        ["us-ssn"] = made => $"{made.In(1, 665):000}-{made.In(1, 99):00}-{made.In(1, 9999):0000}",
        ["us-itin"] = made => $"9{made.Digits(2)}-{made.In(70, 88)}-{made.In(1, 9999):0000}",
    };

    private int seen;

    public int In(int from, int to) => random.Next(from, to + 1);

    public string Digits(int count) => Of("0123456789", count) is var text && text.Trim('0').Length > 0 ? text : new string('7', count);

    private static int Two(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static int Weighted(string text, params int[] weights) => weights.Select((weight, at) => weight * (text[at] - '0')).Sum();

    private static string Check(string text, Func<string, int> digit) => text + digit(text).ToString(CultureInfo.InvariantCulture);

    private static string Key97(string text) => $"{text}{97 - (Number(text) % 97):00}";

    private static string IsoMod11(string text)
    {
        int product = text.Aggregate(10, (left, digit) => ((left + digit - '0') % 10 is 0 ? 10 : (left + digit - '0') % 10) * 2 % 11);
        return text + ((11 - product) % 10);
    }

    private static string Luhn(string text)
    {
        int sum = text.Reverse().Select((digit, at) => (digit - '0') * (at % 2 == 0 ? 2 : 1)).Sum(value => (value / 10) + (value % 10));
        return text + ((10 - (sum % 10)) % 10);
    }

    private static string Weight731(string text) =>
        text + (text.Select((unit, at) => (char.IsDigit(unit) ? unit - '0' : unit - 'A' + 10) * (at % 3 == 0 ? 7 : at % 3 == 1 ? 3 : 1)).Sum() % 10);

    private static string Dni(string digits) => digits + "TRWAGMYFPDXBNJZSQVHLCKE"[(int)(Number(digits) % 23)];

    private static string CodiceFiscale(string text)
    {
        const string odd = "1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23";
        int sum = text.Select((unit, at) => (Value: char.IsDigit(unit) ? unit - '0' : unit - 'A', at))
            .Sum(pair => pair.at % 2 == 1 ? pair.Value : Two(odd.Split(' ')[pair.Value]));
        return text + (char)('A' + (sum % 26));
    }

    private string Of(string alphabet, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => OneOf(alphabet)));

    private string OneOf(string alphabet) => alphabet[random.Next(alphabet.Length)].ToString();

    private string Until(Func<string> make, Func<string, bool> fits)
    {
        string text = make();
        while (!fits(text))
            text = make();
        return text;
    }

    private string Date(Func<int, string, string> write)
    {
        int year = In(1930, 2019);
        return write(year / 100, $"{year % 100:00}{In(1, 12):00}{In(1, 28):00}");
    }

    private string SteuerId()
    {
        char[] digits = [.. "0123456789"];
        random.Shuffle(digits);
        digits[9] = digits[In(0, 7)];
        return digits[0] == '0' ? SteuerId() : new string(digits);
    }

    private string Belgian()
    {
        int year = In(1930, 2019);
        string nine = $"{year % 100:00}{In(1, 12):00}{In(1, 28):00}{In(1, 997):000}";
        return $"{nine}{97 - (Number((year >= 2000 ? "2" : "") + nine) % 97):00}";
    }

    private string Yugoslav(int region)
    {
        int year = In(1930, 2019);
        string text = $"{In(1, 28):00}{In(1, 12):00}{year % 1000:000}{region}{Digits(3)}";
        int check = 11 - (Weighted(text, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11);
        return text + (check > 9 ? 0 : check);
    }

    private string Norwegian() => Until(
        () => $"{In(1, 28) + (40 * In(0, 1)):00}{In(1, 12):00}{In(40, 99)}{In(0, 499):000}{Digits(2)}",
        text => Weighted(text, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0 && Weighted(text, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);

    private string Finnish()
    {
        string date = $"{In(1, 28):00}{In(1, 12):00}{In(0, 22):00}", serial = $"{In(2, 899):000}";
        return $"{date}{OneOf("-YXWVUABCDEF")}{serial}{"0123456789ABCDEFHJKLMNPRSTUVWXY"[(int)(Number(date + serial) % 31)]}";
    }

    private string Baltic()
    {
        string text = Date((century, rest) => $"{(century == 20 ? 5 : 3)}{rest}") + Digits(3);
        int check = Weighted(text, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        return text + (check < 10 ? check : Weighted(text, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10);
    }

    private string Luxembourgish()
    {
        string eleven = $"{In(1930, 2019)}{In(1, 12):00}{In(1, 28):00}{Digits(3)}";
        return Luhn(eleven) + Verhoeff(eleven)[^1];
    }

    private string Turkish()
    {
        string nine = In(1, 9) + Digits(8);
        int odd = Weighted(nine, 1, 0, 1, 0, 1, 0, 1, 0, 1), even = Weighted(nine, 0, 1, 0, 1, 0, 1, 0, 1, 0);
        string ten = Check(nine, _ => (((odd * 7) - even) % 10 + 10) % 10);
        return Check(ten, text => text.Sum(digit => digit - '0') % 10);
    }

    private string Chinese()
    {
        string text = $"{OneOf("1234")}{In(1, 3)}{In(101, 999)}1{In(1930, 2019)}{In(1, 12):00}{In(1, 28):00}{In(1, 999):000}";
        int sum = Weighted(text, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
        return text + "10X98765432"[sum % 11];
    }

    private string Mexican()
    {
        string text = $"{Of("BCDFG", 1)}{OneOf("AEIOU")}{Of("LMPRT", 2)}{In(30, 99)}{In(1, 12):00}{In(1, 28):00}{OneOf("HM")}DF{Of("BCDFGRSTZ", 3)}{In(0, 9)}";
        int sum = text.Select((unit, at) => "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ".IndexOf(unit, StringComparison.Ordinal) * (18 - at)).Sum();
        return Check(text, _ => (10 - (sum % 10)) % 10);
    }

    /// <summary>Weights from 2 at the right end, again from 2 after the greatest.</summary>
    private static int Brazilian(string text, int greatest)
    {
        int sum = text.Reverse().Select((unit, at) => (unit - '0') * (2 + (at % (greatest - 1)))).Sum();
        return sum % 11 < 2 ? 0 : 11 - (sum % 11);
    }

    /// <summary>By the tables of the paper.</summary>
    private static string Verhoeff(string text)
    {
        string[] product =
        [
            "0123456789", "1234067895", "2340178956", "3401289567", "4012395678", "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
        ];
        string[] permuted = ["0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258"];
        int check = 0;
        for (int at = 0; at < text.Length; at++)
            check = product[check][permuted[(at + 1) % 8][text[text.Length - 1 - at] - '0'] - '0'] - '0';
        return text + "0432156789"[check];
    }
}
