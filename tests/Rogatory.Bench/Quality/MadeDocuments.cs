using System.Globalization;

namespace Rogatory.Bench.Quality;

/// <summary>Documents of many shapes and languages, the same for the same seed, with what is to be found in each.</summary>
internal static class MadeDocuments
{
    private static readonly string[] Neutral =
        ["Please look at {0} again today.", "Bitte prüfen Sie {0} noch heute.", "Merci de vérifier {0} avant lundi.", "Se envió {0} ayer por la tarde.", "Abbiamo ricevuto {0} in ritardo.", "Zie ook {0} in de bijlage.", "It was {0}.", "{0} was sent", "nothing but {0}, he says"];

    private static readonly string[] Labelled = ["{0}: {1}", "{0} {1}", "My {0} is {1}.", "{0}: {1}, as agreed", "The {0}, {1}, was noted.", "- {0}:\t{1}", "({0} {1})"];

    /// <summary>Each thing by itself, in a sentence that says nothing, behind its label, and in tables, objects, logs, mail and letters.</summary>
    public static IEnumerable<MadeDocument> All(int rounds)
    {
        var random = new Random(11);
        for (int round = 0; round < rounds; round++)
        {
            var made = new MadeSensitives(100 + round);
            var negatives = new HardNegatives(5_000 + round);
            Sensitive[] right = [.. made.Numbers(), .. made.Codes(), .. made.Personals()];
            Sensitive[] wrong = [.. negatives.WrongNumbers(), .. negatives.OtherCodes()];
            foreach (Sensitive one in right)
            {
                if (one.IsChecked || one.IsToldAlone)
                    yield return new MadeDocument { IsAlone = true }.Add(one);
                if (one.IsChecked)
                    yield return Fill(Neutral[random.Next(Neutral.Length)], one.Label, one);
                yield return Fill(Labelled[random.Next(one.Category is "person-name" ? 1 : Labelled.Length)], one.Label, one);
            }

            foreach (Sensitive one in wrong)
            {
                yield return new MadeDocument { IsAlone = true }.Add(one);
                yield return Fill(Neutral[random.Next(Neutral.Length)], one.Label, one);
                yield return Fill(Labelled[random.Next(Labelled.Length)], one.Label, one);
            }

            for (int count = 0; count < 8; count++)
                yield return new MadeDocument().Add(Neutral[random.Next(Neutral.Length)].Replace("{0}", negatives.RandomDigits(), StringComparison.Ordinal));
            random.Shuffle(right);
            random.Shuffle(wrong);
            yield return Table(made, right, negatives);
            yield return Objects(right, wrong);
            yield return Log(right, random);
            yield return Letter(made, right, negatives);
            yield return Mail(made, right);
            yield return new MadeDocument().Add(negatives.Sentence());
        }

        foreach (string sentence in HardNegatives.Sentences)
            yield return new MadeDocument().Add(sentence);
        foreach (MadeDocument sentence in SpecialSentences.All())
            yield return sentence;
    }

    private static MadeDocument Fill(string sentence, string label, Sensitive one)
    {
        string[] parts = sentence.Replace("{0}", sentence.Contains("{1}", StringComparison.Ordinal) ? label : "{1}", StringComparison.Ordinal).Split("{1}");
        return new MadeDocument().Add(parts[0]).Add(one).Add(parts[1]);
    }

    private static MadeDocument Table(MadeSensitives made, Sensitive[] right, HardNegatives negatives)
    {
        Sensitive number = right.First(one => !one.Value.Contains(',', StringComparison.Ordinal) && one.Category is "national-number" or "tax-number");
        var document = new MadeDocument().Add($"Date,Full name,IBAN,Reference,{number.Label},Amount\n");
        for (int row = 0; row < 4; row++)
        {
            Sensitive iban = made.Codes().First();
            document.Add($"2026-0{row + 1}-15,").Add(new Sensitive("", made.Name(), "person-name", false)).Add(",").Add(iban).Add($",{negatives.RandomDigits()},")
                .Add(number).Add($",{(row * 1234.5).ToString("0.00", CultureInfo.InvariantCulture)}\n");
        }

        return document;
    }

    private static MadeDocument Objects(Sensitive[] right, Sensitive[] wrong)
    {
        var document = new MadeDocument().Add("{\"items\": [\n");
        foreach (Sensitive one in right.Take(10).Concat(wrong.Take(5)))
            document.Add($"  {{\"{one.Label}\": \"").Add(one).Add("\", \"ok\": true, \"size\": 1234},\n");
        return document.Add("  {}]}\n");
    }

    private static MadeDocument Log(Sensitive[] right, Random random)
    {
        var document = new MadeDocument();
        foreach (Sensitive one in right.Where(one => one.Category is "ip-address" or "mac-address" or "email" or "url"))
            document.Add($"2026-11-28T10:{random.Next(10, 60)}:{random.Next(10, 60)}.123Z INFO [{random.Next(1_000, 9_999)}] request {Guid.Empty} from ").Add(one).Add(" took 123 ms\n");
        return document;
    }

    private static MadeDocument Letter(MadeSensitives made, Sensitive[] right, HardNegatives negatives)
    {
        string name = made.Name();
        var document = new MadeDocument().Add("Your letter of 28 November\n\n").Add("Dear Ms ").Add(new Sensitive("", name.Split(' ', 2)[1], "person-name", false)).Add(",\n\n");
        foreach (Sensitive one in right.Take(8))
            document.Add($"{negatives.Sentence()}\n{one.Label}: ").Add(one).Add("\n\n");
        return document.Add("Yours faithfully\n");
    }

    private static MadeDocument Mail(MadeSensitives made, Sensitive[] right)
    {
        Sensitive[] addresses = [.. made.Codes().Concat(made.Codes()).Where(one => one.Category == "email")];
        var document = new MadeDocument().Add("From: <").Add(addresses[0]).Add(">\nTo: <").Add(addresses[1])
            .Add(">\nSubject: the file\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n");
        foreach (Sensitive one in right.Skip(8).Take(6))
            document.Add($"{one.Label}: ").Add(one).Add("\n\n");
        return document.Add("Regards\n");
    }
}
