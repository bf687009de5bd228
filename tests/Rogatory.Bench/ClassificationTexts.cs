using System.Globalization;
using System.Text;

namespace Rogatory.Bench;

/// <summary>Made-up texts, the same each time.</summary>
internal static class ClassificationTexts
{
    private const string English =
        "the of and to in that is was for on he with as his it by at not this had are but from or have an they which one you were her all she there would their we him been has " +
        "statement request authority transfer payment received company director office evidence interview document signed between before according enclosed property search";

    private const string German =
        "der die und das nicht mit von auf für wurde nach Auskunft Straße Behörde Überweisung Zeugin Vernehmung Gesellschaft Geschäftsführer Unterlagen";

    private const string French =
        "le la les des une pour dans avec sur société virement bénéficiaire perquisition procès témoin déclaration demande préfecture reçu été";

    private static readonly string[] Words = $"{English} {German} {French}".Split(' ');

    public static string Mixed(int length) => new StringBuilder(Prose(length / 2)).Append(Csv(length / 4)).Append(Json(length / 4)).ToString();

    /// <summary>Texts made to be slow, and whether the goal is theirs too.</summary>
    public static IEnumerable<(string Name, string Text, bool HasGoal)> Adversarial(int length)
    {
        var random = new Random(3);
        yield return ("digits", Text(length, text => text.Append((char)('0' + random.Next(10)))), true);
        yield return ("@", new string('@', length), true);
        yield return ("brackets", Text(length, text => text.Append("[({<")), true);
        yield return ("combining marks", Text(length, text => text.Append("e\u0301\u0302\u0303")), true);
        yield return ("numbers of 1 to 12 digits", Text(length, text => text.Append(random.NextInt64((long)Math.Pow(10, random.Next(1, 13)))).Append(' ')), false);
        yield return ("pairs of digits", Text(length, text => text.Append(random.Next(10, 100)).Append(' ')), false);
        yield return ("groups of four digits", Text(length, text => text.Append(random.Next(1_000, 10_000)).Append('-')), false);
        yield return ("addresses joined by @", Text(length, text => text.Append("a@b.example.")), false);
        yield return ("schemes", Text(length, text => text.Append("http://")), false);
        yield return ("words that speak for something", Text(length, text => text.Append("iban card tax number 1 ")), false);
        yield return ("IBANs", Text(length, text => text.Append("DE89370400440532013000 ")), false);
    }

    private static string Prose(int length)
    {
        var random = new Random(1);
        return Text(length, text =>
        {
            text.Append(Any(random)).Append(random.Next(14) == 0 ? ". " : random.Next(16) == 0 ? ", " : " ");
            text.Append(random.Next(600) switch
            {
                < 10 => $"{random.Next(10, 100_000)} ",
                < 13 => $"{random.Next(1, 29):00}.{random.Next(1, 13):00}.20{random.Next(10, 27)} ",
                13 => "IBAN DE89 3704 0044 0532 0130 00 ",
                14 => "jo.bloggs@example.org ",
                15 => "+49 30 1234567 ",
                < 30 => "\n",
                _ => "",
            });
        });
    }

    private static string Csv(int length)
    {
        var random = new Random(2);
        int row = 0;
        return Text(length, text => text
            .Append(CultureInfo.InvariantCulture, $"{++row},2026-{random.Next(1, 13):00}-{random.Next(1, 29):00},{Any(random)} {Any(random)},")
            .Append(CultureInfo.InvariantCulture, $"{random.Next(1, 99_999)}.{random.Next(10, 100)},EUR,{random.NextInt64(1_000_000_000, 99_999_999_999)},")
            .Append(CultureInfo.InvariantCulture, $"DE{random.Next(10, 100)}{random.NextInt64(100_000_000_000_000_000, 999_999_999_999_999_999)}\n"));
    }

    private static string Json(int length)
    {
        var random = new Random(4);
        return Text(length, text => text
            .Append(CultureInfo.InvariantCulture, $"{{\"id\":{random.Next()},\"name\":\"{Any(random)} {Any(random)}\",\"mail\":\"user{random.Next(100)}@example.org\",")
            .Append(CultureInfo.InvariantCulture, $"\"at\":\"2026-11-22T09:0{random.Next(10)}:00.123Z\",\"address\":\"192.0.2.{random.Next(256)}\",\"ok\":true,")
            .Append(CultureInfo.InvariantCulture, $"\"digest\":\"{random.NextInt64():x16}{random.NextInt64():x16}\",\"note\":\"{Any(random)} {Any(random)} {Any(random)}\"}}\n"));
    }

    private static string Any(Random random) => Words[random.Next(Words.Length)];

    private static string Text(int length, Action<StringBuilder> more)
    {
        var text = new StringBuilder(length + 512);
        while (text.Length < length)
            more(text);
        return text.ToString();
    }
}
