using System.Globalization;
using Rogatory.Core.Classification;
using Rogatory.TestKit;

namespace Rogatory.Bench.Quality;

/// <summary>Everything there is a rule or a usual form for, made up.</summary>
internal sealed class MadeSensitives(int seed)
{
    private static readonly Dictionary<string, string> CategoryOf =
        DetectorPack.Standard.Contents.ToDictionary(row => row.Detector, row => row.Category, StringComparer.Ordinal);

    private static readonly string[] First = ["Anna", "Jo", "Pierre", "Élodie", "Jürgen", "María", "Luca", "João", "Łukasz", "Zofia", "Maarten", "Sinéad"];
    private static readonly string[] Last = ["Bloggs", "Dupond", "Müller", "García Pérez", "Rossi", "da Silva", "de Vries", "Nowak", "O'Brien", "Øvergård", "Petrescu", "Novák"];

    private readonly Random random = new(seed);
    private readonly MadeFinancials financials = new(new Random(seed + 1));

    /// <summary>One of each national number.</summary>
    public IEnumerable<Sensitive> Numbers()
    {
        foreach (var (id, (labels, ways, weakness)) in Spellings.All)
            yield return new Sensitive(Pick(labels), Spellings.Write(MadeUpNumbers.ById[id](new MadeUpNumbers(random.Next())), ways, random), CategoryOf[id], weakness == 0, weakness < 2);
    }

    /// <summary>One of each thing that banks, networks and telephones number.</summary>
    public IEnumerable<Sensitive> Codes()
    {
        yield return new Sensitive("IBAN", Grouped(financials.Iban(), 4), "iban", true);
        yield return new Sensitive(Pick("Card number", "Kreditkarte", "Carte bancaire", "Tarjeta"), Card(financials.Card()), "payment-card", true);
        yield return new Sensitive("LEI", financials.Lei(), "lei", true);
        yield return new Sensitive(Pick("BIC", "SWIFT code"), financials.Bic(), "bic", true);
        yield return new Sensitive(Pick("VAT no.", "USt-IdNr.", "N° TVA", "P. IVA"), financials.Vat(), "vat-number", true);
        yield return new Sensitive(Pick("Bitcoin address", "BTC wallet"), financials.Bitcoin(), "crypto-address", true);
        yield return new Sensitive("Ethereum wallet", financials.Ethereum(), "crypto-address", true);
        yield return new Sensitive("IMEI", financials.Imei(), "device-number", true);
        yield return new Sensitive(Pick("Account no.", "Kontonummer", "N° de compte", "Número de cuenta"), financials.Digits(random.Next(7, 12)), "bank-account", false);
        yield return new Sensitive(Pick("e-mail", "Courriel", "E-Mail"), $"{Plain(Pick(First))}.{Plain(Pick(Last))}@{Pick("example.org", "mail.example.com", "beispiel.example")}", "email", true);
        yield return new Sensitive(Pick("Phone", "Tel.", "Téléphone", "Teléfono"), International(), "phone", true);
        yield return new Sensitive(Pick("Phone", "Mobile", "Tel"), National(), "phone", false);
        yield return new Sensitive(Pick("IP", "IP address", "Adresse IP"), $"{random.Next(20, 224)}.{random.Next(256)}.{random.Next(256)}.{random.Next(1, 255)}", "ip-address", true);
        yield return new Sensitive("IPv6", $"2001:db8:{random.Next(0x10000):x}::{random.Next(1, 0x10000):x}", "ip-address", true);
        yield return new Sensitive("MAC", string.Join(Pick(":", "-"), Enumerable.Range(0, 6).Select(_ => random.Next(256).ToString("x2", CultureInfo.InvariantCulture))), "mac-address", true);
        yield return new Sensitive("URL", $"https://example.org/{Plain(Pick(First))}/{random.Next(100)}", "url", true);
        yield return new Sensitive(Pick("Coordinates", "GPS"), $"{random.Next(30, 60)}.{random.Next(10_000, 99_999)}, {random.Next(1, 20)}.{random.Next(10_000, 99_999)}", "coordinates", true);
        yield return new Sensitive(Pick("Postal code", "PLZ", "Code postal"), $"{random.Next(10_000, 99_999)}", "postal-code", false);
    }

    /// <summary>One of each thing that only words around it tell.</summary>
    public IEnumerable<Sensitive> Personals()
    {
        yield return new Sensitive(Pick("Full name", "Nom et prénom", "Nachname", "Apellidos", "Cognome", "Imię i nazwisko"), Name(), "person-name", false);
        yield return new Sensitive(Pick("Date of birth", "Geburtsdatum", "Date de naissance", "Fecha de nacimiento", "Data di nascita", "Geboortedatum", "Data urodzenia", "DOB"), BirthDate(), "birth-date", false);
        yield return new Sensitive(Pick("Passport no.", "Passeport n°", "Pasaporte"), $"{(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}{financials.Digits(7)}", "passport", false);
        yield return new Sensitive(Pick("Driving licence no.", "Führerschein-Nr.", "Permis de conduire n°"), $"{(char)('A' + random.Next(26))}{financials.Digits(10)}", "driving-licence", false);
        yield return new Sensitive(Pick("Kennzeichen", "Licence plate", "Immatriculation"), $"{Pick("B", "HH", "M")}-{Pick("AB", "XY", "K")} {random.Next(10, 9_999)}", "vehicle", false);
        yield return new Sensitive(Pick("Aktenzeichen", "Az."), $"{random.Next(1, 999)} {Pick("Js", "KLs", "Ds", "Gs", "StR")} {random.Next(1, 9_999)}/{random.Next(10, 26)}", "case-number", true);
        yield return new Sensitive("Sygn. akt", $"{Pick("II", "IV", "XII")} {Pick("K", "Ko", "Kp")} {random.Next(1, 999)}/{random.Next(10, 26)}", "case-number", true);
        yield return new Sensitive(Pick("RG n°", "N° RG"), $"{random.Next(10, 26)}/{random.Next(10_000):00000}", "case-number", false);
        yield return new Sensitive(Pick("Case No.", "Docket no."), $"{random.Next(1, 5)}:{random.Next(10, 26)}-{Pick("cv", "cr", "mj")}-{random.Next(100_000):00000}", "case-number", true);
        yield return new Sensitive("NUIPC", $"{random.Next(1, 9_999)}/{random.Next(10, 26)}.{random.Next(10)}{Pick("TAABC", "T8LSB", "JAPRT")}", "case-number", true);
        yield return new Sensitive("Parketnummer", $"{random.Next(1, 17):00}/{financials.Digits(6)}-{random.Next(10, 26)}", "case-number", false);
        yield return new Sensitive("Judgment", $"ECLI:{Pick("EU:C", "NL:HR", "FR:CCASS", "ES:TS", "DE:BGH")}:{random.Next(2005, 2026)}:{random.Next(1, 2_000)}", "case-number", true);
        yield return new Sensitive("Case", $"{Pick("C", "T")}-{random.Next(1, 999)}/{random.Next(10, 26)}", "case-number", true);
    }

    public string Name() => $"{Pick(First)} {Pick(Last)}";

    public string Pick(params string[] from) => from[random.Next(from.Length)];

    private static string Plain(string name) => string.Concat(name.Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAsciiLetter)).ToLowerInvariant();

    private string BirthDate() => new DateTime(random.Next(1940, 2008), random.Next(1, 13), random.Next(1, 29), 0, 0, 0, DateTimeKind.Utc)
        .ToString(Pick("dd.MM.yyyy", "dd/MM/yyyy", "yyyy-MM-dd", "d MMMM yyyy", "MM/dd/yyyy"), CultureInfo.InvariantCulture);

    private string International() => random.Next(5) switch
    {
        0 => $"+49 30 {financials.Digits(7)}",
        1 => $"+33 6 {Pairs(4)}",
        2 => $"+34{random.Next(600, 799)}{financials.Digits(6)}",
        3 => $"+1 ({random.Next(201, 290)}) 555-{random.Next(1_000, 9_999)}",
        _ => $"+48 {random.Next(500, 799)} {financials.Digits(3)} {financials.Digits(3)}",
    };

    private string National() => random.Next(4) switch
    {
        0 => $"06 {Pairs(4)}",
        1 => $"030 {financials.Digits(8)}",
        2 => $"{random.Next(201, 290)}-555-{random.Next(1_000, 9_999)}",
        _ => $"020 7946 {random.Next(1_000, 9_999)}",
    };

    private string Pairs(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => random.Next(100).ToString("00", CultureInfo.InvariantCulture)));

    private string Grouped(string text, int size) => random.Next(2) == 0 ? text : string.Join(Pick(" ", " ", "-"), text.Chunk(size).Select(group => new string(group)));

    private string Card(string digits) => digits.Length == 16 ? Grouped(digits, 4) : digits;
}
