using System.Diagnostics;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Core.Policy;
using Rogatory.TestKit.Histories;

namespace Rogatory.Bench;

/// <summary>What the signals find of the misuse in half a year of made-up work, and how long a day takes.</summary>
internal static class SignalsBench
{
    public static void Run(ResultTable table)
    {
        SignalPack pack = PolicySet.Load().Signals!;
        var history = new MadeUpHistory(MadeUpHistory.FixedSeed);
        SignalQuality quality = SignalQuality.Of(history, pack);
        table.AtLeast("misuse found in made-up work", quality.Recall, "of 1", 0.9);
        table.AtMost("false alarms in it, an officer a month", quality.FalseAlarms, "signals", 1);
        foreach (Misuse kind in Enum.GetValues<Misuse>())
            table.Add($"found of the kind {kind}", quality.Found.Count(one => one.Kind == kind) / (double)(quality.Found.Concat(quality.Missed).Count(one => one.Kind == kind)), "of 1");

        KeyValuePair<string, Ledger.LedgerLine[]>[] ledgers = [.. history.Ledgers];
        long start = Stopwatch.GetTimestamp();
        var activity = new ActivityTable();
        var reader = new ActivityReader(activity, MadeUpHistory.First);
        foreach ((string name, Ledger.LedgerLine[] lines) in ledgers)
            reader.Read(name, lines);
        table.Add("entries counted", activity.Entries / Stopwatch.GetElapsedTime(start).TotalSeconds, "a second");
        start = Stopwatch.GetTimestamp();
        FindSignals.On(MadeUpHistory.LookedAt.Last(), activity, pack);
        table.Add("a day of 40 officers and 10 partners", Stopwatch.GetElapsedTime(start).TotalSeconds, "s");
    }
}
