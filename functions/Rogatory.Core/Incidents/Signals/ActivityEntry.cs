namespace Rogatory.Core.Incidents.Signals;

/// <summary>A line in a ledger that is counted.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="Seq">The line's place in it.</param>
public readonly record struct ActivityEntry(string Ledger, long Seq);
