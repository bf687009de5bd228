using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Bench.Quality;

/// <summary>
/// How much of what is sensitive is found, how much of what is found is sensitive, and how often the sure are right, by category, over made-up documents. A number is
/// found where one is reported from its first character to its last; of words it is enough that the finding touches them.
/// </summary>
internal static class QualityBench
{
    private const double Sure = 0.9;

    private static readonly string[] Checked =
        ["national-number", "tax-number", "health-number", "iban", "payment-card", "lei", "vat-number", "crypto-address", "email", "ip-address", "mac-address", "url"];

    public static async Task RunAsync(ResultTable table, string? mistakesFile)
    {
        var mistakes = new List<string>();
        int secondReadings = 0;
        var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        var alone = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        foreach (MadeDocument document in MadeDocuments.All(rounds: 60))
            Judge(document, document.IsAlone ? alone : scores, mistakes, ref secondReadings);
        foreach ((string category, Score score) in scores)
        {
            double goal = Checked.Contains(category) ? 0.98 : 0.9;
            table.AtLeast($"precision of {category}", score.Precision, $"of {score.Found}", goal);
            table.AtLeast($"recall of {category}", score.Recall, $"of {score.There}", goal);
        }

        Score[] all = [.. scores.Values, .. alone.Values];
        table.AtLeast($"right among findings at {Sure} or above", (double)all.Sum(score => score.SureRight) / all.Sum(score => score.Sure), $"of {all.Sum(score => score.Sure)}", 0.95);
        table.Add("precision where a value is all there is", (double)alone.Values.Sum(score => score.Right) / alone.Values.Sum(score => score.Found), $"of {alone.Values.Sum(score => score.Found)}");
        table.AtLeast("recall where a value is all there is", (double)alone.Values.Sum(score => score.Met) / alone.Values.Sum(score => score.There), $"of {alone.Values.Sum(score => score.There)}", 0.98);
        table.Add("second readings of numbers that were found", secondReadings, "findings");
        if (mistakesFile is not null)
            await File.WriteAllLinesAsync(mistakesFile, mistakes);
    }

    private static void Judge(MadeDocument document, SortedDictionary<string, Score> scores, List<string> mistakes, ref int secondReadings)
    {
        string text = document.Text;
        var findings = new List<Finding>();
        var classifier = new Classifier(DetectorPack.Standard, findings.Add);
        var read = new RecordedText(classifier);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        ItemReader.Read(content, read, new ReadingLimits(), CancellationToken.None);
        classifier.Complete();
        var found = new HashSet<(int, int, string)>();
        string seen = read.Text;
        foreach (Finding finding in findings)
        {
            string value = seen[(int)finding.Start..(int)finding.End];
            int at = document.Truths.FindIndex(truth => seen == text ? Is(finding, truth) : finding.Category == truth.Category && value == text[truth.Start..truth.End]);
            if (at >= 0)
                found.Add(document.Truths[at]);
            // Of a number that stands alone several readings may be open; the right one must be among them.
            if (at < 0 && seen == text && findings.Exists(other => other.Start == finding.Start && other.End == finding.End && document.Truths.Exists(truth => Is(other, truth))))
            {
                secondReadings++;
                continue;
            }

            ScoreOf(scores, finding.Category).Add(at >= 0, finding.Confidence >= Sure);
            if (at < 0)
                mistakes.Add($"WRONG {finding.Category} {finding.Detector} {finding.Confidence} [{value}] in [{Around(seen, (int)finding.Start)}]");
        }

        foreach (var truth in document.Truths)
        {
            ScoreOf(scores, truth.Category).Seen(found.Contains(truth));
            if (!found.Contains(truth))
                mistakes.Add($"MISSED {truth.Category} [{text[truth.Start..truth.End]}] in [{Around(text, truth.Start)}]");
        }
    }

    private static bool Is(Finding finding, (int Start, int End, string Category) truth)
    {
        if (finding.Category != truth.Category)
            return false;
        bool ofWords = FindingCategories.Get(truth.Category) is { Family: "special" or "vulnerable" } or { Code: "privilege" or "secrecy" };
        return ofWords ? finding.Start < truth.End && finding.End > truth.Start : finding.Start == truth.Start && finding.End == truth.End;
    }

    private static Score ScoreOf(SortedDictionary<string, Score> scores, string category)
    {
        if (!scores.TryGetValue(category, out Score? score))
            scores[category] = score = new Score();
        return score;
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 50)..Math.Min(text.Length, at + 60)].Replace('\n', '⏎');
}
