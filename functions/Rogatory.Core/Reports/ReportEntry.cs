namespace Rogatory.Core.Reports;

/// <summary>A ledger's entry that a figure counts.</summary>
/// <param name="Ledger">The case, or the name of a ledger that is not a case's.</param>
/// <param name="Line">The entry's line in the exported ledger, from 1.</param>
/// <param name="At">When it was written.</param>
/// <param name="Event">What it says happened.</param>
public sealed record ReportEntry(string Ledger, long Line, DateTimeOffset At, string Event);
