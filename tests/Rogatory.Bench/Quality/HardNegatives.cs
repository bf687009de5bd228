using System.Globalization;
using Rogatory.TestKit;

namespace Rogatory.Bench.Quality;

/// <summary>What looks like something sensitive and is nothing.</summary>
internal sealed class HardNegatives(int seed)
{
    private static readonly string[] Prose =
    [
        "Under Article 6(1) of Directive (EU) 2016/680, read with recitals 26 and 27/28, processing shall be lawful.",
        "Nach § 163 Abs. 2 Satz 1 StPO und Art. 13 GG ist die Maßnahme zulässig; vgl. BGBl. I S. 3202.",
        "L'article 706-71 du code de procédure pénale, modifié par la loi n° 2019-222 du 23 mars 2019, s'applique.",
        "El artículo 118 de la Ley Orgánica 6/1985, de 1 de julio, y el Real Decreto 1720/2007 lo prevén.",
        "Ai sensi dell'art. 371-bis c.p.p. e del d.lgs. 18 maggio 2018, n. 51, il trattamento è lecito.",
        "Zgodnie z art. 168b k.p.k. oraz Dz.U. 2019 poz. 125 przetwarzanie jest dopuszczalne.",
        "Regulation (EU) 2018/1725, OJ L 295, 21.11.2018, p. 39, repeals Regulation (EC) No 45/2001.",
        "The contracting parties shall inform the other party and any third party in good faith.",
        "IN WITNESS WHEREOF the undersigned have signed this Convention in two copies.",
        "The European Union and the customs union have no black box for positive results.",
        "Der Dritte handelte nach Treu und Glauben; die Vertragsparteien bleiben gebunden.",
        "Le responsable du traitement des données agit de bonne foi dans l'affaire.",
        "The meeting was confidential, but it is no secret that minor changes were made.",
        "Die vierjährige Laufzeit und die 30-jährige Verjährung gelten fort.",
        "Version 10.4.12.1 of the firmware replaces build 2024.11.03 since 12:30:45.",
        "Opening hours 24/7; chapters 3/12 and 10-20; tolerance 0.5-1.5; ratio 16:9.",
        "Dear all, the total of 1,234,567.89 EUR is due on 31.12.2026 at 10:15.",
        "ISBN 978-3-16-148410-0, EAN 4006381333931, article 0123-4567-89.",
    ];

    private readonly Random random = new(seed);

    /// <summary>Prose of law and business.</summary>
    public string Sentence() => Prose[random.Next(Prose.Length)];

    /// <summary>Every sentence there is.</summary>
    public static IReadOnlyList<string> Sentences => Prose;

    /// <summary>Of each national number, one with another last character, as it is written and behind its own label.</summary>
    public IEnumerable<Sensitive> WrongNumbers()
    {
        foreach (var (id, (labels, ways, _)) in Spellings.All)
        {
            // These have no check character at their end.
            if (id is "au-medicare" or "dk-cpr" or "gb-nino" or "ie-ppsn" or "in-pan" or "us-itin" or "us-ssn" or "nz-ird")
                continue;
            string right = MadeUpNumbers.ById[id](new MadeUpNumbers(random.Next()));
            char last = right[^1];
            char other = char.IsDigit(last) ? (char)('0' + ((last - '0' + random.Next(1, 10)) % 10)) : (char)('A' + ((last - 'A' + random.Next(1, 26)) % 26));
            // In groups of three, three and four it is a right telephone number.
            string wrong = right[..^1] + other;
            yield return new Sensitive(labels[0], id is "gb-nhs" ? wrong : Spellings.Write(wrong, ways, random), null, true);
        }
    }

    /// <summary>Codes of other kinds, and labels that they carry.</summary>
    public IEnumerable<Sensitive> OtherCodes()
    {
        yield return None("Request id", Uuid());
        yield return None("sha256", Hex(64));
        yield return None("commit", Hex(40));
        yield return None("md5", Hex(32));
        yield return None("Version", $"{random.Next(1, 20)}.{random.Next(30)}.{random.Next(100)}");
        yield return None("Invoice no.", $"INV-{random.Next(2020, 2027)}-{random.Next(100_000):000000}");
        yield return None("Rechnungsnummer", Digits(10));
        yield return None("Order no.", Digits(9));
        yield return None("Tracking no.", $"JD{Digits(12)}");
        yield return None("Article no.", $"{Digits(4)}-{Digits(4)}");
        yield return None("Date", $"{random.Next(1, 29):00}.{random.Next(1, 13):00}.{random.Next(1990, 2027)}");
        yield return None("Timestamp", $"2026-11-{random.Next(1, 29):00}T{random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}Z");
        yield return None("Amount", $"{random.Next(1, 999)},{random.Next(1_000):000}.{random.Next(100):00} EUR");
        yield return None("SKU", $"{(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}-{Digits(5)}-{(char)('A' + random.Next(26))}");
        yield return None("Serial", $"SN{Hex(12).ToUpperInvariant()}");
        yield return None("Ticket", $"#{Digits(6)}");
        yield return None("Epoch", $"17{Digits(8)}");
    }

    /// <summary>Digits of any length, of which some by chance have right check digits: in running text these say nothing.</summary>
    public string RandomDigits() => Digits(random.Next(5, 17));

    private static Sensitive None(string label, string value) => new(label, value, null, true);

    private string Uuid()
    {
        byte[] bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private string Hex(int length)
    {
        byte[] bytes = new byte[length / 2];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(at => random.Next(at == 0 ? 1 : 0, 10).ToString(CultureInfo.InvariantCulture)));
}
