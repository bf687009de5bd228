namespace Rogatory.Core.Drills;

/// <summary>An entry that points were earned or lost by.</summary>
/// <param name="Ledger">The case, or the ledger's name.</param>
/// <param name="Seq">The line's place in it.</param>
/// <param name="Event">What happened.</param>
public sealed record ScoredEntry(string Ledger, long Seq, string Event);
