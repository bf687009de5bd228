using Rogatory.Core.Incidents.Signals;
using Rogatory.Core.Policy;

namespace Rogatory.TestKit.Histories;

/// <summary>How much of the misuse in a made-up history is found, and how much is found that is none.</summary>
/// <param name="Found">Which of the planted misuse a signal of that actor on that day tells.</param>
/// <param name="Missed">Which of it none does.</param>
/// <param name="False">The signals on days without misuse.</param>
public sealed record SignalQuality(IReadOnlyList<PlantedMisuse> Found, IReadOnlyList<PlantedMisuse> Missed, IReadOnlyList<Signal> False)
{
    /// <summary>The share of the misuse that is found.</summary>
    public double Recall => (double)Found.Count / (Found.Count + Missed.Count);

    /// <summary>False alarms an officer a month.</summary>
    public double FalseAlarms => False.Count(one => one.Actor.StartsWith("officer:", StringComparison.Ordinal)) / MadeUpHistory.OfficerMonths;

    /// <summary>Looks at each day of a history.</summary>
    public static SignalQuality Of(MadeUpHistory history, SignalPack pack)
    {
        ArgumentNullException.ThrowIfNull(history);
        ActivityTable table = history.ToTable();
        Signal[] signals = [.. MadeUpHistory.LookedAt.SelectMany(day => FindSignals.On(day, table, pack))];
        var told = signals.Select(one => (one.Actor, one.Day)).ToHashSet();
        var planted = history.Planted.Select(one => (one.Actor, one.Day)).ToHashSet();
        return new SignalQuality(
            [.. history.Planted.Where(one => told.Contains((one.Actor, one.Day)))],
            [.. history.Planted.Where(one => !told.Contains((one.Actor, one.Day)))],
            [.. signals.Where(one => !planted.Contains((one.Actor, one.Day)))]);
    }
}
