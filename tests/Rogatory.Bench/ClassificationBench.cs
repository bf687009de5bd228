using System.Buffers;
using System.Text;
using Rogatory.Core.Classification;

namespace Rogatory.Bench;

/// <summary>
/// Finding what is sensitive, on one core with every detector there is, in bytes of UTF-8: decoding and classifying together, beside decoding and a
/// vectorised look at each unit, which no classifier could do without.
/// </summary>
internal static class ClassificationBench
{
    private const int Length = 8 * 1024 * 1024;
    private const int Goal = 60;

    private static readonly SearchValues<char> Sought = SearchValues.Create("0123456789@:+");

    public static async Task RunAsync(ResultTable table, int rounds)
    {
        byte[] mixed = Encoding.UTF8.GetBytes(ClassificationTexts.Mixed(Length));
        await SecondsAsync(mixed, Classify, rounds);
        double plain = Rate(mixed, await SecondsAsync(mixed, Scan, rounds));
        double rate = Rate(mixed, await SecondsAsync(mixed, Classify, rounds));
        table.Add("decoding UTF-8 and a vectorised scan, one core", plain, "MB/s");
        table.AtLeast("classification of prose, CSV and JSON, all detectors, one core", rate, "MB/s", Goal);
        table.Add("classification / decoding and scanning", rate / plain, "ratio");
        byte[] half = mixed.AsSpan(0, mixed.Length / 2).ToArray();
        byte[] twice = [.. half, .. half];
        double growth = await SecondsAsync(twice, Classify, rounds) / await SecondsAsync(half, Classify, rounds);
        table.AtMost("classification of twice as much of the same text takes", growth, "times", 2.4);
        foreach ((string name, string text, bool hasGoal) in ClassificationTexts.Adversarial(Length / 4))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            double adversarial = Rate(bytes, await SecondsAsync(bytes, Classify, rounds));
            if (hasGoal)
                table.AtLeast($"classification of nothing but {name}", adversarial, "MB/s", Goal);
            else
                table.Add($"classification of nothing but {name}", adversarial, "MB/s");
        }
    }

    private static double Rate(byte[] bytes, double seconds) => bytes.Length / seconds / 1e6;

    private static async Task<double> SecondsAsync(byte[] bytes, Action<byte[]> work, int rounds)
    {
        Task Round()
        {
            work(bytes);
            return Task.CompletedTask;
        }

        await Round();
        var seconds = new List<double>();
        for (int round = 0; round < rounds; round++)
            seconds.Add(await Measure.SecondsAsync(Round));
        return Measure.Median(seconds);
    }

    private static void Classify(byte[] bytes)
    {
        var classifier = new Classifier(DetectorPack.Standard, _ => { });
        classifier.MoveTo(new Locator("body", Line: 1), null);
        InPieces(bytes, classifier.Write);
        classifier.Complete();
    }

    private static void Scan(byte[] bytes) => InPieces(bytes, text =>
    {
        for (int at = text.IndexOfAny(Sought); at >= 0; at = text.IndexOfAny(Sought))
            text = text[(at + 1)..];
    });

    private static void InPieces(byte[] bytes, Action<ReadOnlySpan<char>> write)
    {
        char[] text = new char[16 * 1024];
        Decoder decoder = Encoding.UTF8.GetDecoder();
        for (int at = 0; at < bytes.Length; at += text.Length)
        {
            int count = decoder.GetChars(bytes.AsSpan(at, Math.Min(text.Length, bytes.Length - at)), text, flush: false);
            write(text.AsSpan(0, count));
        }
    }
}
