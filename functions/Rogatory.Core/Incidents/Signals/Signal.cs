namespace Rogatory.Core.Incidents.Signals;

/// <summary>What somebody did is not what they or their peers do. It says why, and accuses nobody.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Measure">What was counted.</param>
/// <param name="Actor">Who, as ledgers name them.</param>
/// <param name="Day">The day, in UTC; the last of them where the rule counts several.</param>
/// <param name="Days">How many days the rule counts.</param>
/// <param name="Value">What it came to.</param>
/// <param name="Own">Their own past; null where it is not compared, or is too short.</param>
/// <param name="Peers">What others of their kind did; null where it is not compared, or there are too few.</param>
/// <param name="Entries">The lines counted, at most <see cref="MostEntries"/> of them.</param>
public sealed record Signal(
    string Rule, SignalMeasure Measure, string Actor, DateOnly Day, int Days, int Value, Baseline? Own, Baseline? Peers, IReadOnlyList<ActivityEntry> Entries)
{
    /// <summary>How many lines a signal names at most.</summary>
    public const int MostEntries = 100;
}
