namespace Rogatory.Core.Reports;

/// <summary>What a report says first: whether the ledgers that it counts can be relied on.</summary>
/// <param name="State">In a word.</param>
/// <param name="Sentence">In a sentence.</param>
public sealed record ReportVerdict(VerdictState State, string Sentence);
