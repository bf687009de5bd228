namespace Rogatory.Core.Reports;

/// <summary>A ledger that can't be relied on.</summary>
/// <param name="Ledger">The case, or the name of the ledger.</param>
/// <param name="Line">The first line that does not hold, from 1; null where it is not one line. Lines above it are counted, it and those below are not.</param>
/// <param name="Why">What is wrong, in a sentence.</param>
public sealed record BrokenLedger(string Ledger, long? Line, string Why);
