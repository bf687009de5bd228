namespace Rogatory.Core.Reports;

/// <summary>What was checked before anything was counted: every ledger from its first line to its last, and every case against the newest checkpoint.</summary>
/// <param name="Ledgers">How many ledgers there are.</param>
/// <param name="Cases">How many of them are cases'.</param>
/// <param name="Lines">How many lines hold, over all ledgers and all time.</param>
/// <param name="Checkpoint">The newest checkpoint; null where there is none, or where it is not one that we signed.</param>
/// <param name="CheckpointAt">When it was signed.</param>
/// <param name="Proven">How many cases stand in it as they stand in their ledgers.</param>
/// <param name="Younger">How many cases are younger than it, so that the next one proves them.</param>
/// <param name="Broken">What can't be relied on.</param>
public sealed record ReportVerification(
    int Ledgers, int Cases, long Lines, long? Checkpoint, DateTimeOffset? CheckpointAt, int Proven, int Younger, IReadOnlyList<BrokenLedger> Broken);
